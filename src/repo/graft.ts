/** Moves a staged tree into a target that is there, so that every step of it can be taken back. */
import { dirname, join, relative } from 'node:path';
import fs from 'fs-extra';
import { Failure, systemCode } from '../errors.js';
import type { PlannedFile } from './plan.js';

/** A step that was taken, and how it is taken back. */
export interface Undo {
  readonly file: string;
  readonly back: () => void;
}

/** What the moving needs of who carries out the plan. */
export interface Grafting {
  /** Where replaced files are kept until all is done. */
  readonly old: string;
  /** Gets each step, with how it is taken back. */
  readonly undo: Undo[];
  /** Called between two steps; throws where the work is to stop. */
  readonly listen: () => Promise<void>;
}

/**
 * Moves all that is in `staged` to `place`: a folder that is absent there at once, the rest file
 * by file, `flake.nix` last. What is not there as it was planned for stops it.
 */
export async function graft(
  staged: string,
  place: string,
  files: readonly PlannedFile[],
  grafting: Grafting,
): Promise<void> {
  const isLast = (name: string) => Number(name === 'flake.nix');
  const names = fs.readdirSync(staged).sort((a, b) => isLast(a) - isLast(b));
  const move = async (name: string): Promise<void> => {
    await grafting.listen();
    const from = join(staged, name);
    const to = join(place, name);
    const planned = files.find((file) => file.path === name);
    if (planned !== undefined) moveFile(from, to, planned, grafting);
    else if (!fs.existsSync(to)) moveFolder(from, to, grafting);
    else for (const inner of fs.readdirSync(from)) await move(join(name, inner));
  };
  for (const name of names) await move(name);
}

function moveFolder(from: string, to: string, { undo }: Grafting): void {
  const placed = filesBelow(from);
  fs.renameSync(from, to);
  undo.push({ file: to, back: () => takeBack(to, placed) });
}

function moveFile(from: string, to: string, planned: PlannedFile, grafting: Grafting): void {
  if (planned.state === 'add') {
    place(from, to);
    grafting.undo.push({ file: to, back: () => fs.removeSync(to) });
  } else if (fs.readFileSync(to, 'utf8') === planned.before) {
    replace(from, to, join(grafting.old, planned.path), grafting);
  } else throw changedMeanwhile(to);
}

/** A link, unlike a rename, does not replace what somebody else has put there meanwhile. */
function place(from: string, to: string): void {
  try {
    fs.linkSync(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP'].includes(systemCode(error) ?? '')) throw error;
    if (fs.existsSync(to)) throw changedMeanwhile(to);
    fs.renameSync(from, to);
  }
}

function changedMeanwhile(file: string): Failure {
  return new Failure(`Nothing has been changed: something else was written to ${file} meanwhile.`, [
    'Look at it, then run it again.',
  ]);
}

/** The old file keeps its time, owner and mode; the new one takes owner and mode over. */
function replace(from: string, to: string, old: string, { undo }: Grafting): void {
  fs.copySync(to, old, { preserveTimestamps: true });
  const { mode, uid, gid } = fs.statSync(to);
  fs.chmodSync(from, mode);
  if (process.getuid?.() === 0) {
    fs.chownSync(from, uid, gid);
    fs.chownSync(old, uid, gid);
  }
  fs.renameSync(from, to);
  undo.push({ file: to, back: () => fs.renameSync(old, to) });
}

function filesBelow(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Takes away what was placed, and the folders that are empty without it. */
function takeBack(folder: string, placed: readonly string[]): void {
  for (const file of placed) {
    let at = join(folder, file);
    fs.removeSync(at);
    while (at !== folder) {
      at = dirname(at);
      if (fs.readdirSync(at).length > 0) break;
      fs.rmdirSync(at);
    }
  }
}
