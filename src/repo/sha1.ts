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

/** 40 hexadecimal digits, of a message below 512 MB. */
export function sha1(message: Uint8Array): string {
  made ??= instance();
  const { memory, sum } = made;
  const lacking = at.message + message.length + 72 - memory.buffer.byteLength;
  if (lacking > 0) memory.grow(Math.ceil(lacking / page));
  const bytes = Buffer.from(memory.buffer);
  bytes.set(message, at.message);
  sum(message.length);
  return bytes.toString('hex', at.state, at.state + 20);
}

function instance(): Exports {
  const module = new WebAssembly.Module(Buffer.from(code, 'base64'));
  return new WebAssembly.Instance(module).exports as unknown as Exports;
}
