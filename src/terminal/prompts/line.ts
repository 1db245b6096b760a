/**
 * A line of text to type. clack's own breaks a long one wherever the window ends, outside of its
 * frame; here it moves along, as an SSH key can be longer than a small window has room for.
 */
import { getColumns, TextPrompt } from '@clack/core';
import type { Style } from '../style.js';
import { wrap } from '../wrap.js';
import { attended } from './attended.js';
import { inFrame, isOpen, type Message, type State } from './frame.js';
import { type WayBack, watchKeys } from './way-back.js';

interface Line extends WayBack {
  readonly message: Message;
  readonly style: Style;
  readonly signal: AbortSignal;
  /** What Enter alone answers, shown until something is typed. */
  readonly fallback: string | undefined;
  /** What is there to begin with, and can be changed. */
  readonly initial: string | undefined;
  readonly validate: (value: string) => Promise<string | undefined>;
}

/** The text that was typed, or clack's sign that nothing was. */
export function askLine(line: Line): Promise<string | symbol | undefined> {
  const { fallback, initial, signal } = line;
  const prompt = new TextPrompt({
    ...(fallback ? { defaultValue: fallback } : {}),
    ...(initial ? { initialValue: initial } : {}),
    signal,
    validate: (value) => line.validate(value || fallback || ''),
    render() {
      const { state, error, cursor, userInput: text } = this;
      return draw(line, { state, error, cursor, text, answer: this.value ?? '' });
    },
  });
  watchKeys(prompt, line);
  return attended(prompt);
}

interface Moment {
  readonly state: State;
  readonly error: string;
  readonly cursor: number;
  readonly text: string;
  readonly answer: string;
}

function draw(line: Line, { state, error, cursor, text, answer }: Moment): string {
  const { style, fallback = '' } = line;
  const width = getColumns(process.stdout) - 4;
  const frame = { ...line, state };
  if (!isOpen(state)) return inFrame(frame, [state === 'submit' ? shortened(answer, width) : '']);
  const shown = text === '' ? placeholder(fallback, style) : around(text, cursor, width, style);
  const errors = state === 'error' ? wrap(error, width).map((each) => style.yellow(each)) : [];
  return inFrame(frame, [shown, ...errors]);
}

/** What stands where nothing is typed yet, with the cursor on its first letter. */
function placeholder(text: string, style: Style): string {
  return text === '' ? block : onCursor(text.slice(0, 1), style) + style.dim(text.slice(1));
}

/** The cursor behind a text. */
const block = '█';

/** The cursor on a letter. */
function onCursor(letter: string, style: Style): string {
  const hasStyle = style.dim(letter) !== letter;
  return hasStyle ? `\x1b[7m${letter}\x1b[27m` : letter;
}

/** As much of a text as there is room for, around the cursor. */
function around(text: string, cursor: number, width: number, style: Style): string {
  const from = Math.max(0, Math.min(cursor - Math.floor(width / 2), text.length + 1 - width));
  const until = Math.min(text.length, from + width);
  // an emoji is two or more in the cursor's count, and one on the screen
  let at = from;
  const letters = [...text.slice(from, until)].map((letter) => {
    const isFirst = at === from;
    const begins = at;
    at += letter.length;
    if (begins <= cursor && cursor < at) return onCursor(letter, style);
    const isCut = (isFirst && from > 0) || (at === until && until < text.length);
    return isCut ? '…' : letter;
  });
  return letters.join('') + (cursor >= text.length ? block : '');
}

/** Beginning and end of a text: of two keys, or two disks, it is the end that differs. */
export function shortened(text: string, width: number): string {
  if (text.length <= width) return text;
  const end = Math.floor((width - 1) / 2);
  return `${text.slice(0, width - 1 - end)}…${text.slice(text.length - end)}`;
}
