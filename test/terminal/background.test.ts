/** Ctrl-Z and fg, in a shell with jobs, with somebody between it and the program as npm is. */
import { expect, it, vi } from 'vitest';
import { programFile, temporaryFolder } from '../support/program.js';
import { Terminal } from '../support/terminal.js';
import { freshNixos, programs } from './machines.js';
import { asks, confirmation, goTo, type Stop, way } from './way.js';

vi.setConfig({ testTimeout: 120_000 });

/** A shell at its prompt, and the program started from it below another process. */
async function inShell(): Promise<Terminal> {
  const cwd = temporaryFolder();
  const terminal = new Terminal([], {
    cwd,
    root: freshNixos(),
    rows: 40,
    path: `${programs()}:/usr/bin:/bin:/run/current-system/sw/bin`,
    env: { PS1: 'shell> ', BASH_SILENCE_DEPRECATION_WARNING: '1' },
    command: ['bash', '--noprofile', '--norc', '-i'],
  });
  await terminal.waitFor('shell>');
  terminal.type(`sh -c '"${process.execPath}" "${programFile}"; true'\r`);
  return terminal;
}

/** Away and back: the shell says that it is stopped, then the prompt is drawn anew. */
async function awayAndBack(terminal: Terminal, stop: Stop): Promise<void> {
  terminal.press('ctrl-z');
  await terminal.waitFor(/Stopped.*shell>$/);
  expect(terminal.showsCursor).toBe(true);
  terminal.type('fg\r');
  await terminal.waitFor(new RegExp(`shell> fg .*${asks(stop).replace('?', '.')}`));
  await terminal.waitForPrompt(stop.message);
}

// a short list, text, a list that is searched, a yes or no
it.each([way[0], way[1], way[5], confirmation].filter((stop) => stop !== undefined))(
  'Ctrl-Z at $message leads to the shell, and fg back',
  async (stop) => {
    const terminal = await inShell();
    await goTo(terminal, stop);
    await awayAndBack(terminal, stop);
    await awayAndBack(terminal, stop);
    // a no to the last one, so that nothing is being written when the test is over
    if (stop === confirmation) terminal.type('n');
    else terminal.press('enter');
    await terminal.until(
      () =>
        terminal.text().lastIndexOf(`◇ ${stop.message}`) > terminal.text().lastIndexOf(asks(stop)),
      'the answer',
    );
  },
);
