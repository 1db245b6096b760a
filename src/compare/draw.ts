/** A comparison as lines for a person: what was added, what was asked for, what was not. */
import { type Style, signs } from '../terminal/style.js';
import { wrap } from '../terminal/wrap.js';
import {
  type Area,
  areaNames,
  areas,
  type Comparison,
  isGuarded,
  type Judged,
  needsName,
  unasked,
} from './difference.js';

/** So many entries of a list are named, */
const mostNames = 6;

/** and so many options of an area that can do without a yes to each. */
const mostOptions = 8;

interface Section {
  readonly style: Style;
  readonly columns: number;
  /** What stands before each difference. */
  readonly mark: (row: Judged) => string;
}

/** The table, no wider than `columns`; names are broken where they have to be, never cut. */
export function drawComparison(
  comparison: Comparison,
  style: Style,
  columns: number,
): readonly string[] {
  const { differences } = comparison;
  const asked = differences.filter(({ askedFor }) => askedFor !== undefined);
  const lost = unasked(comparison);
  const named = new Set(needsName(comparison));
  const lostMark = (row: Judged) => (named.has(row) ? style.red(signs.bad) : style.yellow('!'));
  const section = (title: string, mark: Section['mark'], rows: readonly Judged[]) =>
    rows.length === 0 ? [] : ['', title, ...drawRows(rows, { style, columns, mark })];
  return [
    ...drawAdded(differences, style, columns),
    ...section('Asked for', () => style.green(signs.good), asked),
    ...section('Not asked for', lostMark, lost),
  ];
}

/** Additions take nothing from anybody: their numbers do. */
function drawAdded(all: readonly Judged[], style: Style, columns: number): readonly string[] {
  const added = all.filter(({ change }) => change === 'added');
  const of = (area: Area) => added.filter((each) => each.area === area).length;
  const [services, packages] = [of('services'), of('packages')];
  const counts = [
    ...counted(services, 'service'),
    ...counted(packages, 'package'),
    ...counted(added.length - services - packages, 'setting'),
  ];
  if (counts.length === 0) return [];
  return wrap(`Added: ${counts.join(', ')}`, columns).map((line) => style.dim(line));
}

function counted(count: number, noun: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
}

function drawRows(rows: readonly Judged[], section: Section): readonly string[] {
  return areas.flatMap((area) => {
    const those = rows.filter((row) => row.area === area);
    const options = those.filter((row) => !isThing(row));
    const shown = isGuarded(area) ? options : options.slice(0, mostOptions);
    const more = options.length - shown.length;
    return [
      ...drawThings(area, those.filter(isThing), section),
      ...shown.flatMap((row) => drawRow(row, section)),
      ...(more > 0 ? [section.style.dim(`  and ${more} more`)] : []),
    ];
  });
}

/** A service or a package: that it is there is all that there is to it. */
function isThing({ name, before }: Judged): boolean {
  return name === before;
}

/** Services or packages in one sentence, in a group for each reason. */
function drawThings(area: Area, rows: readonly Judged[], section: Section): readonly string[] {
  const width = section.columns - 2;
  return [...new Set(rows.map(({ askedFor }) => askedFor))].flatMap((askedFor) => {
    const those = rows.filter((row) => row.askedFor === askedFor);
    const text = `${areaNames[area]} gone: ${folded(those.map(({ name }) => name))}`;
    const lines = wrap(text, width).flatMap((line) => broken(line, width));
    const notes = askedFor === undefined ? [] : [indented(section.style.dim(askedFor))];
    return those.slice(0, 1).flatMap((row) => marked([...lines, ...notes], section.mark(row)));
  });
}

/** The first names of a list, and how many more there are. */
export function folded(names: readonly string[]): string {
  const more = names.length - mostNames;
  // one more is no longer than its count
  if (more <= 1) return names.join(', ');
  return `${names.slice(0, mostNames).join(', ')} and ${more} more`;
}

/** In one line where there is room, else the name and below it what became of it. */
function drawRow(row: Judged, section: Section): readonly string[] {
  const { style, columns } = section;
  const width = columns - 2;
  const mark = section.mark(row);
  const change = whatBecame({ ...row, before: folded(row.before.split(', ')) });
  const notes = [row.askedFor, row.file].filter((note) => note !== undefined);
  const line = [row.name, change, ...notes].join('  ');
  if (line.length <= width) {
    return marked([[row.name, change, ...notes.map(style.dim)].join('  ')], mark);
  }
  const detail = wrap(change, width - 2).flatMap((each) => broken(each, width - 2));
  const dimmed = notes.flatMap((note) => wrap(note, width - 2).map(style.dim));
  return marked([...broken(row.name, width), ...[...detail, ...dimmed].map(indented)], mark);
}

/** `before → after`. */
export function whatBecame({ change, before, after }: Judged): string {
  if (change === 'gone') return before === '' ? 'gone' : `${before} → gone`;
  return `${before} → ${after}`;
}

const indented = (line: string) => `  ${line}`;

function marked(lines: readonly string[], mark: string): readonly string[] {
  return lines.map((line, at) => (at === 0 ? `${mark} ${line}` : `  ${line}`));
}

/** Text without spaces, such as a name, in pieces that fit. */
export function broken(text: string, width: number): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += width) pieces.push(text.slice(at, at + width));
  return pieces;
}
