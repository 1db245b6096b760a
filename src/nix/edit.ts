/**
 * Edits of a Nix text by spans: what no edit names stays byte for byte, line ends, tabs and all.
 */
import { ownComments } from './comments.js';
import { type Cut, editsFor } from './cut.js';
import type { Definition } from './definitions.js';
import { emptied } from './emptied.js';
import { Lines } from './lines.js';
import { moduleOf } from './module.js';
import type { Span } from './nodes.js';

/** A stretch of a text, and what stands there afterwards. */
export interface Edit extends Span {
  readonly text: string;
}

export interface RemovalOptions {
  /**
   * Whether a comment goes along with what it stands above: asked of each that has its lines to
   * itself, with no blank line between, and in a set that is emptied of each that is in it. It is
   * given as it is written, `# …` or the whole of `/* … *\/`. Without this none goes.
   */
  readonly comments?: (text: string) => boolean;
}

/** The text with the edits made, which may be in any order but must not overlap. */
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

/**
 * Takes out a statement or the item of a list: with its whole lines and a comment at their end
 * where nothing else is on them, and a blank line that would then follow another.
 */
export function removal(text: string, span: Span, options: RemovalOptions = {}): Edit {
  const lines = new Lines(text);
  const edits = cutsToEdits([{ ...span, kept: [] }], lines, options);
  const from = edits[0]?.from ?? span.from;
  const to = edits.at(-1)?.to ?? span.from;
  const inside = edits.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }));
  return { from, to, text: applyEdits(text.slice(from, to), inside) };
}

/** The text without an item of a list, such as an entry of `imports`. */
export function removeItem(text: string, span: Span, options: RemovalOptions = {}): string {
  return applyEdits(text, [removal(text, span, options)]);
}

/**
 * The text without these definitions of it, nor the sets and `inherit`s that hold nothing else.
 * Comments with lines of their own stay, also those of a set that goes, unless the options say
 * otherwise. A part of `if` or `lib.recursiveUpdate`, which can't go, becomes `{ }`. What else in a
 * `rec` set uses a name that goes is not looked at: `problems` of the result then has it.
 */
export function removeDefinitions(
  text: string,
  definitions: readonly Definition[],
  options: RemovalOptions = {},
): string {
  const module = moduleOf(text);
  if (module === undefined || definitions.length === 0) return text;
  const lines = new Lines(text);
  const statements = definitions.map(({ statement }) => statement);
  const { cuts, replaced } = emptied(module, statements, lines, options);
  const emptySets = replaced.map(({ from, to }) => ({ from, to, text: '{ }' }));
  return applyEdits(text, [...cutsToEdits(cuts, lines, options), ...emptySets]);
}

function cutsToEdits(
  cuts: readonly Cut[],
  lines: Lines,
  { comments }: RemovalOptions,
): readonly Edit[] {
  if (comments === undefined) return editsFor(cuts, lines);
  const own = ownComments(lines);
  const above = cuts.flatMap(({ from }): Cut[] => {
    const first = lines.at(from);
    if (lines.text.slice(lines.start(first), from).trim() !== '') return [];
    const found: Cut[] = [];
    let comment = own.get(first - 1);
    while (comment !== undefined) {
      if (comments(comment.text)) found.push({ ...comment, kept: [] });
      comment = own.get(comment.firstLine - 1);
    }
    return found;
  });
  return editsFor([...cuts, ...above], lines);
}
