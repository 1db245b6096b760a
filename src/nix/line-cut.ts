/** Takes whole lines out of a text, so that no two blank lines meet that were apart. */
import type { Edit } from './edit.js';
import type { Lines } from './lines.js';

/** The edits that drop these lines, and blank lines beside them that would be too many. */
export function droppedLines(dropped: ReadonlySet<number>, lines: Lines): readonly Edit[] {
  const edits: Edit[] = [];
  let done = -1;
  for (const line of [...dropped].sort((a, b) => a - b)) {
    if (line <= done) continue;
    const run = runAround(line, dropped, lines);
    done = run.last;
    const staying = stayingBlanks(run, dropped, lines);
    for (let each = run.first; each <= run.last; each += 1) {
      if (!staying.has(each)) dropLine(each, lines, edits);
    }
  }
  return edits;
}

/** Lines one after the other that are dropped or blank, the last one included. */
interface Run {
  readonly first: number;
  readonly last: number;
}

function runAround(line: number, dropped: ReadonlySet<number>, lines: Lines): Run {
  const belongs = (at: number) =>
    at >= 0 && at < lines.count && (dropped.has(at) || lines.isBlank(at));
  let first = line;
  let last = line;
  while (belongs(first - 1)) first -= 1;
  while (belongs(last + 1)) last += 1;
  return { first, last };
}

/** One stretch of blank lines stays between what was apart, none beside a bracket that had none. */
function stayingBlanks(run: Run, dropped: ReadonlySet<number>, lines: Lines): ReadonlySet<number> {
  const stretches = blankStretches(run, dropped);
  const before = stretches.find(([first]) => first === run.first);
  const behind = stretches.find((stretch) => stretch.at(-1) === run.last);
  const isFirst = run.first === 0 || /[[({]\s*$/.test(lines.textOf(run.first - 1));
  const isLast = run.last + 1 >= lines.count || /^\s*[\])}]/.test(lines.textOf(run.last + 1));
  if (isFirst) return new Set(before);
  return new Set(isLast ? behind : (before ?? stretches[0]));
}

function blankStretches({ first, last }: Run, dropped: ReadonlySet<number>): number[][] {
  const stretches: number[][] = [];
  for (let line = first; line <= last; line += 1) {
    if (dropped.has(line)) continue;
    const stretch = stretches.at(-1);
    if (stretch?.at(-1) === line - 1) stretch.push(line);
    else stretches.push([line]);
  }
  return stretches;
}

function dropLine(line: number, lines: Lines, edits: Edit[]): void {
  const from = lines.start(line);
  const to = lines.start(line + 1);
  const before = edits.at(-1);
  if (before?.to === from) edits[edits.length - 1] = { ...before, to };
  else if (from < to) edits.push({ from, to, text: '' });
}
