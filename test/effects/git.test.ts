/** What becomes of git: a repo on main, all of it tracked, committed where it is known by whom. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, type Options, run, temporaryFolder } from '../support/program.js';
import { StandIns } from '../support/stand-ins.js';

const args = ['repo', '--username', 'leon', '--yes', '--no-lock', '--hardware', 'none'] as const;

function git(folder: string, ...words: readonly string[]): string {
  const env = { PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', HOME: '/nonexistent' };
  return execFileSync('git', ['-c', 'safe.directory=*', ...words], {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** A folder that is the home as well, with these lines in its git settings. */
function home(settings?: string, file = '.gitconfig'): string {
  const folder = temporaryFolder();
  if (settings !== undefined) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), settings);
  }
  return folder;
}

const identity = '[user]\n  name = Leon Smith\n  email = leon@example.org\n';

/** Runs it in a folder whose git settings are read as facts as well. */
function runIn(cwd: string, more: readonly string[] = [], options: Options = {}) {
  return run([...args, ...more], { cwd, root: '/', ...options });
}

describe('git', () => {
  it('makes a repo on main with every file tracked, and commits as git says who', async () => {
    const cwd = home(identity);
    const outcome = await runIn(cwd);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const repo = path.join(cwd, 'repo');
    expect(git(repo, 'symbolic-ref', '--short', 'HEAD')).toBe('main');
    expect(git(repo, 'ls-files').split('\n').sort()).toEqual(Object.keys(filesIn(repo)).sort());
    expect(git(repo, 'status', '--porcelain')).toBe('');
    expect(git(repo, 'log', '--format=%an <%ae> %cn <%ce> %s')).toBe(
      'Leon Smith <leon@example.org> Leon Smith <leon@example.org> NixOS configuration for nixos',
    );
  });

  it('reads who commits from the XDG place too', async () => {
    const cwd = home(identity, '.config/git/config');
    expect((await runIn(cwd)).code).toBe(0);
    expect(git(path.join(cwd, 'repo'), 'log', '--format=%an')).toBe('Leon Smith');
  });

  it('commits as the answers say where git does not know', async () => {
    const cwd = home();
    const outcome = await runIn(cwd, ['--full-name', 'Ada Byron', '--email', 'ada@example.org'], {
      root: '/nonexistent',
    });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(git(path.join(cwd, 'repo'), 'log', '--format=%an <%ae>')).toBe(
      'Ada Byron <ada@example.org>',
    );
  });

  it.each([
    { name: 'nothing at all', more: [] },
    { name: 'a name alone', more: ['--full-name', 'Ada'] },
    { name: 'an address alone', more: ['--email', 'ada@example.org'] },
  ])('commits nothing where it knows $name, and says how', async ({ more }) => {
    const cwd = home();
    const outcome = await runIn(cwd, more, { root: '/nonexistent' });
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('git does not know who you are');
    expect(outcome.stdout).toContain('git config --global user.email');
    const repo = path.join(cwd, 'repo');
    expect(() => git(repo, 'rev-parse', '--verify', '--quiet', 'HEAD')).toThrow();
    expect(git(repo, 'ls-files').split('\n')).toHaveLength(Object.keys(filesIn(repo)).length);
  });

  it('half from its settings, half from the answers, makes a whole', async () => {
    const cwd = home('[user]\n  name = Leon Smith\n');
    const outcome = await runIn(cwd, ['--email', 'leon@example.org']);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(git(path.join(cwd, 'repo'), 'log', '--format=%an <%ae>')).toBe(
      'Leon Smith <leon@example.org>',
    );
  });

  it('is told how to be set up where it is not installed', async () => {
    const cwd = home();
    const outcome = await runIn(cwd, [], { path: new StandIns().path });
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('git is not installed');
    expect(outcome.stdout).toContain('git init --initial-branch=main && git add --all');
    expect(fs.existsSync(path.join(cwd, 'repo/.git'))).toBe(false);
    expect(fs.existsSync(path.join(cwd, 'repo/flake.nix'))).toBe(true);
  });

  it('--no-git leaves it alone', async () => {
    const cwd = home(identity);
    const stand = new StandIns().add('git');
    const outcome = await runIn(cwd, ['--no-git'], { path: stand.path });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(stand.calls('git')).toEqual([]);
    expect(fs.existsSync(path.join(cwd, 'repo/.git'))).toBe(false);
  });

  it('inside a work tree that is there only adds', async () => {
    const cwd = home(identity);
    git(cwd, 'init', '--quiet', '--initial-branch=trunk');
    fs.writeFileSync(path.join(cwd, 'mine.txt'), 'mine');
    const outcome = await runIn(cwd);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(fs.existsSync(path.join(cwd, 'repo/.git'))).toBe(false);
    const tracked = git(cwd, 'ls-files').split('\n');
    expect(tracked).toHaveLength(Object.keys(filesIn(path.join(cwd, 'repo'))).length);
    expect(tracked).not.toContain('mine.txt');
    expect(() => git(cwd, 'rev-parse', '--verify', '--quiet', 'HEAD')).toThrow();
    expect(outcome.stdout).toContain('Added the files to the git repo that is there');
  });

  it('inside a work tree only adds where git has more to say than that too', async () => {
    const cwd = home(identity);
    git(cwd, 'init', '--quiet');
    const outcome = await runIn(cwd, [], { env: { GIT_TRACE: '1' } });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toContain('Added the files to the git repo that is there');
    expect(fs.existsSync(path.join(cwd, 'repo/.git'))).toBe(false);
  });

  it('inside a work tree that ignores the folder says so, since the flake would not see it', async () => {
    const cwd = home(identity);
    git(cwd, 'init', '--quiet');
    fs.writeFileSync(path.join(cwd, '.gitignore'), 'repo/\n');
    const outcome = await runIn(cwd);
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('git add failed');
    expect(fs.existsSync(path.join(cwd, 'repo/flake.nix'))).toBe(true);
  });

  it('that is there but holds nothing yet only gets the files added', async () => {
    const cwd = home(identity);
    fs.mkdirSync(path.join(cwd, 'repo'));
    git(path.join(cwd, 'repo'), 'init', '--quiet', '--initial-branch=main');
    const outcome = await runIn(cwd);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(git(path.join(cwd, 'repo'), 'ls-files').split('\n')).toContain('flake.nix');
  });

  it('that is broken is a failure, and the files stay', async () => {
    const cwd = home();
    const stand = new StandIns().add('git', {
      complains: 'fatal: something is wrong',
      exits: 128,
    });
    const outcome = await runIn(cwd, [], { path: stand.path });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain("git can't be used here. The files are written and stay.");
    expect(outcome.stdout).toContain('fatal: something is wrong');
    expect(outcome.stdout).toContain('git init --initial-branch=main && git add --all');
    expect(fs.existsSync(path.join(cwd, 'repo/flake.nix'))).toBe(true);
  });

  it('whose commit fails is a failure, and the files stay', async () => {
    const cwd = home(`${identity}[commit]\n  gpgSign = true\n[gpg]\n  program = /bin/false\n`);
    const outcome = await runIn(cwd);
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('git commit failed. The files are written and added.');
    expect(git(path.join(cwd, 'repo'), 'ls-files').split('\n')).toContain('flake.nix');
    expect(outcome.stdout).toContain('Once what stopped git is mended, commit');
  });

  it('whose commit fails without a word says what it may have been', async () => {
    const cwd = home(`${identity}[core]\n  hooksPath = hooks\n`);
    const stand = new StandIns().link('git');
    fs.mkdirSync(path.join(cwd, 'hooks'));
    fs.writeFileSync(path.join(cwd, 'hooks/pre-commit'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const settings = fs.readFileSync(path.join(cwd, '.gitconfig'), 'utf8');
    fs.writeFileSync(path.join(cwd, '.gitconfig'), settings.replace('= hooks', `= ${cwd}/hooks`));
    const outcome = await runIn(cwd, [], { path: stand.path });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('It did not say why: a hook may have stopped it.');
  });

  it.each([
    { variable: 'GIT_CONFIG_GLOBAL', env: (cwd: string) => ({ GIT_CONFIG_GLOBAL: `${cwd}/mine` }) },
    {
      variable: 'GIT_CONFIG_COUNT',
      env: () => ({
        GIT_CONFIG_COUNT: '2',
        GIT_CONFIG_KEY_0: 'user.name',
        GIT_CONFIG_VALUE_0: 'Leon Smith',
        GIT_CONFIG_KEY_1: 'user.email',
        GIT_CONFIG_VALUE_1: 'leon@example.org',
      }),
    },
  ])('is asked who commits, which $variable may say', async ({ env }) => {
    const cwd = home();
    fs.writeFileSync(path.join(cwd, 'mine'), identity);
    const outcome = await runIn(cwd, [], { env: env(cwd) });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(git(path.join(cwd, 'repo'), 'log', '--format=%an <%ae>')).toBe(
      'Leon Smith <leon@example.org>',
    );
  });

  it('commits as it is told for this folder alone (includeIf)', async () => {
    const cwd = home();
    fs.writeFileSync(path.join(cwd, 'mine'), identity);
    const where = `[includeIf "gitdir:${fs.realpathSync(cwd)}/"]\n  path = ${cwd}/mine\n`;
    fs.writeFileSync(path.join(cwd, '.gitconfig'), `[user]\n  useConfigOnly = true\n${where}`);
    const outcome = await runIn(cwd);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(git(path.join(cwd, 'repo'), 'log', '--format=%ae')).toBe('leon@example.org');
  });

  it('commits as the files say where its variables keep it from them', async () => {
    const cwd = home(identity);
    const outcome = await runIn(cwd, [], { env: { GIT_CONFIG_GLOBAL: '/dev/null' } });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(git(path.join(cwd, 'repo'), 'log', '--format=%ae')).toBe('leon@example.org');
  });

  it('tracks every file of its own repo, whatever its user ignores everywhere', async () => {
    const cwd = home(identity);
    fs.writeFileSync(path.join(cwd, 'ignored'), '*.nix\n*.lock\nLICENSE\n');
    fs.appendFileSync(path.join(cwd, '.gitconfig'), `[core]\n  excludesFile = ${cwd}/ignored\n`);
    const stand = new StandIns().link('git').add('nix', { does: 'echo {} > flake.lock' });
    const words = args.filter((word) => word !== '--no-lock');
    const outcome = await run(words, { cwd, root: '/', path: stand.path });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const repo = path.join(cwd, 'repo');
    expect(git(repo, 'ls-files').split('\n').sort()).toEqual(Object.keys(filesIn(repo)).sort());
    expect(git(repo, 'ls-files')).toContain('flake.lock');
  });

  it('says what adds the files that a repo that is there ignores, and that does', async () => {
    const cwd = home(identity);
    git(cwd, 'init', '--quiet');
    fs.writeFileSync(path.join(cwd, '.gitignore'), '*.nix\n');
    const outcome = await runIn(cwd);
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('git add failed: git ignores some of the files.');
    const line = /git add --force -- .+/.exec(outcome.stdout)?.[0] ?? '';
    const repo = path.join(cwd, 'repo');
    execFileSync('sh', ['-c', line], { cwd: repo, env: { PATH: process.env['PATH'], HOME: cwd } });
    expect(git(repo, 'ls-files').split('\n').sort()).toEqual(Object.keys(filesIn(repo)).sort());
  });

  it('makes no repo inside one that it may not look into, and passes on why', async () => {
    const cwd = home(identity);
    git(cwd, 'init', '--quiet');
    // what git takes a repo for that belongs to somebody else (git's own t0033-safe-directory.sh)
    const outcome = await runIn(cwd, [], {
      env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', LANGUAGE: 'de' },
    });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain("git can't be used here.");
    expect(outcome.stdout).toContain('dubious ownership');
    expect(outcome.stdout).toContain('safe.directory');
    expect(fs.existsSync(path.join(cwd, 'repo/.git'))).toBe(false);
  });

  it('that always shows colours shows none in a pipe', async () => {
    const cwd = home(`${identity}[color]\n  ui = always\n  advice = always\n`);
    git(cwd, 'init', '--quiet');
    fs.writeFileSync(path.join(cwd, '.git/index.lock'), '');
    const stand = new StandIns()
      .link('git')
      .add('nix', { complains: '\x1b[31;1merror:\x1b[0m nothing\x1b[2K', exits: 1 });
    const words = args.filter((word) => word !== '--no-lock');
    const outcome = await run(words, { cwd, root: '/', path: stand.path });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('error: nothing');
    expect(outcome.stdout).not.toContain('\x1b');
  });

  it.each([
    { variable: 'GIT_DIR', value: 'other/.git' },
    { variable: 'GIT_WORK_TREE', value: 'other' },
    { variable: 'GIT_INDEX_FILE', value: 'other/.git/index' },
    { variable: 'GIT_OBJECT_DIRECTORY', value: 'other/.git/objects' },
    { variable: 'GIT_NAMESPACE', value: 'elsewhere' },
  ])('does not follow a hook’s $variable', async ({ variable, value }) => {
    const cwd = home(identity);
    const other = path.join(cwd, 'other');
    fs.mkdirSync(other);
    git(other, 'init', '--quiet');
    const before = fs.readdirSync(path.join(other, '.git/objects'), { recursive: true }).sort();
    const outcome = await runIn(cwd, [], {
      env: { [variable]: variable === 'GIT_NAMESPACE' ? value : path.join(cwd, value) },
    });
    expect(outcome.code).toBe(0);
    const repo = path.join(cwd, 'repo');
    expect(git(repo, 'log', '--format=%s')).toContain('NixOS configuration');
    expect(git(repo, 'fsck', '--no-progress')).toBe('');
    const after = fs.readdirSync(path.join(other, '.git/objects'), { recursive: true }).sort();
    expect(after).toEqual(before);
    expect(git(other, 'ls-files')).toBe('');
  });

  it('with hooks of its own for new repos that fail says what they said', async () => {
    const cwd = home(identity);
    const template = path.join(cwd, 'template/hooks');
    fs.mkdirSync(template, { recursive: true });
    fs.writeFileSync(
      path.join(template, 'pre-commit'),
      '#!/bin/sh\necho no commits today >&2\nexit 1\n',
      {
        mode: 0o755,
      },
    );
    fs.appendFileSync(path.join(cwd, '.gitconfig'), `[init]\n  templateDir = ${cwd}/template\n`);
    const outcome = await runIn(cwd);
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('no commits today');
  });

  it('--dry-run starts no program at all', async () => {
    const cwd = home(identity);
    const stand = new StandIns().add('git').add('nix').add('nixos-rebuild').add('sudo');
    const words = ['repo', '--username', 'leon', '--yes', '--dry-run', '--rebuild'];
    const outcome = await run(words, { cwd, path: stand.path });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    for (const name of ['git', 'nix', 'nixos-rebuild', 'sudo']) {
      expect(stand.calls(name), name).toEqual([]);
    }
    expect(fs.existsSync(path.join(cwd, 'repo'))).toBe(false);
  });
});
