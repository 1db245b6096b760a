/** What is asked wrongly: all of it is said at once, with what would be right, and nothing is done. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { questions } from '../../src/questions/table.js';
import {
  environment,
  filesIn,
  type Outcome,
  programFile,
  run,
  temporaryFolder,
} from '../support/program.js';
import { controlCodes } from './support.js';

interface Tried extends Outcome {
  readonly left: readonly string[];
}

/** Runs it in an empty folder, and says what is in it afterwards. */
async function tryIt(args: readonly string[], files: Record<string, string> = {}): Promise<Tried> {
  const cwd = temporaryFolder();
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(cwd, name), text);
  const outcome = await run(args, { cwd });
  const left = fs.readdirSync(cwd).filter((name) => !(name in files));
  return { ...outcome, left };
}

const asked = { code: 2, stdout: '', left: [] };

describe('flags that are wrong', () => {
  it.each([
    ['--hostnam', 'foo', '--hostname'],
    ['--overwite', '', '--overwrite'],
    ['--dryrun', '', '--dry-run'],
    ['--nolock', '', '--no-lock'],
    ['--timezone', 'UTC', '--time-zone'],
    ['--user', 'leon', '--username'],
    ['--YES', '', '--yes'],
  ])('%s: the nearest is named', async (flag, value, meant) => {
    const outcome = await tryIt([flag, ...(value ? [value] : []), '--username', 'leon', '--yes']);
    expect(outcome).toMatchObject(asked);
    expect(outcome.stderr).toContain(
      `${flag} is not a flag of this program; did you mean ${meant}?`,
    );
  });

  it.each([
    '--xyzzy',
    '-x',
    '--constructor',
    '--__proto__',
    '--toString',
    '--no-yes',
    '--no-hostname',
  ])('%s is refused', async (flag) => {
    const outcome = await tryIt([flag, '--username', 'leon', '--yes']);
    expect(outcome).toMatchObject(asked);
    expect(outcome.stderr).toContain(`${flag} is not a flag of this program`);
  });

  it('are all reported together', async () => {
    const outcome = await tryIt(['--foo1', '--yes=true', '--rebuild=now', '-q', '--hostname']);
    expect(outcome).toMatchObject(asked);
    for (const flag of ['--foo1', '--yes takes no value', '--hostname needs a value', '-q']) {
      expect(outcome.stderr).toContain(flag);
    }
    expect(outcome.stderr).toContain('--rebuild can be switch, boot, test, build');
  });

  it.each(['dry-build', 'Switch', ''])('--rebuild=%s is none of this program', async (value) => {
    const outcome = await tryIt([`--rebuild=${value}`, '--username', 'leon', '--yes']);
    expect(outcome).toMatchObject(asked);
    expect(outcome.stderr).toContain('--rebuild can be switch, boot, test, build');
  });

  it('more than one directory is refused, and the line as it was meant works', async () => {
    const outcome = await tryIt(['leon', 'extra', '--username', 'leon', '--yes']);
    expect(outcome).toMatchObject(asked);
    expect(outcome.stderr).toContain('"extra" is one too many');
    expect(outcome.stderr).toContain('create-nixos-config leon --username leon --yes');
  });
});

