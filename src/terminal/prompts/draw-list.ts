/** How a list looks: its entries with their hints, and below them what the current one is about. */
import { getColumns, getRows } from '@clack/core';
import {
  S_CHECKBOX_INACTIVE,
  S_CHECKBOX_SELECTED,
  S_RADIO_ACTIVE,
  S_RADIO_INACTIVE,
  unicodeOr,
} from '@clack/prompts';
import type { Style } from '../style.js';
import { wrap } from '../wrap.js';
import { frameHeight, inFrame, isOpen, type Message, type State } from './frame.js';
import type { WayBack } from './way-back.js';

export interface Entry {
  readonly value: string;
  readonly label: string;
  /** A few words beside the label. */
  readonly hint?: string | undefined;
  /** Drawn between label and hint, where the list is `width` wide. */
  readonly swatch?: ((width: number) => Drawn) | undefined;
  /** Further words that find it. */
  readonly words?: string;
  /** Lines below the list while it is the current entry, none wider than `width`: how it looks, */
  readonly picture?: ((width: number) => readonly string[]) | undefined;
  /** and what it does. */
  readonly details?: ((width: number) => readonly string[]) | undefined;
}

/** Something with colours in it, and the columns that it takes. */
interface Drawn {
  readonly text: string;
  readonly width: number;
}

export interface List extends WayBack {
  readonly message: Message;
  readonly entries: readonly Entry[];
  readonly style: Style;
}

/** A list at one moment. */
export interface Moment {
  readonly state: State;
  readonly error: string;
  readonly cursor: number;
  /** The entries that a search has left, all of them without one. */
  readonly found: readonly Entry[];
  /** What is typed, where the list can be searched. */
  readonly search?: string;
  /** The values that are taken, where there can be several. */
  readonly taken?: readonly unknown[];
  /** What is answered if nothing changes any more. */
  readonly answer: readonly Entry[];
}

/** What does not fit into so many rows is searched rather than read. */
const mostRows = 10;

/** The rows that a list keeps in a low window, before what stands below it. */
const fewestRows = 5;

/** Columns that a hint needs to be worth its place beside the label. */
const fewestColumns = 18;

export function drawList(list: List, moment: Moment): string {
  const { state, answer } = moment;
  const width = getColumns(process.stdout) - 4;
  const frame = { ...list, state };
  if (isOpen(state)) {
    const room = getRows(process.stdout) - frameHeight(list);
    return inFrame(frame, drawBody(list, moment, width, room));
  }
  const labels = answer.map(({ label }) => label).join(', ') || 'none';
  return inFrame(frame, state === 'submit' ? wrap(labels, width) : ['']);
}

/** Search, entries, details and keys, in `room` rows. */
function drawBody(list: List, moment: Moment, width: number, room: number): readonly string[] {
  const { style, entries } = list;
  const { found, cursor, search, error, state } = moment;
  const top = [
    ...(search === undefined ? [] : [searchLine(list, moment, search)]),
    ...(state === 'error' ? wrap(error, width).map(style.yellow) : []),
    ...(found.length === 0 ? [style.yellow('No matches found')] : []),
  ];
  const left = room - top.length - 1;
  const layout = layoutOf(list, moment, width);
  const detailsOf = (entry: Entry) => [
    ...(entry.picture?.(width) ?? []),
    ...hintBelow(entry, layout).map((hint) => style.dim(cut(hint, width))),
    ...(entry.details?.(width) ?? []),
  ];
  const wanted = Math.max(0, ...entries.map((entry) => detailsOf(entry).length));
  const spared = Math.max(left - wanted, Math.min(left, fewestRows));
  const rows = Math.max(3, Math.min(mostRows, entries.length, spared));
  const below = Math.max(0, Math.min(wanted, left - rows));
  const current = found[cursor];
  const details = current ? detailsOf(current) : [];
  const hasGap = wanted > 0 && left > rows + wanted;
  return [
    ...top,
    ...drawRows(list, moment, layout, rows),
    ...(hasGap ? [''] : []),
    // as many lines for every entry, so that the list stays where it is
    ...Array.from({ length: below }, (_, at) => details[at] ?? ''),
    style.dim(keysFor(list, moment, width)),
  ];
}

/** A hint that is not beside its entry, or not the whole of it. */
function hintBelow({ hint }: Entry, layout: Layout): readonly string[] {
  const isSeen = layout.hasHints && (hint?.length ?? 0) <= layout.hint;
  return hint === undefined || isSeen ? [] : [hint];
}

