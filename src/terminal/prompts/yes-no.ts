/** A yes or a no, as clack's own draws it, which nobody can stay with while it is open. */
import { ConfirmPrompt, getColumns } from '@clack/core';
import { S_BAR, S_BAR_END, S_RADIO_ACTIVE, S_RADIO_INACTIVE, symbol } from '@clack/prompts';
import type { Style } from '../style.js';
import { wrap } from '../wrap.js';
import { attended } from './attended.js';
import { isOpen } from './frame.js';

interface YesNo {
  readonly message: string;
  readonly style: Style;
  readonly signal: AbortSignal;
  readonly initial: boolean;
}

/** The answer, or clack's sign that nothing was answered. */
export function askYesNo(asked: YesNo): Promise<boolean | symbol | undefined> {
  const { message, style, signal, initial } = asked;
  const prompt = new ConfirmPrompt({
    active: 'Yes',
    inactive: 'No',
    signal,
    initialValue: initial,
    render() {
      const { state, value } = this;
      const bar = style.dim(S_BAR);
      const [first = '', ...more] = wrap(message, getColumns(process.stdout) - 4);
      const head = [bar, `${symbol(state)}  ${first}`, ...more.map((line) => `${bar}  ${line}`)];
      const word = value ? 'Yes' : 'No';
      if (!isOpen(state)) return [...head, `${bar}  ${style.dim(word)}`].join('\n');
      const body = `${style.cyan(S_BAR)}  ${choice('Yes', value === true, style)} ${style.dim('/')} ${choice('No', value !== true, style)}`;
      // the last line break is one that the core goes back over where y or n is pressed
      return [...head, body, style.cyan(S_BAR_END), ''].join('\n');
    },
  });
  return attended(prompt).then((answer) => answer);
}

function choice(word: string, isChosen: boolean, style: Style): string {
  return isChosen
    ? `${style.green(S_RADIO_ACTIVE)} ${word}`
    : style.dim(`${S_RADIO_INACTIVE} ${word}`);
}