describe('values that are wrong', () => {
  it('are all reported together, each with what is allowed and the nearest', async () => {
    const wrong: readonly (readonly [flag: string, value: string, says: string])[] = [
      ['hostname', 'My_Host', 'Try my-host'],
      ['username', 'root', 'is an account that the system needs'],
      ['channel', 'nixos-24.05', 'Try nixos-26.05'],
      ['shell', 'zhs', 'Try zsh'],
      ['theme', 'starshop', 'Try starship'],
      ['full-name', 'a:b', 'must not have a colon'],
      ['email', 'nobody', 'must be an address'],
      ['time-zone', 'Berlin', 'Try Europe/Berlin'],
      ['locale', 'de_DE', 'Try de_DE.UTF-8'],
      ['formats', 'de_AT', 'Try de_AT.UTF-8'],
      ['keyboard', 'de(nodeadkey)', 'Try de(nodeadkeys)'],
      ['terminal', 'gostty', 'Try ghostty'],
      ['editor', 'neovm', 'Try neovim'],
      ['languages', 'nix,pyton', 'Try nix,python'],
      ['browser', 'firefx', 'Try firefox'],
      ['preset', 'gameing', 'Try gaming'],
      ['desktop', 'gnmoe', 'Try gnome'],
      ['auto-login', 'maybe', 'must be one of off, on'],
      ['colors', 'grvbox-dark', 'Try gruvbox-dark'],
      ['theming', 'styx', 'must be one of native'],
      ['font', 'hak', 'Try hack'],
      ['graphics', 'nvidai', 'Try nvidia'],
      ['nvidia-bus-ids', 'x', 'is for two graphics cards'],
      ['kernel', 'latst', 'Try latest'],
      ['ssh-key', 'ssh-ed25519 nonsense', 'SSH key'],
      ['with', 'steam,dcker', 'Try steam,docker'],
      ['disk', 'btrf', 'Try btrfs'],
      ['disk-device', '/dev/sda', '/dev/disk/by-id'],
      ['secrets', 'sops', 'Try sops-nix'],
      ['repo-with', 'ci-githb', 'Try ci-github'],
      ['license', 'gpl', 'Try gpl-3.0'],
      ['unfree', 'maybe', 'must be one of yes, no'],
      ['system', 'x86_64', 'Try x86_64-linux'],
      ['boot-loader', 'grubb', 'Try grub'],
      ['grub-device', '/etc/passwd', 'GRUB device'],
      ['state-version', '2605', 'must be a release, YY.MM'],
      ['hardware', '/nonexistent/file', "can't be read"],
      ['hardware-profile', 'common-cpu-adm', 'Try common-cpu-amd'],
      ['repo-path', 'relative', 'must begin with /'],
    ];
    expect(wrong).toHaveLength(questions.length);
    const args = wrong.flatMap(([flag, value]) => [`--${flag}`, value]);
    const outcome = await tryIt([...args, '--yes']);
    expect(outcome).toMatchObject(asked);
    for (const [flag, value, says] of wrong) {
      const line = outcome.stderr.split('\n').find((text) => text.startsWith(`--${flag}:`));
      // a key that is refused may be the private half
      if (flag === 'ssh-key') expect(line).not.toContain(value);
      else expect(line, flag).toContain(JSON.stringify(value));
      expect(line, flag).toContain(says);
    }
  });

  it.each([
    ['--hostname', '../x'],
    ['--hostname', ''],
    ['--hostname', 'a\nb'],
    ['--hostname', 'x"; evil = true; "'],
    ['--username', 'leon\n'],
    ['--username', '$(touch x)'],
    ['--channel', 'nixos-unstable\n'],
    ['--channel', 'nixos-26.05"; evil'],
    ['--full-name', 'a\u0000b'.replace('\u0000', '\u0001')],
    ['--full-name', 'a\nb'],
    ['--full-name', 'a\u009bb'],
    ['--email', 'a@b\n'],
    ['--time-zone', 'Europe/Berlin\n'],
    ['--time-zone', '../../etc/passwd'],
    ['--locale', 'en_US.UTF-8\n'],
    ['--keyboard', 'us\n'],
    ['--keyboard', 'us(intl'],
    ['--keyboard', 'us(intl)x'],
    ['--keyboard', 'us"; evil'],
    ['--state-version', '26.05\n'],
    ['--repo-path', '/home/$(touch x)'],
    ['--repo-path', '/home/a b'],
    ['--repo-path', '/home/../etc'],
    ['--repo-path', '/home/leon\n'],
    ['--repo-path', '/'],
    ['--grub-device', '/dev/sda\n'],
    ['--grub-device', '/dev/../etc/passwd'],
    ['--theme', '../../x'],
    ['--system', 'x86_64-linux\n'],
    ['--unfree', 'yes\n'],
  ])('%s %j never gets as far as a file', async (flag, value) => {
    const more = flag === '--grub-device' ? ['--boot-loader', 'grub'] : [];
    const outcome = await tryIt([
      '--username',
      'leon',
      '--yes',
      '--no-git',
      ...more,
      `${flag}=${value}`,
    ]);
    expect(outcome).toMatchObject(asked);
    expect(outcome.stderr).toContain(`${flag}:`);
    expect(outcome.stderr.replaceAll('\n', '')).not.toMatch(controlCodes);
  });

  it('what begins with a dash is a value behind = only', async () => {
    const outcome = await tryIt(['--full-name', '--yes', '--username', 'leon']);
    expect(outcome).toMatchObject(asked);
    expect(outcome.stderr).toContain('--full-name needs a value');
  });

  it('of the same flag, the last one counts', async () => {
    const cwd = temporaryFolder();
    const flags = ['--hostname', 'My_Host', '--hostname=second', '--no-git', '--git', '--no-git'];
    const outcome = await run(['repo', '--username', 'leon', '--yes', '--no-lock', ...flags], {
      cwd,
    });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(Object.keys(filesIn(path.join(cwd, 'repo')))).toContain('hosts/second/home.nix');
    expect(fs.existsSync(path.join(cwd, 'repo/.git'))).toBe(false);
  });
});

