/** The answers as a table: what, its value, where it came from. */
import type { Answer } from '../questions/answers.js';
import type { Question } from '../questions/question.js';
import type { QuestionName } from '../questions/table.js';
import type { Style } from './style.js';

export interface SummaryRow {
  readonly question: Question<QuestionName>;
  readonly answer: Answer;
}

/** What stands for a value: an empty one and the two words of the hardware file need telling. */
export function shownValue(name: QuestionName, value: string): string {
  if (name === 'hardware') {
    return { none: 'a placeholder', this: "this machine's own" }[value] ?? value;
  }
  return value === '' ? 'none' : value;
}

/** A line for each answer, no wider than `columns`, in columns where they fit. */
export function drawSummary(
  rows: readonly SummaryRow[],
  style: Style,
  columns: number,
): readonly string[] {
  const cells = rows.map(({ question, answer }) => ({
    label: question.label,
    value: shownValue(question.name, answer.value),
    source: answer.source,
    note: answer.note,
  }));
  const labelWidth = Math.max(0, ...cells.map(({ label }) => label.length));
  const valueWidth = Math.max(
    0,
    ...cells.map(({ value }) => value.length).filter((width) => width <= 28),
  );
  return cells.flatMap(({ label, value, source, note }) => {
    const line = `${label.padEnd(labelWidth)}  ${value.padEnd(valueWidth)}`;
    const fits = line.length + 2 + source.length <= columns;
    const shown = `${style.dim(label.padEnd(labelWidth))}  ${value.padEnd(valueWidth)}`;
    return [
      fits ? `${shown}  ${style.dim(source)}` : `${style.dim(label.padEnd(labelWidth))}  ${value}`,
      ...(note ? [`${' '.repeat(labelWidth)}  ${style.yellow(note)}`] : []),
    ];
  });
}
