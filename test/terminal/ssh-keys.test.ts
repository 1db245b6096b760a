import { describe, expect, it, vi } from 'vitest';
import { sshKey } from '../support/answers.js';
import type { Terminal } from '../support/terminal.js';
import { answersAtTheEnd, change, choose, openAtSummary, summary } from './way.js';

vi.setConfig({ testTimeout: 120_000 });

const other = sshKey.replace('leon@laptop', 'leon@desktop').replace('EVm', 'FVm');

const another = '◆ Another one? Enter for none';

/** Pastes a line, as a terminal does: all of it at once. */
async function paste(terminal: Terminal, line: string): Promise<void> {
  terminal.type(line);
  await terminal.waitFor(`${line.slice(-12)}█`);
  terminal.press('enter');
}

describe('SSH keys', () => {
  it('are asked for one after the other, until there is an empty line', async () => {
    const { terminal, repo } = openAtSummary();
    await change(terminal, 'SSH key');
    await paste(terminal, sshKey);
    await terminal.waitFor(another);
    await paste(terminal, other);
    await terminal.until(() => terminal.text().split('Another one?').length === 3, 'a third one');
    terminal.press('enter');
    await terminal.waitForPrompt(summary.message);
    expect(terminal.wholeText()).toContain('SSH key 2 keys: leon@laptop, leon@desktop');
    expect(await answersAtTheEnd(terminal, repo)).toMatchObject({ sshKey: [sshKey, other] });
  });

  it('are none on an empty line', async () => {
    const { terminal, repo } = openAtSummary();
    await change(terminal, 'SSH key');
    terminal.press('enter');
    await terminal.waitForPrompt(summary.message);
    expect(await answersAtTheEnd(terminal, repo)).toMatchObject({ sshKey: [] });
  });

  it('say what is wrong with the one that was typed, and keep those before it', async () => {
    const { terminal, repo } = openAtSummary();
    await change(terminal, 'SSH key');
    await paste(terminal, sshKey);
    await terminal.waitFor(another);
    terminal.type('ssh-ed25519 AAAA');
    await terminal.waitFor('AAAA█');
    terminal.press('enter');
    await terminal.waitFor(/▲ Another one\? .* It /);
    terminal.press('ctrl-u', 'enter');
    await terminal.waitForPrompt(summary.message);
    expect(await answersAtTheEnd(terminal, repo)).toMatchObject({ sshKey: [sshKey] });
  });

  it('that are there already come one by one, and each can be taken away', async () => {
    const { terminal, repo } = openAtSummary(['--ssh-key', sshKey, '--ssh-key', other]);
    await change(terminal, 'SSH key');
    await terminal.waitFor('leon@laptop█');
    terminal.press('ctrl-u', 'enter');
    await terminal.waitFor('leon@desktop█');
    terminal.press('enter');
    await terminal.until(() => terminal.text().split('Another one?').length === 3, 'a third one');
    terminal.press('enter');
    await terminal.waitForPrompt(summary.message);
    expect(await answersAtTheEnd(terminal, repo)).toMatchObject({ sshKey: [other] });
  });

  it('are asked for by the preset that is of no use without one', async () => {
    const { terminal } = openAtSummary();
    await change(terminal, 'Preset');
    await choose(terminal, 'server');
    await terminal.waitForPrompt('SSH key');
    expect(terminal.text()).toContain('without any there is no SSH server');
    await paste(terminal, sshKey);
    await terminal.enterAt(another);
    await terminal.waitForPrompt(summary.message);
    expect(terminal.wholeText()).toContain('SSH key 1 key: leon@laptop you');
  });
});
