/**
 * The two streams that the program writes to. Node's own are made only for a terminal: for a file
 * or a pipe they do nothing that a plain write does not, and cost a tenth of a bare start.
 */
import { fstatSync, writeSync } from 'node:fs';
import { systemCode } from '../errors.js';
import type { Stream } from './output.js';

/** `/dev/null` is a character device, as a terminal is (Linux: major 1, minor 3). */
const nullDevice = (1 << 8) | 3;

/** Standard output or standard error of this process. */
export function standardStream(descriptor: 1 | 2): Stream {
  if (mayBeTerminal(descriptor)) {
    const own = descriptor === 1 ? process.stdout : process.stderr;
    // a serial console does not know its size, and says 0
    if (own.columns === 0) own.columns = 80;
    if (own.rows === 0) own.rows = 24;
    // a window that is closed is no error either
    return own.off('error', ignore).on('error', ignore);
  }
  return { isTTY: false, columns: undefined, write: (text) => writeAll(descriptor, text) };
}

const ignore = () => {};

function mayBeTerminal(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    return stat.isCharacterDevice() && stat.rdev !== nullDevice;
  } catch {
    // closed: Node's own stream knows what to do
    return true;
  }
}

/** Why something that was written has not arrived: the disk of a file is full. */
let lost: string | undefined;

/** Why not all of the output is there, or nothing where it is. */
export function whyOutputIsLost(): string | undefined {
  return lost;
}

/**
 * Writes it all, waiting where a pipe is full; a reader that went away is no error. What can't be
 * written does not end what is under way, which may be a rebuild: it is told at the end.
 */
function writeAll(descriptor: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const code = systemCode(error);
      if (code !== 'EAGAIN') {
        if (code !== 'EPIPE') lost ??= code === 'ENOSPC' ? 'the disk is full' : String(code);
        return;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
