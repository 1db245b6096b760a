/**
 * Cuts statements and list items out of a text: with their whole lines where nothing else stands on
 * them, and then with a comment at the line's end; otherwise with the space that they leave.
 */
import type { Edit } from './edit.js';
import { droppedLines } from './line-cut.js';
import type { Lines } from './lines.js';
import type { Span } from './nodes.js';

/** What is to go, but for some comments inside of it that have lines of their own. */
export interface Cut extends Span {
  readonly kept: readonly KeptLines[];
}

/** Lines that stay, from 0, the last one included. */
interface KeptLines {
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The edits that make the cuts, in the order of the text. Cuts must not overlap. */
export function editsFor(cuts: readonly Cut[], lines: Lines): readonly Edit[] {
  const dropped = new Set<number>();
  const edits: Edit[] = [];
  for (const cut of joined(cuts, lines.text)) {
    const isWhole = isBlankBefore(cut, lines) && isOverBehind(cut, lines);
    if (isWhole) dropLines(cut, lines, dropped);
    else edits.push(...inLine(cut, lines));
  }
  return [...edits, ...droppedLines(dropped, lines)].sort((a, b) => a.from - b.from);
}

/** Cuts with nothing but space between them on a line become one. */
function joined(cuts: readonly Cut[], text: string): readonly Cut[] {
  const found: Cut[] = [];
  for (const cut of cuts.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last !== undefined && /^[^\S\n]*$/.test(text.slice(last.to, cut.from))) {
      const to = Math.max(last.to, cut.to);
      found[found.length - 1] = { from: last.from, to, kept: [...last.kept, ...cut.kept] };
    } else found.push(cut);
  }
  return found;
}

function isBlankBefore({ from }: Span, lines: Lines): boolean {
  return lines.text.slice(lines.start(lines.at(from)), from).trim() === '';
}

/** Whether nothing but a comment stands behind it on its last line. */
function isOverBehind({ to }: Span, lines: Lines): boolean {
  const behind = lines.text.slice(to, lines.end(lines.at(to))).trim();
  return /^(?:|#[^\r]*|\/\*(?:(?!\*\/)[\s\S])*\*\/)$/.test(behind);
}

function dropLines({ from, to, kept }: Cut, lines: Lines, dropped: Set<number>): void {
  const staying = new Set(kept.flatMap(linesOf));
  for (let line = lines.at(from); line <= lines.at(to); line += 1) {
    if (!staying.has(line)) dropped.add(line);
  }
}

function linesOf({ firstLine, lastLine }: KeptLines): readonly number[] {
  return Array.from({ length: lastLine - firstLine + 1 }, (_, at) => firstLine + at);
}

/** A cut that shares its first or last line with something that stays. */
function inLine(cut: Cut, lines: Lines): readonly Edit[] {
  if (cut.kept.length > 0) return aroundKept(cut, lines);
  const { text } = lines;
  const before = text.slice(lines.start(lines.at(cut.from)), cut.from);
  const behind = text.slice(cut.to, lines.end(lines.at(cut.to)));
  const spaceBefore = before.length - before.trimEnd().length;
  if (isOverBehind(cut, lines) || /^[;)\]}]/.test(behind)) {
    return [{ from: cut.from - spaceBefore, to: cut.to, text: '' }];
  }
  if (spaceBefore > 0 || before === '' || /[[({]$/.test(before)) {
    const spaceBehind = behind.length - behind.trimStart().length;
    return [{ from: cut.from, to: cut.to + spaceBehind, text: '' }];
  }
  // two names that touched what is cut must not become one
  const touch = /^\S/.test(behind) && !before.endsWith(';');
  return [{ from: cut.from, to: cut.to, text: touch ? ' ' : '' }];
}

/** All of the cut but the lines that stay, each of which begins on a line of its own as before. */
function aroundKept({ from, to, kept }: Cut, lines: Lines): readonly Edit[] {
  const edits: Edit[] = [{ from, to: lines.end(lines.at(from)), text: '' }];
  let at = lines.start(lines.at(from) + 1);
  for (const { firstLine, lastLine } of kept) {
    edits.push({ from: at, to: lines.start(firstLine), text: '' });
    at = lines.start(lastLine + 1);
  }
  return [...edits, { from: at, to, text: '' }].filter((edit) => edit.from < edit.to);
}
