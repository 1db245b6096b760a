/** SHA-1 (RFC 3174), for the names that git gives to files; scripts/sha1.mjs says why not Node's. */
import { at, code } from '#sha1';

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): void };
  /** Sums so many bytes of the message in the memory; up to 72 behind it are written to. */
  sum(length: number): void;
}

/** What a memory is measured in, in bytes. */
const page = 65_536;

let made: Exports | undefined;

/** 40 hexadecimal digits, of a message below 512 MB that is given in pieces; text is UTF-8. */
export function sha1(...pieces: readonly (string | Uint8Array)[]): string {
  made ??= instance();
  const { memory, sum } = made;
  const length = pieces.reduce((total, piece) => total + Buffer.byteLength(piece), 0);
  const lacking = at.message + length + 72 - memory.buffer.byteLength;
  if (lacking > 0) memory.grow(Math.ceil(lacking / page));
  const bytes = Buffer.from(memory.buffer);
  let end = at.message;
  for (const piece of pieces) {
    if (typeof piece === 'string') end += bytes.write(piece, end);
    else {
      bytes.set(piece, end);
      end += piece.length;
    }
  }
  sum(length);
  return bytes.toString('hex', at.state, at.state + 20);
}

function instance(): Exports {
  const module = new WebAssembly.Module(Buffer.from(code, 'base64'));
  return new WebAssembly.Instance(module).exports as unknown as Exports;
}
