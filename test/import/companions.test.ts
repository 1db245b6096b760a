/** Files that go along with modules, and those that must not. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Companions } from '../../src/import/companions.js';
import { Places } from '../../src/import/places.js';
import { rootAt } from '../../src/machine/read.js';
import type { RootFiles } from '../support/context.js';
import { layRoot } from '../support/program.js';

const carriedOver = 'hosts/laptop/carried-over';

interface Laid {
  readonly companions: Companions;
  /** A path of this computer for one below the root. */
  readonly at: (file: string) => string;
  /** What goes along, below `carried-over/`. */
  readonly paths: () => readonly string[];
}

function lay(files: RootFiles, isModule: (absolute: string) => boolean = () => false): Laid {
  const root = layRoot({ 'etc/nixos/configuration.nix': '{ }', ...files });
  const places = new Places('/etc/nixos', 'laptop', new Set(), []);
  const companions = new Companions(rootAt(root), places, isModule);
  return {
    companions,
    at: (file) => path.join(root, file),
    paths: () => companions.files.map((file) => path.relative(carriedOver, file.path)).sort(),
  };
}

/** Writes a file of that many bytes, which takes no room. */
function sparse(file: string, bytes: number): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.closeSync(fs.openSync(file, 'w', 0o644));
  fs.truncateSync(file, bytes);
}

const mebibyte = 1024 * 1024;

describe('a secret', () => {
  it.each([
    '-----BEGIN PRIVATE KEY-----\nx',
    '-----BEGIN RSA PRIVATE KEY-----\nx',
    '# mine\n-----BEGIN OPENSSH PRIVATE KEY-----\nx',
    '-----BEGIN EC PRIVATE KEY-----\nx',
    '-----BEGIN ENCRYPTED PRIVATE KEY-----\nx',
    '-----BEGIN PGP PRIVATE KEY BLOCK-----\nx',
    '# created: 2026\nAGE-SECRET-KEY-1QQQ\n',
    '\0\0AGE-SECRET-KEY-1QQQ',
  ])('stays where it is: %j', (text) => {
    const { companions, paths } = lay({ 'etc/nixos/x': text });
    expect(companions.take('/etc/nixos/x')).toBe('it holds a private key');
    expect(paths()).toEqual([]);
    expect(companions.textOf('/etc/nixos/x')).toBeUndefined();
  });

  it.each([
    '-----BEGIN CERTIFICATE-----\n',
    '-----BEGIN PUBLIC KEY-----\n',
    'age1qqq',
    'ssh-ed25519 A',
  ])('is none in %j', (text) => {
    const { companions, paths } = lay({ 'etc/nixos/x': text });
    expect(companions.take('/etc/nixos/x')).toBeUndefined();
    expect(paths()).toEqual(['x']);
  });

  it.each([0o600, 0o400, 0o700])('may be what only its owner can read, with mode %o', (mode) => {
    const { companions, at, paths } = lay({ 'etc/nixos/x': 'x' });
    fs.chmodSync(at('etc/nixos/x'), mode);
    const why = 'nobody but its owner may read it, so it may be a secret';
    expect(companions.take('/etc/nixos/x')).toBe(why);
    // and is refused again where something else names it
    expect(companions.take('/etc/nixos/x')).toBe(why);
    expect(paths()).toEqual([]);
  });

  it.each([0o640, 0o604, 0o644])('is not what others can read, with mode %o', (mode) => {
    const { companions, at, paths } = lay({ 'etc/nixos/x': 'x' });
    fs.chmodSync(at('etc/nixos/x'), mode);
    expect(companions.take('/etc/nixos/x')).toBeUndefined();
    expect(paths()).toEqual(['x']);
  });

  it('in a folder is named, and the rest goes along', () => {
    const { companions, at, paths } = lay({
      'etc/nixos/keys/a': '-----BEGIN PRIVATE KEY-----',
      'etc/nixos/keys/b': 'b',
      'etc/nixos/keys/c': 'c',
    });
    fs.chmodSync(at('etc/nixos/keys/c'), 0o600);
    expect(companions.take('/etc/nixos/keys')).toBe(
      'keys/a: it holds a private key; keys/c: nobody but its owner may read it, so it may be a secret',
    );
    expect(paths()).toEqual(['keys/b']);
  });
});

