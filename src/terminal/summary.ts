/** The answers as a table: what, its value, where it came from. */
import type { Answer } from '../questions/answers.js';
import type { Question } from '../questions/question.js';
import type { QuestionName } from '../questions/table.js';
import type { Style } from './style.js';
import { wrap } from './wrap.js';

export interface SummaryRow {
  readonly question: Question<QuestionName>;
  readonly answer: Answer;
}

/** What stands for a value: an empty one and the two words of the hardware file need telling. */
export function shownValue(name: QuestionName, value: string): string {
  if (name === 'hardware') {
    return { none: 'a placeholder', this: "this machine's own" }[value] ?? value;
  }
  if (name === 'sshKey' && value !== '') return keysInWords(value.split('\n'));
  return value === '' ? 'none' : value.replaceAll(',', ', ');
}

/** Keys are long: their number, and the comments that name them. */
function keysInWords(keys: readonly string[]): string {
  const names = keys.map((key) => key.split(' ').slice(2).join(' ')).filter((name) => name !== '');
  const count = keys.length === 1 ? '1 key' : `${keys.length} keys`;
  return names.length > 0 ? `${count}: ${names.join(', ')}` : count;
}

/** What is left out, as the last line of a summary. */
const leftOutLabel = 'Left out';

/** Values up to this width have where they came from in a column of its own. */
const usualValue = 28;

/** Wider than this is no summary of more, but of less. */
const widest = 100;

/**
 * The answers under each other, in columns where they fit, no wider than `columns`; then the names
 * of what is left out.
 */
export function drawSummary(
  rows: readonly SummaryRow[],
  style: Style,
  columns: number,
): readonly string[] {
  const leftOut = rows.filter(isLeftOut);
  const cells = rows.filter((row) => !isLeftOut(row)).map(cellOf);
  const label = Math.max(
    leftOut.length > 0 ? leftOutLabel.length : 0,
    ...cells.map((cell) => cell.label.length),
  );
  const widths = cells.map(({ value }) => value.length).filter((width) => width <= usualValue);
  const layout = { label, value: Math.max(0, ...widths), columns };
  const names = leftOut.map(({ question }) => question.label).join(', ');
  return [
    ...cells.flatMap((cell) => drawCell(cell, layout, style)),
    ...(names === '' ? [] : drawLeftOut(names, layout, style)),
  ];
}

interface Cell {
  readonly label: string;
  readonly value: string;
  readonly source: string;
  readonly note: string | undefined;
}

/** The widths of the columns, and of all of them. */
interface Layout {
  readonly label: number;
  readonly value: number;
  readonly columns: number;
}

function cellOf({ question, answer: { value, source, note } }: SummaryRow): Cell {
  return { label: question.label, value: shownValue(question.name, value), source, note };
}

/** A value, in as many lines as it needs; where it came from, if there is room; a note below it. */
function drawCell({ label, value, source, note }: Cell, layout: Layout, style: Style) {
  const room = layout.columns - layout.label - 2;
  const lines = wrap(value, room);
  const last = lines.at(-1)?.padEnd(layout.value) ?? '';
  if (last.length + 2 + source.length <= room) {
    lines[lines.length - 1] = `${last}  ${style.dim(source)}`;
  }
  if (note) lines.push(...wrap(note, room).map(style.yellow));
  return beside(style.dim(label.padEnd(layout.label)), lines, layout);
}

function drawLeftOut(names: string, layout: Layout, style: Style): readonly string[] {
  const lines = wrap(names, Math.min(layout.columns, widest) - layout.label - 2);
  return beside(style.dim(leftOutLabel.padEnd(layout.label)), lines.map(style.dim), layout);
}

/** Lines with a label to the left of the first. */
function beside(label: string, lines: readonly string[], layout: Layout): readonly string[] {
  const indent = ' '.repeat(layout.label);
  return lines.map((line, at) => `${at === 0 ? label : indent}  ${line}`);
}

/** Whether nobody asked for the thing, it is not there, and there is no more to say of it. */
function isLeftOut({ question, answer }: SummaryRow): boolean {
  return !answer.given && answer.value === question.nothing && !answer.note;
}
