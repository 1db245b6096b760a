/** What every prompt has around it, as clack draws it: a mark, the question, and a bar at its left. */
import { S_BAR, S_BAR_END, symbol } from '@clack/prompts';
import type { Style } from '../style.js';

/** The question; further lines of it are shown while it is open. */
export type Message = readonly string[];

export type State = Parameters<typeof symbol>[0];

interface Frame {
  readonly style: Style;
  readonly state: State;
  readonly message: Message;
}

/** A window that is narrower, in columns, has no room for more than the question itself. */
export const roomForHelp = 60;

/** Whether a prompt in this state still waits for an answer. */
export function isOpen(state: State): boolean {
  return state !== 'submit' && state !== 'cancel';
}

/** How many rows there are around the body of an open prompt. */
export function frameHeight({ message }: Pick<Frame, 'message'>): number {
  return 1 + message.length + 1;
}

/** The body of a prompt in its frame: what is asked, or when it is answered the answer. */
export function inFrame(frame: Frame, body: readonly string[]): string {
  const { style, state, message } = frame;
  const [question = '', ...more] = message;
  const side = style.dim(S_BAR);
  const head = [side, `${symbol(state)}  ${question}`];
  if (!isOpen(state))
    return [
      ...head,
      ...beside(
        side,
        body.map((line) => style.dim(line)),
      ),
    ].join('\n');
  const colour = state === 'error' ? style.yellow : style.cyan;
  return [...head, ...beside(colour(S_BAR), [...more, ...body]), colour(S_BAR_END)].join('\n');
}

function beside(bar: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${bar}  ${line}`.trimEnd());
}
