/** Moving a staged tree into a target that is there: each step, and how it is taken back. */
import path from 'node:path';
import fs from 'fs-extra';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Grafting, graft, type Undo } from '../../src/repo/graft.js';
import type { PlannedFile } from '../../src/repo/plan.js';
import { lay, picture } from '../faults/support.js';
import { temporaryFolder } from '../support/program.js';

const texts = { 'flake.nix': 'new flake', 'a/b/c.nix': 'c', 'a/d.nix': 'd', 'z.md': 'new z' };

interface Bed {
  readonly place: string;
  readonly undo: Undo[];
  /** What was moved when, by its path in the target, with the times it was listened. */
  readonly listened: () => number;
  readonly run: (listen?: () => Promise<void>) => Promise<void>;
  readonly takeBack: () => void;
}

/** A target that holds `before`, and the files above staged for it. */
function bed(before: Readonly<Record<string, string>>, planned = before): Bed {
  const folder = temporaryFolder();
  const [place, staged, old] = ['place', 'new', 'old'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  fs.mkdirSync(place);
  lay(place, before);
  lay(staged, texts);
  const files = Object.entries(texts).map(([name, text]): PlannedFile => {
    const there = planned[name];
    return { path: name, text, before: there, state: there === undefined ? 'add' : 'change' };
  });
  const undo: Undo[] = [];
  let times = 0;
  const run = (listen: () => Promise<void> = async () => undefined) => {
    const grafting: Grafting = {
      ...{ old, undo },
      listen: async () => {
        times += 1;
        await listen();
      },
    };
    return graft(staged, place, files, grafting);
  };
  const takeBack = () => {
    for (const { back } of undo.reverse()) back();
  };
  return { place, undo, listened: () => times, run, takeBack };
}

const content = (place: string) =>
  Object.fromEntries(
    fs
      .readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(place, file), fs.readFileSync(file, 'utf8')]),
  );

afterEach(() => void vi.restoreAllMocks());

const mine = { 'a/mine.nix': 'mine', 'z.md': 'old z' };

describe('a graft', () => {
  it('leaves what was there and was not planned, and ends with flake.nix', async () => {
    const { place, run, undo, listened } = bed(mine);
    await run();
    expect(content(place)).toEqual({ ...mine, ...texts });
    const moved = undo.map(({ file }) => path.relative(place, file));
    // a folder that was not there goes at once
    expect(moved.slice().sort()).toEqual(['a/b', 'a/d.nix', 'flake.nix', 'z.md']);
    expect(moved.at(-1)).toBe('flake.nix');
    // before each step, and the folder that is gone into
    expect(listened()).toBe(5);
  });

  it('is taken back to the last bit: modes, times, folders', async () => {
    const { place, run, takeBack } = bed(mine);
    fs.chmodSync(path.join(place, 'z.md'), 0o640);
    const time = new Date(2020, 1, 2);
    fs.utimesSync(path.join(place, 'z.md'), time, time);
    const before = picture(place);
    await run();
    expect(fs.statSync(path.join(place, 'z.md')).mode & 0o777).toBe(0o640);
    expect(picture(place)).not.toEqual(before);
    takeBack();
    expect(picture(place)).toEqual(before);
  });

  it('that is taken back leaves what somebody has put into a new folder meanwhile', async () => {
    const { place, run, takeBack } = bed(mine);
    await run();
    fs.writeFileSync(path.join(place, 'a/b/theirs'), 'x');
    takeBack();
    expect(content(place)).toEqual({ ...mine, 'a/b/theirs': 'x' });
  });

  it('stops between two steps, where it is told to', async () => {
    const { place, run, takeBack } = bed(mine);
    let left = 2;
    await expect(
      run(async () => {
        left -= 1;
        if (left < 0) throw new Error('stopped');
      }),
    ).rejects.toThrow('stopped');
    expect(Object.keys(content(place))).not.toContain('flake.nix');
    takeBack();
    expect(content(place)).toEqual(mine);
  });

  it('stops at a file that is not what it was planned for', async () => {
    const { place, run } = bed(mine, { ...mine, 'z.md': 'as it was' });
    await expect(run()).rejects.toMatchObject({
      message: `Nothing has been changed: something else was written to ${place}/z.md meanwhile.`,
      help: ['Look at it, then run it again.'],
    });
    expect(content(place)['z.md']).toBe('old z');
  });

  it('stops at a file that was not there when it was planned', async () => {
    const { place, run } = bed({ ...mine, 'flake.nix': 'theirs' }, mine);
    await expect(run()).rejects.toMatchObject({ code: 'EEXIST' });
    expect(content(place)['flake.nix']).toBe('theirs');
  });
});

describe.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP'])('without hard links (%s)', (code) => {
  const withoutLinks = () =>
    vi.spyOn(fs, 'linkSync').mockImplementation(() => {
      throw Object.assign(new Error(code), { code });
    });

  it('files are moved all the same, and taken back', async () => {
    const links = withoutLinks();
    const { place, run, takeBack } = bed(mine);
    await run();
    expect(links).toHaveBeenCalledTimes(2);
    expect(content(place)).toEqual({ ...mine, ...texts });
    takeBack();
    expect(content(place)).toEqual(mine);
  });

  it('nothing is replaced that was put there meanwhile', async () => {
    withoutLinks();
    const { place, run } = bed({ ...mine, 'flake.nix': 'theirs' }, mine);
    await expect(run()).rejects.toThrow(/something else was written to .*flake\.nix meanwhile/);
    expect(content(place)['flake.nix']).toBe('theirs');
  });
});

it('another error of a link is told as it is', async () => {
  vi.spyOn(fs, 'linkSync').mockImplementation(() => {
    throw Object.assign(new Error('x'), { code: 'EIO' });
  });
  const { run } = bed(mine);
  await expect(run()).rejects.toMatchObject({ code: 'EIO' });
});