/** What is typed, how much it finds, and of several how many are taken, in sight or not. */
function searchLine({ style, entries }: List, { found, taken }: Moment, search: string): string {
  const isLess = found.length < entries.length;
  const count = isLess ? `${found.length} match${found.length === 1 ? '' : 'es'}` : '';
  const counts = [count, taken?.length ? `${taken.length} taken` : ''].filter(Boolean).join(', ');
  const typed = search === '' ? style.dim('type to search') : `${search}█`;
  return `${style.dim('Search:')} ${typed}${counts && style.dim(` (${counts})`)}`;
}

/** The columns of a list, and what all of them may take. */
interface Layout {
  readonly width: number;
  readonly label: number;
  readonly swatch: number;
  readonly hint: number;
  readonly hasHints: boolean;
}

function layoutOf({ entries }: List, { taken }: Moment, width: number): Layout {
  const label = Math.max(...entries.map((entry) => entry.label.length));
  const swatch = Math.max(...entries.map((entry) => entry.swatch?.(width).width ?? 0));
  const used = markWidth(taken) + label + 2 + (swatch > 0 ? swatch + 2 : 0);
  const hint = width - used;
  return { width, label, swatch, hint, hasHints: hint >= fewestColumns };
}

/** The entries around the current one, and how many there are before and after them. */
function drawRows(list: List, moment: Moment, layout: Layout, rows: number): readonly string[] {
  const { found, cursor, taken } = moment;
  const from = Math.max(0, Math.min(cursor - Math.floor(rows / 2), found.length - rows));
  const until = Math.min(found.length, from + rows);
  const indent = ' '.repeat(markWidth(taken));
  const more = (arrow: string, count: number) => list.style.dim(`${indent}${arrow} ${count} more`);
  return found.slice(from, until).map((entry, index) => {
    const at = from + index;
    if (index === 0 && from > 0) return more('↑', from + 1);
    if (at === until - 1 && until < found.length) return more('↓', found.length - at);
    return drawEntry(list, moment, layout, entry, at === cursor);
  });
}

function drawEntry(
  { style }: List,
  { taken }: Moment,
  layout: Layout,
  { value, label, hint, swatch }: Entry,
  isCurrent: boolean,
): string {
  const isTaken = taken?.includes(value);
  const drawn = swatch?.(layout.width) ?? { text: '', width: 0 };
  const shown = label.padEnd(layout.label);
  const cells = [
    mark(style, isCurrent, isTaken) + (isCurrent || isTaken ? shown : style.dim(shown)),
    ...(layout.swatch > 0 ? [drawn.text + ' '.repeat(layout.swatch - drawn.width)] : []),
    ...(layout.hasHints && hint ? [style.dim(cut(hint, layout.hint))] : []),
  ];
  return cells.join('  ');
}

/** Before an entry: whether it is the current one, and of several whether it is taken. */
function mark(style: Style, isCurrent: boolean, isTaken: boolean | undefined): string {
  if (isTaken === undefined) {
    return isCurrent ? `${style.green(S_RADIO_ACTIVE)} ` : `${style.dim(S_RADIO_INACTIVE)} `;
  }
  const box = isTaken ? style.green(S_CHECKBOX_SELECTED) : style.dim(S_CHECKBOX_INACTIVE);
  return `${isCurrent ? style.cyan(unicodeOr('❯', '>')) : ' '} ${box} `;
}

/** The columns of a mark; a box of ASCII is three wide. */
function markWidth(taken: Moment['taken']): number {
  return taken === undefined ? 2 : 3 + S_CHECKBOX_INACTIVE.length;
}

/** What the keys do, in as many words as there is room for. */
function keysFor({ onKey }: List, { taken, search }: Moment, width: number): string {
  const long = wordsFor(taken !== undefined, search ?? '');
  const short =
    taken === undefined ? ['↑/↓', 'Enter: take it'] : ['↑/↓', 'Space: take', 'Enter: go on'];
  const back = onKey === undefined ? [] : ['Esc: back'];
  const texts = [[...long, ...back], [...short, ...back], short].map((words) => words.join(' • '));
  return texts.find((text) => text.length <= width) ?? short.join(' • ');
}

function wordsFor(hasSeveral: boolean, search: string): readonly string[] {
  if (!hasSeveral) return ['↑/↓ to move', 'Enter: take it'];
  const enter = search === '' ? 'Enter: go on' : 'Enter: take it';
  return ['↑/↓ to move', 'Space: take or leave', enter];
}

/** `text` in at most `width` columns. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}
