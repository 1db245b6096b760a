/** Ctrl-C and an end from outside while another program is under way. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { environment, programFile, temporaryFolder } from '../support/program.js';
import { StandIns } from '../support/stand-ins.js';
import { installedNixos } from './nixos.js';

describe.each([
  { signal: 'SIGINT', code: 130 },
  { signal: 'SIGTERM', code: 143 },
] as const)('$signal while a program runs', ({ signal, code }) => {
  it.each([
    { name: 'nix', flags: [] },
    { name: 'git', flags: ['--no-lock'] },
  ])('$name is ended too, the files stay, and the code is right', async ({ name, flags }) => {
    const cwd = temporaryFolder();
    const started = path.join(cwd, 'started');
    const stand = new StandIns();
    if (name !== 'git') stand.link('git');
    stand.add(name, { does: `echo $$ > ${started}; exec sleep 60` });
    const child = spawn(
      process.execPath,
      [programFile, 'repo', '--username', 'leon', '--yes', ...flags],
      { cwd, env: environment({ cwd, path: stand.path }), stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let stderr = '';
    child.stderr.on('data', (data) => (stderr += data));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    while (!fs.existsSync(started) || fs.readFileSync(started, 'utf8') === '') {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const pid = Number(fs.readFileSync(started, 'utf8'));
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(() => process.kill(pid, 0)).toThrow();
    expect(stderr).not.toMatch(/^\s+at .+:\d+/m);
    expect(fs.existsSync(path.join(cwd, 'repo/flake.nix'))).toBe(true);
    // what has been done is said, since the folder is there now
    expect(stderr).toMatch(/repo/);
  });
});

it('what changes the system is asked to end, waited for, and never killed', async () => {
  const cwd = temporaryFolder();
  const [started, ended] = ['started', 'ended'].map((name) => path.join(cwd, name)) as [
    string,
    string,
  ];
  const slow = `[ "$1" = test ] || exit 0
    trap 'sleep 6; echo whole > ${ended}; exit 1' TERM
    echo 'activating the configuration...'; echo $$ > ${started}
    while :; do sleep 0.1; done`;
  const stand = new StandIns().link('git').add('nixos-rebuild', { does: slow });
  stand.add('sudo', { does: 'exec "$@"' });
  const words = ['repo', '--username', 'leon', '--yes', '--no-lock', '--rebuild=test'];
  const env = environment({ cwd, path: stand.path, root: installedNixos() });
  const child = spawn(process.execPath, [programFile, ...words], {
    cwd,
    env: { ...env, XDG_STATE_HOME: path.join(cwd, 'state') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  child.stdout.on('data', (data) => (stdout += data));
  const end = new Promise<number | null>((resolve) => child.on('close', resolve));
  await vi.waitFor(() => expect(fs.existsSync(started)).toBe(true), { timeout: 20_000 });
  child.kill('SIGTERM');
  expect(await end).toBe(143);
  expect(fs.existsSync(ended)).toBe(true);
  expect(stdout).toContain('systemctl status nixos-rebuild-switch-to-configuration');
}, 60_000);
