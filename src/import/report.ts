/** What became of the old configuration, as it is shown: counts first, then option by option. */
import type { Style } from '../terminal/style.js';
import { wrap, wrapProse } from '../terminal/wrap.js';
import type { Account, Fate } from './account.js';

/** The order of the report: what somebody has to do stands last, next to the prompt. */
const order: readonly Fate[] = ['answer', 'carried', 'rewritten', 'left'];

const titles: Readonly<Record<Fate, string>> = {
  answer: 'Became an answer',
  carried: 'Carried over as it was',
  rewritten: 'Rewritten, so that a flake takes it',
  left: 'Left for you',
};

/** More lines than this are folded to one for each part of the system. */
const mostLines = 12;

/** How many definitions there were and what became of them, in lines no wider than `columns`. */
export function countsOf(accounts: readonly Account[], columns: number): readonly string[] {
  const count = (fate: Fate) => accounts.filter((account) => account.fate === fate).length;
  const total = accounts.length === 1 ? '1 definition' : `${accounts.length} definitions`;
  const parts = [
    `${count('answer')} became answers`,
    `${count('carried')} carried over`,
    `${count('rewritten')} rewritten`,
    `${count('left')} left for you`,
  ];
  return wrap(`${total}: ${parts.join(', ')}`, columns);
}

/** The whole report, no wider than `columns`. What is left is never folded. */
export function drawReport(
  accounts: readonly Account[],
  style: Style,
  columns: number,
): readonly string[] {
  const groups = order.flatMap((fate) => {
    const group = accounts.filter((account) => account.fate === fate);
    if (group.length === 0) return [];
    const isWhole = fate === 'left' || fate === 'rewritten';
    const lines = isWhole ? inFull(group, style, columns) : inRows(group, style, columns);
    const title = `${titles[fate]} (${group.length})`;
    return ['', fate === 'left' ? style.yellow(title) : style.bold(title), ...lines];
  });
  return [...countsOf(accounts, columns), ...groups];
}

function placeOf({ file, line }: Account): string {
  return `${file}:${line}`;
}

/** Each with its place, and its note below it, once for all of a file that it is said of. */
function inFull(group: readonly Account[], style: Style, columns: number): readonly string[] {
  const runs = runsBy(group, ({ file, note, option, line }) =>
    JSON.stringify(note === undefined ? [file, option, line] : [file, note]),
  );
  return runs.flatMap((run) => {
    const { note } = run[0];
    const notes = note === undefined ? [] : wrapProse([note], columns - 4);
    return [
      ...run.map((account) => `  ${account.option}  ${style.dim(placeOf(account))}`),
      ...notes.map((line) => `    ${line}`),
    ];
  });
}

type Run = readonly [Account, ...Account[]];

/** The accounts of the same key together, in the order of the first of each. */
function runsBy(group: readonly Account[], key: (account: Account) => string): readonly Run[] {
  const runs = new Map<string, [Account, ...Account[]]>();
  for (const account of group) {
    const run = runs.get(key(account));
    if (run === undefined) runs.set(key(account), [account]);
    else run.push(account);
  }
  return [...runs.values()];
}

interface Row {
  readonly name: string;
  readonly place: string;
  readonly note: string;
}

/** A row each, or where they are many a row for all that begin with the same two names. */
function inRows(group: readonly Account[], style: Style, columns: number): readonly string[] {
  const rows = group.length > mostLines ? folded(group) : group.map(rowOf);
  const name = Math.min(44, Math.max(...rows.map((row) => row.name.length)));
  const place = Math.max(...rows.map((row) => row.place.length));
  return rows.map((row) => {
    const start = `  ${row.name.padEnd(name)}  `;
    const note = row.note === '' ? '' : `  ${row.note}`;
    const rest = `${row.place.padEnd(note === '' ? 0 : place)}${note}`;
    const isWide = start.length + rest.length > columns;
    return start + style.dim(isWide ? row.place : rest);
  });
}

function rowOf(account: Account): Row {
  return { name: account.option, place: placeOf(account), note: account.note ?? '' };
}

/** Neighbours of the same beginning and note as one row: `services.pipewire … (4)`. */
function folded(group: readonly Account[]): readonly Row[] {
  const runs = runsBy(group, ({ file, option, note }) =>
    [file, beginning(option), note ?? ''].join('\n'),
  );
  return runs.map((run) => {
    const [first] = run;
    const last = run.at(-1) ?? first;
    if (run.length === 1) return rowOf(first);
    const place = first.line === last.line ? placeOf(first) : `${placeOf(first)}–${last.line}`;
    return { name: `${beginning(first.option)} (${run.length})`, place, note: first.note ?? '' };
  });
}

/** The first two names of an option. */
function beginning(option: string): string {
  return (
    /^(?:"(?:\\.|[^"\\])*"|[^."]+)(?:\.(?:"(?:\\.|[^"\\])*"|[^."]+))?/.exec(option)?.[0] ?? option
  );
}
