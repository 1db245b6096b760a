/** The way through the program on a fresh NixOS, with the answer that Enter alone gives. */
import type { Terminal } from '../support/terminal.js';

export interface Stop {
  readonly message: string;
  /** What is shown as the choice before a key is pressed. */
  readonly choice: string;
}

export const firstFive: readonly Stop[] = [
  { message: 'Hostname', choice: 'framework' },
  { message: 'Username', choice: 'leon' },
  { message: 'Channel', choice: '● nixos-26.05' },
  { message: 'Shell', choice: '● zsh' },
  { message: 'Theme', choice: '● starship' },
];

export const summary: Stop = { message: 'Is this right?', choice: '● Yes, go on' };
export const confirmation: Stop = { message: 'Write these', choice: '● Yes / ○ No' };
export const rebuildOffer: Stop = { message: 'Run this now?', choice: '○ Yes / ● No' };

/** Every prompt of the whole way, in order. */
export const way: readonly Stop[] = [
  { message: 'Which computer is it for?', choice: '● This one' },
  ...firstFive,
  summary,
  confirmation,
  rebuildOffer,
];

/** What stands on the screen while a question is open; an answered one has another mark. */
export const asks = ({ message }: Pick<Stop, 'message'>) => `◆ ${message}`;

/** Presses Enter at every prompt before `stop`, and waits for that one. */
export async function goTo(terminal: Terminal, stop: Stop): Promise<void> {
  for (const earlier of way.slice(0, way.indexOf(stop))) await terminal.enterAt(asks(earlier));
  await terminal.waitForPrompt(stop.message);
}

/** From the summary to the question behind a label, through "Change something". */
export async function change(terminal: Terminal, label: string): Promise<void> {
  await terminal.waitForPrompt(summary.message);
  terminal.press('down');
  await terminal.enterAt('● Change something');
  await terminal.waitForPrompt('What?');
  terminal.type(label);
  await terminal.enterAt(`● ${label}`);
  await terminal.waitForPrompt(label);
}

/** The current choice of the list that is open. */
export function current(terminal: Terminal): string | undefined {
  return [...terminal.text().matchAll(/● (\S+)/g)].at(-1)?.[1];
}

/** To the next entry of the list that is open. */
export async function down(terminal: Terminal): Promise<void> {
  const before = current(terminal);
  terminal.press('down');
  const hasMoved = () => ![before, undefined].includes(current(terminal));
  await terminal.until(hasMoved, `a choice after ${before}`);
}

/** Goes down a list until the wanted entry is the current one, and takes it. */
export async function choose(terminal: Terminal, value: string): Promise<void> {
  for (let tries = 0; current(terminal) !== value && tries < 10; tries += 1) await down(terminal);
  await terminal.enterAt(`● ${value}`);
}
