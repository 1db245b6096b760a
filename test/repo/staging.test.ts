/** Staging folders: those of runs that are gone are taken away, those in use are left. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isStaging, makeStaging, removeStale, stagingFor } from '../../src/repo/staging.js';
import { lay } from '../faults/support.js';
import { temporaryFolder } from '../support/program.js';

const mark = '.create-nixos-config-staging-';

/** The number of a process that has just ended. */
function gone(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

afterEach(() => void vi.restoreAllMocks());

describe('a staging folder', () => {
  it('is inside of a directory that is there', () => {
    const folder = temporaryFolder();
    expect(stagingFor(folder, true)).toEqual({
      place: folder,
      folder: path.join(folder, `${mark}${process.pid}`),
    });
  });

  it('is beside the uppermost folder that has to be made', () => {
    const folder = temporaryFolder();
    const long = 'x'.repeat(60);
    expect(stagingFor(path.join(folder, long, 'b/c'), false)).toEqual({
      place: path.join(folder, long),
      folder: path.join(folder, `.${'x'.repeat(40)}${mark}${process.pid}`),
    });
  });

  it('is known by its name', () => {
    expect(['a', `${mark}1`, `.repo${mark}12`].filter(isStaging)).toHaveLength(2);
  });

  it('is not made where another run has one', () => {
    const folder = temporaryFolder();
    const other = path.join(folder, `${mark}${process.ppid}`);
    fs.mkdirSync(other);
    const staging = stagingFor(folder, true);
    expect(() => makeStaging(staging)).toThrow(
      expect.objectContaining({
        message: 'Another run is writing there.',
        help: [`Wait for it to end; if there is none, delete ${other}.`],
      }),
    );
    expect(fs.readdirSync(folder)).toEqual([path.basename(other)]);
  });

  it('is made beside one of a run that is gone, or of another directory', () => {
    const folder = temporaryFolder();
    fs.mkdirSync(path.join(folder, `.repo${mark}${gone()}`));
    fs.mkdirSync(path.join(folder, `.other${mark}${process.ppid}`));
    const staging = stagingFor(path.join(folder, 'repo'), false);
    makeStaging(staging);
    expect(fs.existsSync(staging.folder)).toBe(true);
  });
});

describe('what killed runs have left', () => {
  it('goes, with all that is in it: inside the directory, beside it, beside those above', () => {
    const folder = temporaryFolder();
    const pid = gone();
    lay(folder, {
      [`a/repo/${mark}${pid}/new/flake.nix`]: '',
      [`a/.repo${mark}${pid}/new/x`]: '',
      [`.a${mark}${pid}/x`]: '',
      [`a/.other${mark}${pid}/x`]: '',
      'a/repo/mine': '',
    });
    removeStale(path.join(folder, 'a/repo'));
    const left = fs.readdirSync(folder, { recursive: true }).map(String).filter(isStaging);
    expect(left.sort()).toEqual([`a/.other${mark}${pid}`, `a/.other${mark}${pid}/x`]);
    expect(fs.existsSync(path.join(folder, 'a/repo/mine'))).toBe(true);
  });

  it('stays where its process runs, also somebody else’s', () => {
    const folder = temporaryFolder();
    const [live, foreign] = [`${mark}${process.ppid}`, `${mark}1`];
    lay(folder, { [`${live}/x`]: '', [`${foreign}/x`]: '', [`${mark}${gone()}/x`]: '' });
    const kill = process.kill.bind(process);
    vi.spyOn(process, 'kill').mockImplementation((pid, signal) => {
      if (pid === 1) throw Object.assign(new Error('x'), { code: 'EPERM' });
      return kill(pid, signal);
    });
    removeStale(folder);
    expect(fs.readdirSync(folder).sort()).toEqual([foreign, live].sort());
  });

  it('goes where its process had the number that we have now', () => {
    const folder = temporaryFolder();
    lay(folder, { [`${mark}${process.pid}/x`]: '' });
    removeStale(folder);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('is not what somebody has called nearly the same', () => {
    const folder = temporaryFolder();
    const names = [`${mark}notes`, `${mark}1x`, `${mark}`, `.repo${mark}`, `.repo${mark}old-x`];
    lay(folder, Object.fromEntries(names.map((name) => [`${name}/mine`, ''])));
    fs.mkdirSync(path.join(folder, 'repo'));
    removeStale(folder);
    removeStale(path.join(folder, 'repo'));
    expect(fs.readdirSync(folder).sort()).toEqual([...names, 'repo'].sort());
  });

  it('is nothing where the directory is not there', () => {
    expect(() => removeStale(path.join(temporaryFolder(), 'a/b'))).not.toThrow();
  });
});