describe('what goes along', () => {
  it('is as it was: text, bytes, and whether it can be run', () => {
    const { companions, at } = lay({ 'etc/nixos/run': '#!/bin/sh\n' });
    fs.chmodSync(at('etc/nixos/run'), 0o755);
    const bytes = Buffer.from([0xff, 0xfe, 0x41]);
    const withBom = '\uFEFFx';
    fs.writeFileSync(at('etc/nixos/picture'), bytes);
    fs.writeFileSync(at('etc/nixos/zero'), 'a\0b');
    fs.writeFileSync(at('etc/nixos/bom'), withBom);
    for (const name of ['run', 'picture', 'zero', 'bom']) companions.take(`/etc/nixos/${name}`);
    expect(companions.files).toEqual([
      { path: `${carriedOver}/run`, text: '#!/bin/sh\n', isExecutable: true },
      { path: `${carriedOver}/picture`, text: '', bytes },
      { path: `${carriedOver}/zero`, text: '', bytes: Buffer.from('a\0b') },
      { path: `${carriedOver}/bom`, text: withBom },
    ]);
    expect(companions.textOf('/etc/nixos/bom')).toBe(withBom);
    expect(companions.textOf('/etc/nixos/picture')).toBeUndefined();
  });

  it('can be rewritten, and stays what can be run', () => {
    const { companions, at } = lay({ 'etc/nixos/run': 'a' });
    fs.chmodSync(at('etc/nixos/run'), 0o755);
    companions.take('/etc/nixos/run');
    companions.rewrite('/etc/nixos/run', 'b');
    companions.rewrite('/etc/nixos/other', 'c');
    expect(companions.files).toEqual([
      { path: `${carriedOver}/run`, text: 'b', isExecutable: true },
    ]);
  });

  it('is each file once, and no module', () => {
    const { companions, paths } = lay(
      { 'etc/nixos/d/a.nix': '{ }', 'etc/nixos/d/b': 'b' },
      (absolute) => absolute.endsWith('.nix'),
    );
    for (let times = 0; times < 2; times += 1) {
      expect(companions.take('/etc/nixos/d')).toBeUndefined();
    }
    expect(paths()).toEqual(['d/b']);
  });

  it('is a folder with its folders, without what belongs to tools or lies behind links', () => {
    const { companions, paths } = lay({
      ...{ 'etc/nixos/d/a': '', 'etc/nixos/d/e/f/b': '', 'etc/nixos/d/gitignore': '' },
      ...{ 'etc/nixos/d/.git/HEAD': '', 'etc/nixos/d/.direnv/x': '', 'etc/nixos/d/results': '' },
      'srv/far/x': '',
      'etc/nixos/d/link': { link: '/srv/far' },
      'etc/nixos/d/result': { link: '/srv/far' },
      'etc/nixos/d/result-man': { link: '/srv/far/x' },
      'etc/nixos/d/loop': { link: '.' },
    });
    expect(companions.take('/etc/nixos/d')).toBeUndefined();
    expect(paths()).toEqual(['d/a', 'd/e/f/b', 'd/gitignore', 'd/results']);
  });

  it('is nothing where nothing is', () => {
    const { companions, paths } = lay({});
    expect(companions.take('/etc/nixos/absent')).toBeUndefined();
    expect(paths()).toEqual([]);
  });
});

describe('what is too much', () => {
  it.each(['/home', '/home/leon', '/nix/store', '/usr/share', '/var/lib', '/srv', '/'])(
    'is the folder %s',
    (folder) => {
      const { companions, paths } = lay({ [path.join(folder, 'x').slice(1)]: '' });
      expect(companions.take(folder)).toBe('it is a folder of the whole machine');
      expect(paths()).toEqual([]);
    },
  );

  it.each(['/home/leon/pictures', '/srv/x', '/usr/share/x'])('is not %s', (folder) => {
    const { companions, paths } = lay({ [`${folder.slice(1)}/x`]: '' });
    expect(companions.take(folder)).toBeUndefined();
    expect(paths()).toHaveLength(1);
  });

  it('is what is neither a file nor a folder', () => {
    const { companions, at } = lay({});
    execFileSync('sh', ['-c', 'mkfifo "$0"', at('etc/nixos/pipe')]);
    expect(companions.take('/etc/nixos/pipe')).toBe('it is neither a file nor a folder');
  });

  it('is a file, or a folder, of more than 20 MB', () => {
    const { companions, at, paths } = lay({ 'etc/nixos/small': 'x' });
    sparse(at('etc/nixos/large'), 20 * mebibyte + 1);
    sparse(at('etc/nixos/d/a'), 10 * mebibyte);
    sparse(at('etc/nixos/d/e/b'), 10 * mebibyte + 1);
    const why = 'with it, more than 20 MB would go into the repo';
    expect(companions.take('/etc/nixos/large')).toBe(why);
    expect(companions.take('/etc/nixos/d')).toBe(why);
    expect(companions.take('/etc/nixos/small')).toBeUndefined();
    expect(paths()).toEqual(['small']);
  });

  it('is what comes to it together', () => {
    const { companions, at, paths } = lay({});
    sparse(at('etc/nixos/a'), 20 * mebibyte - 1);
    sparse(at('etc/nixos/b'), 2);
    sparse(at('etc/nixos/c'), 1);
    expect(companions.take('/etc/nixos/a')).toBeUndefined();
    expect(companions.take('/etc/nixos/b')).toMatch(/more than 20 MB/);
    expect(companions.take('/etc/nixos/c')).toBeUndefined();
    expect(paths()).toEqual(['a', 'c']);
  });

  it('is more than 2,000 files, in one folder or in all', () => {
    const names = (folder: string, count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`etc/nixos/${folder}/${at}`, '']),
      );
    const { companions, paths } = lay({
      ...{ ...names('many', 1000), ...names('many/more', 1000), ...names('half', 1990) },
      ...names('rest', 12),
    });
    // 1,000 of its own, the folder in it, and that one's
    expect(companions.take('/etc/nixos/many')).toBe('it holds more than 2,000 files');
    expect(paths()).toEqual([]);
    expect(companions.take('/etc/nixos/half')).toBeUndefined();
    const why = 'with it, more than 2,000 files would go into the repo';
    expect(companions.take('/etc/nixos/rest')).toBe(`rest/8: ${why}; rest/9: ${why}`);
    expect(paths()).toHaveLength(2000);
  });
});
