/** The whole way from the live system to an installed one, with somebody at the keyboard. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, type TestContext, vi } from 'vitest';
import { liveWithTarget, targetHardware } from '../machine/roots.js';
import { layRoot, temporaryFolder } from '../support/program.js';
import { type StandIn, StandIns } from '../support/stand-ins.js';
import { Terminal } from '../support/terminal.js';
import { asks, confirmation, summary } from './way.js';

vi.setConfig({ testTimeout: 120_000 });

beforeEach((context: TestContext) => {
  if (process.getuid?.() !== 0) context.skip('only root can write for somebody else');
});

interface Opened {
  readonly terminal: Terminal;
  readonly target: string;
  readonly stand: StandIns;
}

function open(programs: Readonly<Record<string, StandIn>> = {}): Opened {
  const root = layRoot(liveWithTarget);
  fs.chmodSync(root, 0o755);
  const cwd = temporaryFolder();
  const stand = new StandIns().share().link('git');
  const standIns = { 'nixos-install': {}, 'nixos-enter': {}, ...programs };
  for (const [name, standIn] of Object.entries(standIns)) stand.add(name, standIn);
  stand.add('nixos-generate-config', { prints: targetHardware.trimEnd() });
  const env = { XDG_STATE_HOME: path.join(cwd, 'state') };
  const terminal = new Terminal(['--root', '/mnt', '--no-lock'], {
    cwd,
    root,
    env,
    path: stand.path,
    rows: 50,
    columns: 120,
  });
  return { terminal, target: path.join(root, 'mnt'), stand };
}

/** Everything that is asked, up to the offer to install. */
async function toTheOffer(terminal: Terminal): Promise<void> {
  await terminal.enterAt(asks({ message: 'Which computer is it for?' }));
  await terminal.enterAt(asks({ message: 'Hostname' }));
  await terminal.waitForPrompt('Username');
  terminal.type('leon');
  terminal.press('enter');
  const { message: question } = summary;
  const rest = ['Channel', 'Shell', 'Theme', 'Hardware profile', question, confirmation.message];
  for (const message of rest) await terminal.enterAt(asks({ message }));
  await terminal.waitForPrompt('Install now?');
}

describe('from the live system', () => {
  it('a yes installs, then asks for the password of the user', async () => {
    const { terminal, target, stand } = open({
      'nixos-install': { prints: 'building the flake' },
      'nixos-enter': { does: 'printf "New password: "; read -r word; [ "$word" = secret ]' },
    });
    await toTheOffer(terminal);
    const repo = path.join(target, 'home/leon/nixos-config');
    expect(terminal.wholeText()).toContain(
      `nixos-install --root ${target} --flake path:${repo}#nixos`,
    );
    expect(stand.calls('nixos-install')).toEqual([]);
    terminal.press('left', 'enter');
    await terminal.waitFor('New password:');
    terminal.type('secret');
    terminal.press('enter');
    expect(await terminal.exit()).toEqual({ code: 0, signal: undefined });
    expect(stand.calls('nixos-install')).toHaveLength(1);
    expect(stand.calls('nixos-enter').map(({ argv }) => argv)).toEqual([
      ['--root', target, '-c', 'passwd leon'],
    ]);
    const text = terminal.wholeText();
    expect(text).toContain('building the flake');
    expect(text).toContain('NixOS is installed');
    expect(text).toContain('leon has a password');
    expect(text).not.toContain('set one before you restart');
    expect(text).toContain('sudo reboot');
  });

  it('what nixos-install asks stays to be read, with no line moving over it', async () => {
    const { terminal } = open({
      'nixos-install': { does: 'printf "New password: "; read -r word; [ "$word" = secret ]' },
    });
    await toTheOffer(terminal);
    terminal.press('left', 'enter');
    await terminal.waitFor('New password:');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(terminal.screen()).toContain('New password:');
    terminal.type('secret');
    terminal.press('enter');
    expect(await terminal.exit()).toEqual({ code: 0, signal: undefined });
  });

  it('that is stopped says that it is not complete, and how to go on', async () => {
    const { terminal } = open({ 'nixos-install': { prints: 'building', does: 'exec sleep 60' } });
    await toTheOffer(terminal);
    terminal.press('left', 'enter');
    await terminal.waitFor('building');
    terminal.press('ctrl-c');
    expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
    expect(terminal.wholeText()).toContain('The installation is not complete');
    expect(terminal.wholeText()).toMatch(
      /the same again goes on from there:[\s│]*sudo nixos-install/,
    );
  });

  it('Enter alone installs nothing, and says how to', async () => {
    const { terminal, target, stand } = open();
    await toTheOffer(terminal);
    terminal.press('enter');
    expect(await terminal.exit()).toEqual({ code: 0, signal: undefined });
    expect([...stand.calls('nixos-install'), ...stand.calls('nixos-enter')]).toEqual([]);
    const text = terminal.wholeText();
    expect(text).toContain(`sudo nixos-install --root ${target}`);
    expect(text).toContain('leon is new there and has no password');
    expect(fs.existsSync(path.join(target, 'home/leon/nixos-config/flake.nix'))).toBe(true);
  });

  it('a password that could not be set is the next step', async () => {
    const { terminal } = open({ 'nixos-enter': { exits: 1 } });
    await toTheOffer(terminal);
    terminal.press('left', 'enter');
    await terminal.exit();
    expect(terminal.wholeText()).toContain('leon has no password yet');
    expect(terminal.wholeText()).toContain('set one before you restart');
  });
});
