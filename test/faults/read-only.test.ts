/** Places that cannot be written, by a mount that is read-only: its limits bind root as well. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { programFile, temporaryFolder } from '../support/program.js';
import { inNamespace, needsNamespace } from './namespace.js';
import { expectWords, lay, picture, plainRun } from './support.js';

beforeEach(needsNamespace);

const readOnly = `
  mount --bind "$1" "$1"
  mount -o remount,ro,bind "$1"
  shift
  exec "$@"`;

function runReadOnly(folder: string, ...args: readonly string[]) {
  const words = [folder, process.execPath, programFile, ...args, ...plainRun];
  return inNamespace(readOnly, words);
}

describe('a place that is read-only', () => {
  it.each([
    { name: 'the parent of an absent target', target: 'repo', flags: [] },
    { name: 'the parent of a target some folders down', target: 'a/b/repo', flags: [] },
    { name: 'an empty target', target: '.', flags: [] },
  ])('$name: nothing is written', async ({ target, flags }) => {
    const folder = temporaryFolder();
    const outcome = await runReadOnly(folder, path.join(folder, target), ...flags);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain('the file system is read-only');
    expect(outcome.stderr).toContain('Name a directory that can be written');
    expectWords(outcome);
    expect(picture(folder)).toEqual({});
  });

  it.each(['--merge', '--overwrite'])('a target that holds files, with %s', async (flag) => {
    const folder = temporaryFolder();
    lay(folder, { 'README.md': '# Mine\n', 'hosts/nixos/home.nix': '{ }\n' });
    const before = picture(folder);
    const outcome = await runReadOnly(folder, folder, flag);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain('the file system is read-only');
    expectWords(outcome);
    expect(picture(folder)).toEqual(before);
  });

  it('one folder of a target alone: what was written beside it is taken back', async () => {
    const folder = temporaryFolder();
    lay(folder, { 'README.md': '# Mine\n', 'modules/home-manager/mine.nix': '{ }\n' });
    const before = picture(folder);
    const outcome = await runReadOnly(path.join(folder, 'modules'), folder, '--overwrite');
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain('Nothing has been changed');
    expectWords(outcome);
    expect(picture(folder)).toEqual(before);
  });
});

describe('a target that is a mount point', () => {
  const mountPoint = `
    mount -t tmpfs -o size=1m tmpfs "$1"
    folder=$1; shift
    "$@"
    ls -A "$folder"`;

  it('gets its files by itself, since nothing can be renamed onto it', async () => {
    const folder = temporaryFolder();
    const words = [folder, process.execPath, programFile, folder, ...plainRun];
    const outcome = await inNamespace(mountPoint, words);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout.trim().split('\n').slice(-7)).toEqual([
      '.create-nixos-config.json',
      '.gitignore',
      'LICENSE',
      'README.md',
      'flake.nix',
      'hosts',
      'modules',
    ]);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('and so does one with a mount point inside', async () => {
    const folder = temporaryFolder();
    fs.mkdirSync(path.join(folder, 'hosts'));
    const script = `
      mount -t tmpfs -o size=1m tmpfs "$1/hosts"
      folder=$1; shift
      "$@"
      ls -AR "$folder"`;
    const words = [folder, process.execPath, programFile, folder, '--merge', ...plainRun];
    const outcome = await inNamespace(script, words);
    expectWords(outcome);
    // either it is written whole, or it is refused and nothing is left
    if (outcome.code === 0) {
      expect(outcome.stdout).toContain('hardware-configuration.nix');
      expect(fs.existsSync(path.join(folder, 'flake.nix'))).toBe(true);
    } else {
      expect(outcome.stderr).toContain('Nothing has been changed');
      expect(fs.readdirSync(folder)).toEqual(['hosts']);
    }
  });
});
