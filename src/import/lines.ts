/**
 * Takes lines out of a text so that it reads as if they had never been there: the comments that
 * explained them go too where they may, and of the blank lines around them one stays.
 */
import type { Span } from '../nix/definitions.js';
import type { Edit } from '../nix/edit.js';

/**
 * `open` ends with what opens something (`{`, `let`), `close` begins with what closes it (`};`, `in`).
 * `free` is a comment that may go with what it explains, `note` one that stays.
 */
type Kind = 'blank' | 'open' | 'close' | 'free' | 'note' | 'code';

interface Line extends Span {
  kind: Kind;
  isGone: boolean;
  /** A comment behind the opening mark that may go: `[ # Include …`. */
  readonly tail: Span | undefined;
}

/** A comment in the text, and whether it may go with the lines that it explains. */
export interface Remark extends Span {
  readonly mayGo: boolean;
}

/** The edits that take whole lines out. `spans` begin and end with a line each. */
export function takeLinesOut(
  text: string,
  spans: readonly Span[],
  remarks: readonly Remark[],
): readonly Edit[] {
  const lines = linesOf(text, remarks);
  for (const span of spans) {
    for (const line of lines) {
      if (line.from >= span.from && line.from < Math.max(span.to, span.from + 1))
        line.isGone = true;
    }
  }
  for (const paragraph of paragraphs(lines)) takeRemarks(paragraph);
  const tails = lines.flatMap((line, at) => tailOf(line, lines[at + 1]));
  takeBlanks(lines);
  return [...runs(lines), ...tails];
}

function linesOf(text: string, remarks: readonly Remark[]): readonly Line[] {
  const lines: Line[] = [];
  let next = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end + 1;
    while ((remarks[next]?.to ?? Number.POSITIVE_INFINITY) <= from) next += 1;
    lines.push(lineOf(text, { from, to }, remarks[next]));
    from = to;
  }
  return lines;
}

/** `remark` is the first that ends in or behind the line. */
function lineOf(text: string, span: Span, remark: Remark | undefined): Line {
  const source = text.slice(span.from, span.to);
  const line = { ...span, isGone: false, tail: undefined };
  if (source.trim() === '') return { ...line, kind: 'blank' };
  const begins = remark !== undefined && remark.from < span.to ? remark : undefined;
  const isOnly = begins !== undefined && text.slice(begins.to, span.to).trim() === '';
  const code = text.slice(span.from, Math.max(span.from, begins?.from ?? span.to)).trim();
  if (begins !== undefined && code === '' && (isOnly || begins.to >= span.to)) {
    const isWhole = begins.from >= span.from && begins.to <= span.to;
    return { ...line, kind: begins.mayGo && isWhole ? 'free' : 'note' };
  }
  const kind = kindOf(code);
  const tail = kind === 'open' && isOnly && begins.mayGo ? begins : undefined;
  return {
    ...line,
    kind,
    tail: tail && { from: span.from + source.indexOf(code) + code.length, to: tail.to },
  };
}

function kindOf(code: string): Kind {
  if (/(^|\s)(let|in)$|[{[(]$/.test(code)) return 'open';
  return /^[}\])]+[;)]*$/.test(code) ? 'close' : 'code';
}

/** Lines that stand together, without one that is blank or opens or closes something. */
function paragraphs(lines: readonly Line[]): readonly (readonly Line[])[] {
  const found: Line[][] = [[]];
  for (const line of lines) {
    const isEnd = !line.isGone && ['blank', 'open', 'close'].includes(line.kind);
    if (isEnd) found.push([]);
    else found.at(-1)?.push(line);
  }
  return found.filter((paragraph) => paragraph.some(({ isGone }) => isGone));
}

/** In a paragraph without its code nothing is left to explain; in another, what stood above. */
function takeRemarks(paragraph: readonly Line[]): void {
  const hasCode = paragraph.some(({ isGone, kind }) => !isGone && kind === 'code');
  if (!hasCode) {
    for (const line of paragraph) if (line.kind === 'free') line.isGone = true;
    return;
  }
  let follows: Line | undefined;
  for (let at = paragraph.length - 1; at >= 0; at -= 1) {
    const line = paragraph[at];
    if (line === undefined || line.isGone) continue;
    const isAbove = paragraph[at + 1]?.isGone === true;
    const isBelow = paragraph.slice(0, at).findLast(({ kind }) => kind !== 'free')?.isGone === true;
    if (line.kind === 'free' && (isAbove || isBelow) && follows?.kind !== 'code')
      line.isGone = true;
    else follows = line;
  }
}

function tailOf({ tail, isGone }: Line, next: Line | undefined): readonly Edit[] {
  if (tail === undefined || isGone || !next?.isGone) return [];
  return [{ from: tail.from, to: tail.to, text: '' }];
}

/** Blank lines that would be doubled, or stand at the edge of a set. */
function takeBlanks(lines: readonly Line[]): void {
  let before: Line | undefined;
  let hasGap = false;
  for (const line of lines) {
    if (line.isGone) {
      hasGap = true;
      continue;
    }
    const isEdge = before === undefined || before.kind === 'open' || before.kind === 'blank';
    if (hasGap && line.kind === 'blank' && isEdge) {
      line.isGone = true;
      continue;
    }
    if (hasGap && line.kind === 'close' && before?.kind === 'blank') before.isGone = true;
    before = line;
    hasGap = false;
  }
}

function runs(lines: readonly Line[]): readonly Edit[] {
  const edits: { from: number; to: number; text: string }[] = [];
  for (const { from, to, isGone } of lines) {
    const last = edits.at(-1);
    if (!isGone) continue;
    if (last?.to === from) last.to = to;
    else edits.push({ from, to, text: '' });
  }
  return edits;
}
