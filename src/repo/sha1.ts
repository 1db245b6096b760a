/** SHA-1 (RFC 3174), for the names that git gives to files; scripts/sha1.mjs says why not Node's. */
import { at, code } from '#sha1';

interface Exports {
  readonly memory: WebAssembly.Memory;
  /** Takes in the blocks between where the message begins and `end`. */
  add(end: number): void;
}

let made: Exports | undefined;

/** 40 hexadecimal digits. */
export function sha1(message: Uint8Array): string {
  made ??= instance();
  const { memory, add } = made;
  const bytes = new Uint8Array(memory.buffer);
  new Uint32Array(memory.buffer, at.state, 5).set([
    0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0,
  ]);
  const padded = inWords(message);
  const room = at.end - at.message;
  for (let from = 0; from < padded.length; from += room) {
    const piece = padded.subarray(from, from + room);
    bytes.set(piece, at.message);
    add(at.message + piece.length);
  }
  return Buffer.from(bytes.slice(at.state, at.working)).swap32().toString('hex');
}

function instance(): Exports {
  const module = new WebAssembly.Module(Buffer.from(code, 'base64'));
  return new WebAssembly.Instance(module).exports as Exports;
}

/** Whole blocks of 64 bytes, with a one and the length in bits behind the message; words turned round. */
function inWords(message: Uint8Array): Uint8Array {
  const padded = Buffer.alloc(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  padded.writeUIntBE(message.length * 8, padded.length - 6, 6);
  return padded.swap32();
}