describe('an answers file', () => {
  const flags = ['--answers', 'answers.json', '--yes', '--no-git', '--no-lock'];

  it('answers what no flag does, and a flag comes before it', async () => {
    const cwd = temporaryFolder();
    const content = { $schema: 'x', hostname: 'from-file', username: 'leon', shell: 'fish' };
    fs.writeFileSync(path.join(cwd, 'answers.json'), JSON.stringify(content));
    const outcome = await run(['repo', ...flags, '--hostname', 'from-flag'], { cwd });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const files = Object.keys(filesIn(path.join(cwd, 'repo')));
    expect(files).toContain('hosts/from-flag/home.nix');
    expect(files).toContain('modules/home-manager/fish.nix');
  });

  it('may begin with a byte order mark, as some editors write it', async () => {
    const { code } = await tryIt(['repo', ...flags], {
      'answers.json': `\ufeff${JSON.stringify({ username: 'leon' })}`,
    });
    expect(code).toBe(0);
  });

  it('has its unknown keys and its bad values reported together', async () => {
    const content = { hostnam: 'x', shell: 'zhs', unfree: true, username: 'Leon', __proto__x: 1 };
    const outcome = await tryIt(flags, { 'answers.json': JSON.stringify(content) });
    expect(outcome).toMatchObject(asked);
    for (const words of ['"hostnam"', '"hostname"', 'zsh', '"unfree"', '"Leon"', '"__proto__x"']) {
      expect(outcome.stderr).toContain(words);
    }
  });

  it('and together with the flags that are wrong', async () => {
    const outcome = await tryIt([...flags, '--locale', 'xx'], {
      'answers.json': '{"shell":"zhs"}',
    });
    expect(outcome).toMatchObject(asked);
    expect(outcome.stderr).toContain('answers.json: Shell "zhs"');
    expect(outcome.stderr).toContain('--locale: Locale "xx"');
  });

  it.each([
    { name: 'is not there', files: {} },
    { name: 'is no JSON', files: { 'answers.json': '{ hostname: x }' } },
    { name: 'is empty', files: { 'answers.json': '' } },
    { name: 'is a list', files: { 'answers.json': '[]' } },
    { name: 'is null', files: { 'answers.json': 'null' } },
    { name: 'is a text', files: { 'answers.json': '"x"' } },
  ])('that $name is asked wrongly', async ({ files }) => {
    const outcome = await tryIt(flags, { ...files } as Record<string, string>);
    expect(outcome).toMatchObject(asked);
    expect(outcome.stderr).toContain('answers.json');
    expect(outcome.stderr).not.toMatch(/^\s+at .+:\d+/m);
  });

  it('that is a folder, or is below a file, is said so in words', async () => {
    const folder = await tryIt(['--answers', '.', '--yes']);
    expect(folder).toMatchObject(asked);
    expect(folder.stderr.trim()).toBe('.: this is a folder, and not a file.');
    const below = await tryIt(['--answers', 'file/answers.json', '--yes'], { file: '' });
    expect(below.stderr.trim()).toBe('file/answers.json: there is no such file.');
  });

  it('called - is standard input', () => {
    const cwd = temporaryFolder();
    const words = ['repo', '--answers', '-', '--yes', '--no-git', '--no-lock'];
    const { status } = spawnSync(process.execPath, [programFile, ...words], {
      cwd,
      env: environment({ cwd }),
      input: '{"username": "ada", "hostname": "engine"}',
    });
    expect(status).toBe(0);
    expect(filesIn(path.join(cwd, 'repo'))).toHaveProperty('hosts/engine/home.nix');
  });

  it('with a key named as something that every object has is refused', async () => {
    const content = '{"__proto__": {"username": "leon"}, "constructor": "x", "toString": "y"}';
    const outcome = await tryIt(flags, { 'answers.json': content });
    expect(outcome).toMatchObject(asked);
    for (const key of ['__proto__', 'constructor', 'toString']) {
      expect(outcome.stderr).toContain(`"${key}" is no question`);
    }
  });
});
