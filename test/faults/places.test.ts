/** Targets that are not simply absent: what can be used is, what cannot is refused untouched. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { environment, filesIn, programFile, run, temporaryFolder } from '../support/program.js';
import { expectWords, lay, picture, plainRun } from './support.js';

interface Place {
  readonly name: string;
  /** Makes it below a folder, and says how the target is named. */
  readonly make: (folder: string) => string;
  readonly says: RegExp;
  readonly flags?: readonly string[];
}

const refusedPlaces: readonly Place[] = [
  {
    name: 'a file',
    make(folder) {
      fs.writeFileSync(path.join(folder, 'repo'), 'mine');
      return 'repo';
    },
    says: /repo is there already, and it is not a directory/,
  },
  { name: 'a name that Nix would take for a host', make: () => 'C#', says: /ends at the first #/ },
  {
    name: 'a path that Nix would take for a query',
    make(folder) {
      fs.mkdirSync(path.join(folder, 'what?'));
      return 'what?/repo';
    },
    says: /Name a directory without \? in its path/,
  },
  {
    name: 'a link that leads nowhere',
    make(folder) {
      fs.symlinkSync('gone', path.join(folder, 'repo'));
      return 'repo';
    },
    says: /a link in it leads nowhere/,
  },
  {
    name: 'a link that leads to itself',
    make(folder) {
      fs.symlinkSync('repo', path.join(folder, 'repo'));
      return 'repo';
    },
    says: /a link in it leads nowhere/,
  },
  {
    name: 'a path below a link that leads nowhere',
    make(folder) {
      fs.symlinkSync('gone', path.join(folder, 'a'));
      return 'a/repo';
    },
    says: /a link in it leads nowhere/,
  },
  {
    name: 'a path through a file',
    make(folder) {
      fs.writeFileSync(path.join(folder, 'a'), 'mine');
      return 'a/repo';
    },
    says: /a part of it is a file/,
  },
  {
    name: 'a path through a file, some folders down',
    make(folder) {
      fs.writeFileSync(path.join(folder, 'a'), 'mine');
      return 'a/b/c/repo';
    },
    says: /a part of it is a file/,
  },
  {
    name: 'a name that is too long',
    make: () => 'x'.repeat(300),
    says: /the name is too long/,
  },
  {
    name: 'a device',
    make: () => '/dev/null',
    says: /not a directory/,
  },
  ...['--merge', '--overwrite'].flatMap((flag): Place[] => [
    {
      name: `a folder in the place of a file, with ${flag}`,
      make(folder) {
        fs.mkdirSync(path.join(folder, 'repo/flake.nix'), { recursive: true });
        return 'repo';
      },
      says: /flake\.nix is in the way: it is not a file/,
      flags: [flag],
    },
    {
      name: `a file in the place of a folder, with ${flag}`,
      make(folder) {
        lay(folder, { 'repo/hosts': 'mine' });
        return 'repo';
      },
      says: /hosts is in the way: it is not a folder/,
      flags: [flag],
    },
    {
      name: `a link in the place of a folder, with ${flag}`,
      make(folder) {
        fs.mkdirSync(path.join(folder, 'elsewhere'));
        fs.mkdirSync(path.join(folder, 'repo'));
        fs.symlinkSync('../elsewhere', path.join(folder, 'repo/hosts'));
        return 'repo';
      },
      says: /hosts is in the way: it is not a folder/,
      flags: [flag],
    },
    {
      name: `a link in the place of a file, with ${flag}`,
      make(folder) {
        lay(folder, { 'elsewhere.nix': 'mine' });
        fs.mkdirSync(path.join(folder, 'repo'));
        fs.symlinkSync('../elsewhere.nix', path.join(folder, 'repo/flake.nix'));
        return 'repo';
      },
      says: /flake\.nix is in the way: it is not a file/,
      flags: [flag],
    },
    {
      name: `a link that leads nowhere in the place of a file, with ${flag}`,
      make(folder) {
        fs.mkdirSync(path.join(folder, 'repo'));
        fs.symlinkSync('../new.nix', path.join(folder, 'repo/flake.nix'));
        return 'repo';
      },
      says: /flake\.nix is in the way: it is not a file/,
      flags: [flag],
    },
  ]),
];

describe('a target that cannot be used is refused and left as it is', () => {
  it.each(refusedPlaces)('$name', async ({ make, says, flags = [] }) => {
    const folder = temporaryFolder();
    const target = make(folder);
    const before = picture(folder);
    const outcome = await run([target, ...plainRun, ...flags], { cwd: folder });
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toMatch(says);
    expectWords(outcome);
    expect(picture(folder)).toEqual(before);
  });
});

const usedPlaces: readonly (Omit<Place, 'says'> & { readonly at?: string })[] = [
  {
    name: 'an empty folder',
    make(folder) {
      fs.mkdirSync(path.join(folder, 'repo'));
      return 'repo';
    },
  },
  {
    name: 'a folder that holds only .git',
    make(folder) {
      lay(folder, { 'repo/.git/HEAD': 'ref: refs/heads/main\n' });
      return 'repo';
    },
  },
  {
    name: 'a link to a folder',
    make(folder) {
      fs.mkdirSync(path.join(folder, 'elsewhere'));
      fs.symlinkSync('elsewhere', path.join(folder, 'repo'));
      return 'repo';
    },
    at: 'elsewhere',
  },
  {
    name: 'an absent folder below a link',
    make(folder) {
      fs.mkdirSync(path.join(folder, 'elsewhere'));
      fs.symlinkSync('elsewhere', path.join(folder, 'a'));
      return 'a/repo';
    },
    at: 'elsewhere/repo',
  },
  { name: 'a path with a slash at its end', make: () => 'repo/' },
  { name: 'a path with .. in it', make: () => 'a/../repo' },
  { name: 'a path some folders down', make: () => 'a/b/c/repo', at: 'a/b/c/repo' },
  { name: 'a name with spaces and quotes', make: () => 'my "re\'po', at: 'my "re\'po' },
  { name: 'a name with a line break', make: () => 'my\nrepo', at: 'my\nrepo' },
  {
    name: 'a name that a shell would run',
    make: () => '$(touch x)`touch y`',
    at: '$(touch x)`touch y`',
  },
  { name: 'a name that is a command, as a path', make: () => './schema', at: 'schema' },
];

describe('a target that can be used gets every file', () => {
  it.each(usedPlaces)('$name', async ({ make, at = 'repo' }) => {
    const folder = temporaryFolder();
    const target = make(folder);
    const outcome = await run([target, ...plainRun], { cwd: folder });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const files = Object.keys(filesIn(path.join(folder, at)));
    expect(files).toContain('flake.nix');
    expect(files).toHaveLength(14);
    expect(files.filter((file) => !fs.statSync(path.join(folder, at, file)).size)).toEqual([]);
    expect(fs.readdirSync(folder).filter((name) => name.includes('staging'))).toEqual([]);
    expect(['x', 'y'].filter((name) => fs.existsSync(path.join(folder, name)))).toEqual([]);
  });

  it('the current directory', async () => {
    const folder = temporaryFolder();
    const outcome = await run(['.', ...plainRun], { cwd: folder });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(fs.readdirSync(folder).sort()).toEqual([
      '.create-nixos-config.json',
      '.gitignore',
      'LICENSE',
      'README.md',
      'flake.nix',
      'hosts',
      'modules',
    ]);
  });

  it('nixos-config, where none is named', async () => {
    const folder = temporaryFolder();
    const outcome = await run(plainRun, { cwd: folder });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(fs.readdirSync(folder)).toEqual(['nixos-config']);
  });

  it('an empty name is no directory, and least of all the current one', async () => {
    const folder = temporaryFolder();
    const outcome = await run(['', ...plainRun], { cwd: folder });
    expect(outcome.code).toBe(2);
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});

describe('the umask of the caller', () => {
  it('holds for every file and folder that is written', async () => {
    const folder = temporaryFolder();
    const old = process.umask(0o027);
    try {
      const outcome = await run(['repo', ...plainRun], { cwd: folder });
      expect(outcome.code).toBe(0);
    } finally {
      process.umask(old);
    }
    const modes = Object.values(picture(folder)).map((what) =>
      what.split(' ').slice(0, 2).join(' '),
    );
    expect([...new Set(modes)].sort()).toEqual(['file 640', 'folder 750']);
  });
});

it('a folder that is gone while one is in it is said in words', async () => {
  const folder = temporaryFolder();
  const program = [process.execPath, programFile, 'repo', '--username', 'leon', '--yes'];
  const script = 'mkdir gone && cd gone && rmdir ../gone && exec "$@"';
  const { status, stderr } = spawnSync('sh', ['-c', script, 'sh', ...program], {
    cwd: folder,
    env: environment({ cwd: folder }),
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^The folder that you are in is not there any more\./);
  expect(stderr).not.toMatch(/^\s+at .+:\d+/m);
});
