/** `npm create` with the real npm, which finds the installed tarball before any registry. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../support/program.js';
import { install, pack, quietNpm, start, withoutNpm } from './tarball.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cnc-npm-'));
const npmrc = path.join(folder, '.npmrc');
const major = Number(
  execFileSync('npm', ['--version'], { encoding: 'utf8', env: withoutNpm() }).split('.')[0],
);

beforeAll(() => install(pack(folder), folder));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  fs.rmSync(npmrc, { force: true });
  for (const name of fs.readdirSync(folder)) {
    if (/^d$|^nixos-config$/.test(name)) fs.rmSync(path.join(folder, name), { recursive: true });
  }
});

const done = ['--yes', '--no-git', '--no-lock', '--username', 'leon'];

function npm(words: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
  return start(words, folder, { HOME: folder, ...quietNpm, ...env });
}

/** The line that the program says was meant. */
function meant({ stderr }: Outcome): string {
  return /You meant:\n {2}(.+)/.exec(stderr)?.[1] ?? '';
}

const written = () => fs.existsSync(path.join(folder, 'd'));

describe(`npm ${major}`, () => {
  it.each([
    { flags: ['--dry-run'], line: 'npm create nixos-config -- d --dry-run' },
    { flags: ['--hostname', 'foo'], line: 'npm create nixos-config -- d --hostname foo' },
    {
      flags: ['--channel=nixos-26.05'],
      line: 'npm create nixos-config -- d --channel=nixos-26.05',
    },
    { flags: ['--no-git'], line: 'npm create nixos-config -- d --no-git' },
    { flags: ['--json'], line: 'npm create nixos-config -- d --json' },
    { flags: ['--editor', 'none'], line: 'npm create nixos-config -- d --editor=none' },
    { flags: ['--shell', 'fish'], line: 'npm create nixos-config -- d --shell=fish' },
    {
      flags: ['--full-name', 'Leon Smith'],
      line: "npm create nixos-config -- d --full-name 'Leon Smith'",
    },
    { flags: ['--overwrite'], line: 'npm create nixos-config -- d --overwrite' },
  ])(
    'keeps $flags: the program writes nothing, and prints the line that works',
    async ({ flags, line }) => {
      const outcome = await npm(['npm', 'create', 'nixos-config', 'd', ...flags]);
      expect(outcome.code).toBe(2);
      expect(written()).toBe(false);
      expect(meant(outcome)).toBe(line);
      const again = await npm(['sh', '-c', `${meant(outcome)} ${done.join(' ')}`]);
      expect(again.code).toBe(0);
      expect(written()).toBe(!flags.includes('--dry-run'));
    },
  );

  it('hands on what stands behind --', async () => {
    const outcome = await npm(['npm', 'create', 'nixos-config', '--', 'd', '--dry-run', ...done]);
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('Nothing has been written');
    expect(outcome.stdout).toContain('npm create nixos-config -- d ');
    expect(written()).toBe(false);
  });

  it('answers its own question with --yes, which is not ours', async () => {
    const outcome = await npm(['npm', 'create', '--yes', 'nixos-config', '--', 'd', ...done]);
    expect(outcome.code).toBe(0);
  });

  it('and npx hands everything on', async () => {
    const outcome = await npm(['npx', 'create-nixos-config', 'd', '--dry-run', ...done]);
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('npx create-nixos-config d ');
    expect(written()).toBe(false);
    const line = /^ {2}(npx -- .+)$/m.exec(outcome.stdout)?.[1] ?? '';
    expect((await npm(['sh', '-c', line])).code).toBe(0);
  });

  it('with settings of its own in .npmrc and EDITOR in the environment takes none of them for ours', async () => {
    fs.writeFileSync(npmrc, 'editor=vim\nemail=x@y.z\ngit=/usr/bin/git\nunfree=no\njson=true\n');
    const words = ['npm', 'create', 'nixos-config', '--', 'd', ...done];
    const outcome = await npm(words, { EDITOR: 'nano', VISUAL: 'code', SHELL: '/bin/bash' });
    expect(outcome.stderr).not.toContain('You meant');
    expect(outcome.code).toBe(0);
    expect(fs.readFileSync(path.join(folder, 'd/.create-nixos-config.json'), 'utf8')).toContain(
      '"unfree": "yes"',
    );
  });

  it('makes of two flags with values no line that swaps them', async () => {
    const words = ['npm', 'create', 'nixos-config', 'd', '--username', 'leon', '--hostname', 'foo'];
    const outcome = await npm(words);
    expect(outcome.code).toBe(2);
    expect(meant(outcome)).not.toContain('--hostname leon');
  });
});
