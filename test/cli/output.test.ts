/** What is printed, and where: for people, for programs, and to be typed again. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { questions } from '../../src/questions/table.js';
import { hardware, installedNixos } from '../effects/nixos.js';
import { filesIn, layRoot, run, temporaryFolder } from '../support/program.js';
import { controlCodes, lineBelow, pathWithProgram, runLine } from './support.js';

const noSteps = ['--no-git', '--no-lock'] as const;

describe('exit codes', () => {
  it('0 for what was done, 1 for what could not be, 2 for what was asked wrongly', async () => {
    const cwd = temporaryFolder();
    const args = ['repo', '--username', 'leon', '--yes', ...noSteps];
    expect((await run(args, { cwd })).code).toBe(0);
    expect((await run(args, { cwd })).code).toBe(1);
    expect((await run([...args, '--frobnicate'], { cwd })).code).toBe(2);
  });

  it.each([
    { signal: 'SIGINT', code: 130 },
    { signal: 'SIGTERM', code: 143 },
    { signal: 'SIGHUP', code: 143 },
  ])('$code for $signal', async ({ signal, code }) => {
    const cwd = temporaryFolder();
    // nixos-generate-config is the first program that a run may wait for
    const root = installedNixos();
    fs.rmSync(path.join(root, 'etc/nixos/hardware-configuration.nix'));
    const bin = path.join(cwd, 'bin');
    fs.mkdirSync(bin);
    const script = `#!/bin/sh\nkill -${signal.slice(3)} $PPID\nexec /bin/sleep 30\n`;
    fs.writeFileSync(path.join(bin, 'nixos-generate-config'), script, { mode: 0o755 });
    const args = ['repo', '--username', 'leon', '--yes', ...noSteps];
    const outcome = await run(args, { cwd, root, path: bin });
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).not.toMatch(/^\s+at .+:\d+/m);
    expect(fs.existsSync(path.join(cwd, 'repo'))).toBe(false);
  });
});

describe('--json', () => {
  it('prints one object with the documented keys, and nothing else on standard output', async () => {
    const cwd = temporaryFolder();
    const outcome = await run(['repo', '--username', 'leon', '--yes', '--json', '--no-lock'], {
      cwd,
    });
    expect(outcome.code).toBe(0);
    const object = JSON.parse(outcome.stdout) as Record<string, unknown>;
    expect(Object.keys(object)).toEqual([
      'directory',
      'host',
      'files',
      'imported',
      'commands',
      'nextSteps',
    ]);
    expect(object['directory']).toBe(path.join(fs.realpathSync(cwd), 'repo'));
    expect(object['host']).toBe('nixos');
    const files = object['files'] as { path: string; state: string }[];
    expect(files.map((file) => file.path).sort()).toEqual(
      Object.keys(filesIn(path.join(cwd, 'repo'))).sort(),
    );
    expect(new Set(files.map(({ state }) => state))).toEqual(new Set(['add']));
    expect(object['commands']).toContainEqual({
      command: ['git', 'init', '--quiet', '--initial-branch=main'],
      directory: path.join(fs.realpathSync(cwd), 'repo'),
      exitCode: 0,
    });
    for (const step of object['nextSteps'] as { text: unknown }[]) {
      expect(typeof step.text).toBe('string');
    }
  });

  it('has the state of each file that is there', async () => {
    const cwd = temporaryFolder();
    const args = ['repo', '--username', 'leon', '--yes', '--json', ...noSteps];
    await run(args, { cwd });
    fs.writeFileSync(path.join(cwd, 'repo/README.md'), 'mine');
    fs.rmSync(path.join(cwd, 'repo/LICENSE'));
    const states = async (flag: string) => {
      const { stdout, code } = await run([...args, flag, '--dry-run'], { cwd });
      expect(code).toBe(0);
      const { files } = JSON.parse(stdout) as { files: { path: string; state: string }[] };
      return Object.fromEntries(files.map((file) => [file.path, file.state]));
    };
    expect(await states('--merge')).toMatchObject({
      'README.md': 'keep',
      LICENSE: 'add',
      'flake.nix': 'same',
    });
    expect(await states('--overwrite')).toMatchObject({ 'README.md': 'change', LICENSE: 'add' });
  });

  it.each([
    { name: 'a usage error', args: ['--yes', '--json', '--shell', 'x'], code: 2 },
    { name: 'answers that are missing', args: ['--json'], code: 2 },
    { name: 'a target that cannot be used', args: ['/dev/null', '--yes', '--json'], code: 1 },
  ])('prints nothing on standard output for $name', async ({ args, code }) => {
    const outcome = await run(args, { cwd: temporaryFolder() });
    expect(outcome.code).toBe(code);
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr).not.toBe('');
  });
});

/** What a property of the schema gives as its default and its examples has to pass its pattern. */
function expectToFitItsPattern(property: Record<string, unknown>): void {
  const { pattern, default: standard, examples = [] } = property;
  if (typeof pattern !== 'string') return;
  const values = [...(examples as string[]), ...(typeof standard === 'string' ? [standard] : [])];
  for (const value of values) expect(value).toMatch(new RegExp(pattern, 'u'));
}

