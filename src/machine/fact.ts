/** A fact, and what may be one. */
import { isPrintable } from '../text.js';

/** Something that the machine says, and where it was read. */
export interface Fact<T = string> {
  readonly value: T;
  /** A path below the root, or in words what its absence says: `no /sys/firmware/efi`. */
  readonly source: string;
}

/** No name, zone or product that a machine gives is longer. */
const longest = 255;

/** A fact of one line of text; nothing where it is empty, too long, or has control characters. */
export function fact(value: string | undefined, source: string): Fact | undefined {
  const text = value?.trim();
  if (!text || text.length > longest) return undefined;
  const isPlain = text.isWellFormed() && !text.includes('\uFFFD') && isPrintable(text);
  return isPlain ? { value: text, source } : undefined;
}
