import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { filesIn, run, temporaryFolder } from '../support/program.js';
import { Terminal } from '../support/terminal.js';
import { freshNixos, otherLinux, programs } from './machines.js';
import { asks, confirmation, goTo, rebuildOffer, summary, way } from './way.js';

vi.setConfig({ testTimeout: 120_000 });

/** What is shown at a prompt besides the prompt itself, by the prompt's message. */
const alsoShown: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  'Which computer is it for?': ['create-nixos-config', '○ Another one'],
  Channel: ['○ nixos-unstable'],
  Shell: ['○ bash', '○ fish', '○ nushell'],
  Theme: ['Search: type to search'],
  'Is this right?': [
    "Hardware file this machine's own",
    'Full name Leon Weber /etc/passwd',
    'Time zone Europe/Berlin /etc/nixos',
    'Locale de_DE.UTF-8 /etc/nixos',
    'Boot loader systemd-boot /etc/nixos',
    'State version 26.05 /etc/nixos',
    /Place of the repo \S+\/nixos-config/,
    '○ Change something',
  ],
  'Write these': ['hosts', 'framework', 'configuration.nix', 'zsh.nix', 'flake.nix'],
  'Run this now?': [
    'Set up git',
    'The first rebuild: build it',
    /nixos-rebuild build --flake \S+#framework/,
  ],
};

describe('Enter alone on a fresh NixOS', () => {
  it('leads through every question to a repo and its next steps', async () => {
    const cwd = temporaryFolder();
    const terminal = new Terminal([], { cwd, root: freshNixos(), path: programs() });
    for (const stop of way) {
      await terminal.waitForPrompt(stop.message);
      expect(terminal.text()).toContain(stop.choice);
      const all = terminal.wholeText();
      for (const shown of alsoShown[stop.message] ?? []) expect(all).toMatch(asPattern(shown));
      if (stop === confirmation) expect(fs.readdirSync(cwd)).toEqual([]);
      terminal.press('enter');
    }
    expect(await terminal.exit()).toEqual({ code: 0, signal: undefined });
    const end = terminal.wholeText();
    for (const shown of [
      'Next steps',
      'Pin the inputs in flake.lock',
      'Switch to the new configuration',
      'The same again, without questions',
      '--hostname framework --username leon --channel nixos-26.05 --shell zsh --theme starship',
      'Your configuration is in',
    ]) {
      expect(end).toContain(shown);
    }
    // Node's own, of something that the program does wrongly
    expect(end).not.toContain('Warning');
    expect(terminal.showsCursor).toBe(true);
    const files = filesIn(path.join(cwd, 'nixos-config'));
    expect(end).toContain(`Write these ${Object.keys(files).length} files to nixos-config?`);
    expect(fs.readdirSync(cwd)).toEqual(['nixos-config']);
  });

  it('writes to the byte what --yes writes', async () => {
    const cwd = temporaryFolder();
    const options = { cwd, root: freshNixos(), path: programs() };
    const repo = path.join(cwd, 'nixos-config');
    const terminal = new Terminal([], options);
    for (const stop of way) await terminal.enterAt(asks(stop));
    expect(await terminal.exit()).toMatchObject({ code: 0 });
    const asked = filesIn(repo);
    const tracked = execFileSync('git', ['ls-files'], { cwd: repo, encoding: 'utf8' });
    expect(tracked.trim().split('\n').sort()).toEqual(Object.keys(asked));

    fs.rmSync(repo, { recursive: true });
    expect(await run(['--yes'], options)).toMatchObject({ code: 0 });
    expect(filesIn(repo)).toEqual(asked);
  });

  it('commits where git knows who does', async () => {
    const cwd = temporaryFolder();
    const env = { EMAIL: 'leon@example.org', GIT_COMMITTER_NAME: 'Leon', GIT_AUTHOR_NAME: 'Leon' };
    const terminal = new Terminal([], { cwd, root: freshNixos(), path: programs(), env });
    for (const stop of way) await terminal.enterAt(asks(stop));
    expect(await terminal.exit()).toMatchObject({ code: 0 });
    expect(terminal.wholeText()).toContain('Made the first commit');
    const repo = path.join(cwd, 'nixos-config');
    expect(execFileSync('git', ['status', '--porcelain'], { cwd: repo, encoding: 'utf8' })).toBe(
      '',
    );
  });

  it('writes nothing on a no', async () => {
    const cwd = temporaryFolder();
    const terminal = new Terminal([], { cwd, root: freshNixos(), path: programs() });
    await goTo(terminal, confirmation);
    terminal.press('right');
    await terminal.enterAt('○ Yes / ● No');
    expect(await terminal.exit()).toEqual({ code: 0, signal: undefined });
    expect(terminal.text()).toContain('Nothing has been written.');
    expect(fs.readdirSync(cwd)).toEqual([]);
  });
});

describe('Enter alone on a computer that does not run NixOS', () => {
  it('asks for no machine, and writes a placeholder', async () => {
    const cwd = temporaryFolder();
    const terminal = new Terminal([], { cwd, root: otherLinux(), path: programs() });
    const stops = [
      { message: 'Hostname', choice: 'nixos' },
      { message: 'Username', choice: 'leon' },
      { message: 'Channel', choice: '● nixos-unstable' },
      { message: 'Shell', choice: '● zsh' },
      { message: 'Theme', choice: '● starship' },
      summary,
      confirmation,
    ];
    for (const stop of stops) {
      await terminal.waitForPrompt(stop.message);
      expect(terminal.text()).toContain(stop.choice);
      terminal.press('enter');
    }
    expect(await terminal.exit()).toEqual({ code: 0, signal: undefined });
    const all = terminal.wholeText();
    expect(all).not.toContain('Which computer');
    expect(all).not.toContain(rebuildOffer.message);
    expect(all).toContain('Hardware file a placeholder');
    expect(all).toContain('Bring the repo to that computer');
    const files = filesIn(path.join(cwd, 'nixos-config'));
    expect(files['hosts/nixos/hardware-configuration.nix']).toContain('throw');
  });
});

function asPattern(shown: string | RegExp): RegExp {
  return typeof shown === 'string'
    ? new RegExp(shown.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    : shown;
}
