/** The way through the program on a fresh NixOS, with the answer that Enter alone gives. */
import path from 'node:path';
import { expect } from 'vitest';
import { filesIn, temporaryFolder } from '../support/program.js';
import { Terminal } from '../support/terminal.js';
import { freshNixos, programs } from './machines.js';

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

/** Takes what is typed in a list of which one can have several. */
export async function take(terminal: Terminal, value: string): Promise<void> {
  await terminal.waitFor(`❯ ◻ ${value}`);
  terminal.press('enter');
  await terminal.waitFor(`❯ ◼ ${value}`);
  await terminal.waitFor('Search: type to search');
}

/** The answers of the first five questions, as flags. */
export const firstFiveGiven: readonly string[] = [
  ...['--hostname', 'framework', '--username', 'leon', '--channel', 'nixos-26.05'],
  ...['--shell', 'zsh', '--theme', 'starship'],
];

type TerminalOptions = NonNullable<ConstructorParameters<typeof Terminal>[1]>;

/** A run that begins at the summary: the questions before it are answered by flags. */
export function openAtSummary(
  args: readonly string[] = [],
  options: TerminalOptions = {},
): { terminal: Terminal; repo: string } {
  const cwd = temporaryFolder();
  const given = [...firstFiveGiven, '--no-git', '--no-lock', '--hardware', 'this', ...args];
  const machine = { cwd, root: freshNixos(), path: programs(), rows: 40 };
  return {
    terminal: new Terminal(given, { ...machine, ...options }),
    repo: path.join(cwd, 'nixos-config'),
  };
}

/** From the summary to the end, and the answers that the repo keeps. */
export async function answersAtTheEnd(
  terminal: Terminal,
  repo: string,
): Promise<Readonly<Record<string, unknown>>> {
  for (const stop of [summary, confirmation]) await terminal.enterAt(asks(stop));
  await terminal.enterAt(/◆ (Run this now|Build it now)/);
  expect(await terminal.exit()).toMatchObject({ code: 0 });
  return JSON.parse(filesIn(repo)['.create-nixos-config.json'] ?? '{}').answers;
}

/** Searches a list for an entry, and leaves the cursor on it. */
export async function find(terminal: Terminal, value: string): Promise<void> {
  terminal.type(value);
  await terminal.waitFor(`Search: ${value}`);
  await terminal.waitFor(new RegExp(`[●❯] ([◻◼] )?${value.replace('+', '\\+')} `));
}