describe('--help, --version and schema', () => {
  it('--help names every question, every flag and the exit codes', async () => {
    const { code, stdout, stderr } = await run(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { name } of questions) {
      expect(stdout).toContain(
        `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} `,
      );
    }
    for (const flag of ['--yes', '--answers', '--dry-run', '--merge', '--overwrite', '--no-git']) {
      expect(stdout).toContain(flag);
    }
    expect(stdout).toContain('0 done, 1 failed, 2 asked wrongly, 130 Ctrl-C, 143 terminated');
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it.each(['-h', '--help'])('%s wins over whatever else there is', async (flag) => {
    const cwd = temporaryFolder();
    const { code } = await run(['repo', '--yes', flag], { cwd });
    expect(code).toBe(0);
    expect(fs.readdirSync(cwd)).toEqual([]);
  });

  it.each(['-v', '--version'])('%s prints the version alone', async (flag) => {
    const { stdout } = await run([flag]);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('schema has every question, with its choices and its default', async () => {
    const { code, stdout, stderr } = await run(['schema']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const schema = JSON.parse(stdout) as {
      $schema: string;
      type: string;
      additionalProperties: boolean;
      properties: Record<string, Record<string, unknown>>;
    };
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(Object.keys(schema.properties).sort()).toEqual(
      ['$schema', ...questions.map(({ name }) => name)].sort(),
    );
    for (const { name, label, separator } of questions) {
      const property = schema.properties[name] ?? {};
      expect(property).toMatchObject({ type: separator ? 'array' : 'string', title: label });
      expect(property['description']).toMatch(/Default: ./);
      expectToFitItsPattern(property);
    }
    expect(schema.properties['with']?.['items']).toMatchObject({ type: 'string' });
    expect(schema.properties['languages']?.['default']).toEqual(['nix', 'bash', 'markdown']);
    expect(schema.properties['shell']?.['enum']).toEqual(['zsh', 'bash', 'fish', 'nushell']);
    expect(schema.properties['shell']?.['default']).toBe('zsh');
    expect(schema.properties['theme']?.['enum']).toContain('robbyrussell');
    expect(schema.properties['timeZone']?.['default']).toBe('UTC');
    expect(schema.properties['username']).not.toHaveProperty('default');
  });

  it('schema is the same on every machine', async () => {
    const here = await run(['schema'], { root: installedNixos() });
    const there = await run(['schema'], { env: { USER: 'eva', LANG: 'de_DE.UTF-8' } });
    expect(here.stdout).toBe(there.stdout);
  });

  it('the record of a repo is an answers file, which gives the same repo', async () => {
    const cwd = temporaryFolder();
    const flags = ['--username', 'leon', '--desktop', 'sway', '--with', 'docker,tmux'];
    const rest = ['--hardware', 'none', '--yes', '--no-git', '--no-lock'];
    expect((await run(['one', ...flags, ...rest], { cwd })).code).toBe(0);
    const again = await run(['two', '--answers', 'one/.create-nixos-config.json', ...rest], {
      cwd,
    });
    expect(again).toMatchObject({ code: 0, stderr: '' });
    const [one, two] = ['one', 'two'].map((name) => filesIn(path.join(cwd, name)));
    expect(two).toEqual(one);
  });

  it('an answers file of all the defaults in the schema is accepted', async () => {
    const { stdout } = await run(['schema']);
    const { properties } = JSON.parse(stdout) as {
      properties: Record<string, { default?: string }>;
    };
    const answers = Object.fromEntries(
      Object.entries(properties).flatMap(([name, one]) =>
        one.default === undefined ? [] : [[name, one.default]],
      ),
    );
    const cwd = temporaryFolder();
    const file = path.join(cwd, 'answers.json');
    fs.writeFileSync(
      file,
      JSON.stringify({ ...answers, username: 'leon', repoPath: '/home/leon/x' }),
    );
    const outcome = await run(['repo', '--answers', file, '--yes', ...noSteps], { cwd });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('where nobody can be asked', () => {
  it('the complete command that is printed works when a shell runs it', async () => {
    const cwd = temporaryFolder();
    const outcome = await run(["it's here", '--no-git', '--full-name', "Leon O'Neill $HOME"], {
      cwd,
    });
    expect(outcome.code).toBe(2);
    for (const flag of ['--hostname', '--username', '--channel', '--shell', '--theme', '--yes']) {
      expect(outcome.stderr).toContain(flag);
    }
    const line = lineBelow(outcome.stderr, 'A complete command is:');
    expect((await runLine(line.replace('NAME', 'leon'), { cwd })).code).toBe(0);
    const files = filesIn(path.join(cwd, "it's here"));
    expect(files['LICENSE']).toContain("Leon O'Neill $HOME");
  });

  it('as it stands, where every one of the first five is known', async () => {
    const cwd = temporaryFolder();
    const root = layRoot({ 'etc/passwd': 'leon:x:1000:100::/home/leon:/bin/sh\n' });
    const { stderr } = await run(['--no-lock'], { cwd, root });
    const line = lineBelow(stderr, 'A complete command is:');
    const outcome = await runLine(line, { cwd, root });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(fs.readdirSync(cwd)).toEqual(['nixos-config']);
  });

  it('--yes without a user name that is known is asked wrongly', async () => {
    const { code, stderr } = await run(['--yes'], { cwd: temporaryFolder() });
    expect(code).toBe(2);
    expect(stderr).toContain('--username');
    expect(stderr).toContain('A complete command is:');
  });

  it('--dry-run needs no confirmation', async () => {
    const cwd = temporaryFolder();
    const five =
      '--hostname a --username leon --channel nixos-unstable --shell zsh --theme starship';
    const outcome = await run([...five.split(' '), '--dry-run'], { cwd });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(fs.readdirSync(cwd)).toEqual([]);
  });
});

describe('the line that repeats the run', () => {
  const words = 'The same again, without questions';

  it.each([
    { name: 'a plain run', args: ['repo'] },
    {
      name: 'names with quotes, dollars and spaces',
      args: ["it's $HOME", '--full-name', 'Leon "`x`" \\ $(touch x) \'', '--email', 'a+b@c.org'],
    },
    { name: 'an empty name', args: ['repo', '--full-name', ''] },
    { name: 'a name that begins with a dash', args: ['repo', '--full-name=--yes'] },
    { name: 'a directory that begins with a dash', args: ['--', '--repo'] },
    { name: 'grub', args: ['repo', '--boot-loader', 'grub', '--grub-device', '/dev/sda'] },
    { name: 'flags off and on', args: ['repo', '--git', '--no-git', '--merge'] },
    { name: 'a directory named as a command', args: ['./schema'] },
  ])('run by a shell in another folder gives the same bytes: $name', async ({ args }) => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    const flags = ['--username', 'leon', '--yes', ...noSteps];
    const outcome = await run([...flags, ...args], { cwd: first });
    expect(outcome).toMatchObject({ code: 0 });
    const again = await runLine(lineBelow(outcome.stdout, words), { cwd: second });
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(Object.keys(filesIn(first))).toContain(`${fs.readdirSync(first)[0]}/flake.nix`);
    expect(filesIn(second)).toEqual(filesIn(first));
  });

  it('and with a hardware file and an answers file that were named from there', async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    fs.writeFileSync(path.join(first, 'hw.nix'), hardware);
    fs.writeFileSync(path.join(first, 'a.json'), '{"username":"leon","shell":"bash"}');
    const args = ['repo', '--answers', 'a.json', '--hardware', './hw.nix', '--yes', ...noSteps];
    const outcome = await run(args, { cwd: first });
    expect(outcome.code).toBe(0);
    const again = await runLine(lineBelow(outcome.stdout, words), { cwd: second });
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(filesIn(path.join(second, 'repo'))).toEqual(filesIn(path.join(first, 'repo')));
  });
});

describe('escape codes', () => {
  it.each([
    { name: 'in pipes', env: {} },
    { name: 'with NO_COLOR', env: { NO_COLOR: '1' } },
    { name: 'in pipes even with FORCE_COLOR', env: { FORCE_COLOR: '1', TERM: 'xterm-256color' } },
  ])('there are none $name', async ({ env }) => {
    const cwd = temporaryFolder();
    const outputs = [
      await run(['repo', '--username', 'leon', '--yes'], { cwd, env }),
      await run(['repo', '--username', 'leon', '--yes'], { cwd, env }),
      await run(['repo', '--username', 'eva', '--merge', '--yes'], { cwd, env }),
      await run(['--help'], { env }),
      await run(['--wrong'], { env }),
    ];
    for (const { stdout, stderr } of outputs) {
      expect(stdout.replaceAll('\t', '')).not.toMatch(controlCodes);
      expect(stderr).not.toMatch(controlCodes);
    }
  });

  it('a reader that goes away is no error', async () => {
    const cwd = temporaryFolder();
    const line =
      '{ create-nixos-config repo --username leon --yes --no-git --no-lock; echo $? >code; } | :';
    const { stderr } = await runLine(line, {
      cwd,
      path: `${pathWithProgram()}:${process.env['PATH']}`,
    });
    expect(stderr).toBe('');
    expect(fs.readFileSync(path.join(cwd, 'code'), 'utf8')).toBe('0\n');
    expect(fs.existsSync(path.join(cwd, 'repo/flake.nix'))).toBe(true);
  });
});
