/** Ctrl-C and an end from outside while another program is under way. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { environment, programFile, temporaryFolder } from '../support/program.js';
import { StandIns } from '../support/stand-ins.js';

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
