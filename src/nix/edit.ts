/** Edits of a text by spans: what no edit names stays byte for byte, line ends, tabs and all. */
import type { Span } from './nodes.js';

/** A stretch of a text, and what stands there afterwards. */
export interface Edit extends Span {
  readonly text: string;
}

/**
 * The text with the edits made, which may be in any order. Those that overlap are a `RangeError`.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (edit.from < at) throw new RangeError(`the edit at ${edit.from} overlaps another`);
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
}
