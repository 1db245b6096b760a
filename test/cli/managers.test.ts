/** Called through npm, pnpm, yarn or bun, in the environment that each of them gives a program. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from '../support/program.js';
import { npmEnvironment } from './support.js';

const done = ['--username', 'leon', '--yes', '--no-git', '--no-lock'];

describe('flags that npm kept for itself', () => {
  it.each([
    { settings: { 'dry-run': 'true' }, words: ['d'], line: '-- d --dry-run' },
    { settings: { json: 'true' }, words: ['d'], line: '-- d --json' },
    { settings: { git: '' }, words: ['d'], line: '-- d --no-git' },
    { settings: { git: 'false' }, words: ['d'], line: '-- d --no-git' },
    { settings: { lock: '' }, words: ['d'], line: '-- d --no-lock' },
    { settings: { hostname: 'true' }, words: ['d', 'foo'], line: '-- d --hostname foo' },
    { settings: { hostname: 'foo' }, words: ['d'], line: '-- d --hostname=foo' },
    { settings: { channel: 'nixos-26.05' }, words: ['d'], line: '-- d --channel=nixos-26.05' },
    { settings: { 'time-zone': 'UTC' }, words: [], line: '-- --time-zone=UTC' },
    { settings: { merge: 'true', overwrite: 'true' }, words: ['d'], line: '--merge --overwrite' },
    { settings: { rebuild: 'true', yes: 'true' }, words: ['d'], line: '-- d --rebuild' },
  ])('$settings $words', async ({ settings, words, line }) => {
    const cwd = temporaryFolder();
    const env = npmEnvironment(settings as unknown as Record<string, string>);
    const outcome = await run([...words, ...done], { cwd, env });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('stand behind --');
    expect(outcome.stderr.replace(` ${done.join(' ')}`, '')).toContain(line);
    expect(fs.readdirSync(cwd)).toEqual([]);
  });

  it('an editor is one too, though npm makes it EDITOR as well', async () => {
    const env = { ...npmEnvironment({ editor: 'none' }), EDITOR: 'none' };
    const outcome = await run(['d', ...done], { cwd: temporaryFolder(), env });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('--editor=none');
  });

  it('two flags without their values are not given the wrong ones', async () => {
    // npm hands over `d leon foo` for `d --username leon --hostname foo`, and no order of flags
    const env = npmEnvironment({ hostname: 'true', username: 'true' });
    const outcome = await run(['d', 'leon', 'foo'], { cwd: temporaryFolder(), env });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('--hostname');
    expect(outcome.stderr).toContain('--username');
    expect(outcome.stderr).not.toContain('--hostname leon --username foo');
  });

  it('yes is not one of them, since it answers a question of npm’s own', async () => {
    const env = npmEnvironment({ yes: 'true' });
    const outcome = await run(['d', ...done], { cwd: temporaryFolder(), env });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
  });

  it.each([
    { name: 'EDITOR of the person', settings: {}, env: { EDITOR: 'neovim' } },
    { name: 'SHELL of the person', settings: {}, env: { SHELL: '/bin/zsh' } },
    { name: 'a path of git', settings: { git: '/usr/bin/git' }, env: {} },
  ])('settings of npm’s own are not flags: $name', async ({ settings, env }) => {
    const outcome = await run(['d', ...done], {
      cwd: temporaryFolder(),
      env: { ...npmEnvironment(settings as unknown as Record<string, string>), ...env },
    });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
  });

  it.each([
    'email=leon@example.org',
    ' email = leon@example.org',
    'email="leon@example.org"',
    'unfree=no',
    'dry-run=true',
  ])('nor is what stands in an .npmrc: %s', async (line) => {
    const cwd = temporaryFolder();
    const file = path.join(cwd, 'npmrc');
    fs.writeFileSync(file, `# mine\n${line}\n`);
    const [name = '', value = ''] = line
      .replaceAll('"', '')
      .split('=')
      .map((part) => part.trim());
    const env = { ...npmEnvironment({ [name]: value }), npm_config_userconfig: file };
    const outcome = await run(['d', ...done], { cwd, env });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
  });

  it('what stands in an .npmrc and is typed again with another value is a flag all the same', async () => {
    const cwd = temporaryFolder();
    const file = path.join(cwd, 'npmrc');
    fs.writeFileSync(file, 'email=leon@example.org\n');
    const env = { ...npmEnvironment({ email: 'other@example.org' }), npm_config_userconfig: file };
    expect((await run(['d', ...done], { cwd, env })).code).toBe(2);
  });

  it('pnpm, yarn and bun hand flags on, so theirs are not looked at', async () => {
    for (const agent of [
      'pnpm/9.0.0 npm/? node/v20',
      'yarn/1.22.22 npm/? node/v20',
      'bun/1.1 npm/?',
    ]) {
      const env = { ...npmEnvironment({ 'dry-run': 'true' }), npm_config_user_agent: agent };
      const outcome = await run(['d', ...done], { cwd: temporaryFolder(), env });
      expect(outcome, agent).toMatchObject({ code: 0, stderr: '' });
    }
  });
});

describe('printed commands', () => {
  it.each([
    { agent: 'npm/11.6.2 node/v24', command: 'init', line: 'npm create nixos-config -- d ' },
    { agent: 'npm/11.6.2 node/v24', command: 'exec', line: 'npx create-nixos-config d ' },
    { agent: 'pnpm/10.0.0 npm/? node/v24', command: '', line: 'pnpm create nixos-config d ' },
    { agent: 'yarn/4.9.0 npm/? node/v24', command: '', line: 'yarn create nixos-config d ' },
    { agent: 'yarn/1.22.22 npm/? node/v24', command: '', line: 'yarn create nixos-config d ' },
    { agent: 'bun/1.2.0 npm/? node/v24', command: '', line: 'bun create nixos-config d ' },
    { agent: '', command: '', line: 'create-nixos-config d ' },
    { agent: 'cnpm/9', command: '', line: 'create-nixos-config d ' },
  ])('with $agent $command begin as that wants it', async ({ agent, command, line }) => {
    const env = {
      ...(agent ? { npm_config_user_agent: agent } : {}),
      ...(command ? { npm_command: command } : {}),
    };
    const repeated = await run(['d', ...done], { cwd: temporaryFolder(), env });
    expect(repeated.stdout).toContain(`\n  ${line}`);
    const complete = await run(['d'], { cwd: temporaryFolder(), env });
    expect(complete.code).toBe(2);
    expect(complete.stderr).toContain(`\n  ${line}`);
  });

  it('by npm start in a checkout say so', async () => {
    const env = { ...npmEnvironment(), npm_command: 'start', npm_lifecycle_event: 'start' };
    const { stdout } = await run(['d', ...done], { cwd: temporaryFolder(), env });
    expect(stdout).toContain('\n  npm start -- d ');
  });
});
