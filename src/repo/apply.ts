/**
 * Carries a plan out, all of it or nothing. Everything is written to a staging folder first, then
 * moved into place by renames: a target that is absent in one, one that is there file by file
 * (a folder that it lacks at once), `flake.nix` last, since without it there is no flake.
 *
 * Killed at any moment, each file is old or new and never half; the staging folder, if it is left,
 * is taken away by the next run.
 */
import path from 'node:path';
import fs from 'fs-extra';
import { Failure, systemCode } from '../errors.js';
import { type Plan, type PlannedFile, toWrite } from './plan.js';
import { stagingSuffix } from './target.js';

/** Whom the files belong to, where it is not who runs the program. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Writes the files of `plan`. An abort or an error leaves everything as it was. */
export async function applyPlan(
  plan: Plan,
  owner: Owner | undefined,
  signal: AbortSignal,
): Promise<void> {
  const files = toWrite(plan);
  if (files.length === 0) return;
  const undo: Undo[] = [];
  try {
    await write(plan, files, owner, signal, undo);
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw signal.aborted ? signal.reason : explained(error, plan.target.directory);
  }
}

type Undo = () => Promise<unknown>;

async function write(
  plan: Plan,
  files: readonly PlannedFile[],
  owner: Owner | undefined,
  signal: AbortSignal,
  undo: Undo[],
): Promise<void> {
  const { place, staging, inPlace } = await placeOf(plan.target.directory);
  await removeStale(staging);
  await fs.mkdir(staging);
  undo.push(() => fs.remove(staging));
  await fs.writeFile(path.join(staging, pidFile), String(process.pid));
  const staged = path.join(staging, 'new');
  await fs.mkdir(staged);
  for (const file of files) {
    signal.throwIfAborted();
    await fs.outputFile(path.join(staged, inPlace, file.path), file.text);
  }
  if (owner) await ownAll(staged, owner);
  signal.throwIfAborted();
  if (plan.target.exists)
    await new Graft(staged, place, path.join(staging, 'old'), signal, undo).run();
  else await fs.rename(staged, place);
  // what is left of the staging folder does no harm, and the next run takes it away
  await fs.remove(staging).catch(() => undefined);
}

/**
 * What is renamed, and where it is staged. Inside a target that is there, since beside a mount
 * point is another file system; else beside the uppermost folder that has to be made.
 */
async function placeOf(
  directory: string,
): Promise<{ place: string; staging: string; inPlace: string }> {
  if (await fs.pathExists(directory)) {
    return { place: directory, staging: path.join(directory, stagingSuffix), inPlace: '' };
  }
  let place = directory;
  while (!(await fs.pathExists(path.dirname(place)))) place = path.dirname(place);
  const staging = path.join(path.dirname(place), `.${path.basename(place)}${stagingSuffix}`);
  return { place, staging, inPlace: path.relative(place, directory) };
}

async function ownAll(folder: string, { uid, gid }: Owner): Promise<void> {
  await fs.lchown(folder, uid, gid);
  for (const entry of await fs.readdir(folder, { recursive: true })) {
    await fs.lchown(path.join(folder, String(entry)), uid, gid);
  }
}

/** Moves a staged tree into one that is there, and keeps what it replaces until all is done. */
class Graft {
  constructor(
    private readonly staged: string,
    private readonly place: string,
    private readonly old: string,
    private readonly signal: AbortSignal,
    private readonly undo: Undo[],
  ) {}

  async run(): Promise<void> {
    const names = (await fs.readdir(this.staged)).filter((name) => name !== 'flake.nix');
    for (const name of names) await this.move(name);
    if (await fs.pathExists(path.join(this.staged, 'flake.nix'))) await this.move('flake.nix');
  }

  private async move(name: string): Promise<void> {
    this.signal.throwIfAborted();
    const staged = path.join(this.staged, name);
    const final = path.join(this.place, name);
    const isFolder = (await fs.stat(staged)).isDirectory();
    if (!(await fs.pathExists(final))) {
      const placed = isFolder ? await filesBelow(staged) : [''];
      await fs.rename(staged, final);
      this.undo.push(() => takeBack(final, placed));
    } else if (isFolder) {
      for (const inner of await fs.readdir(staged)) await this.move(path.join(name, inner));
    } else await this.replace(staged, final, path.join(this.old, name));
  }

  private async replace(staged: string, final: string, old: string): Promise<void> {
    await fs.copy(final, old, { preserveTimestamps: true });
    await fs.chmod(staged, (await fs.stat(final)).mode);
    await fs.rename(staged, final);
    this.undo.push(() => fs.rename(old, final));
  }
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** Takes away what was placed, and the folders that are empty without it. */
async function takeBack(final: string, placed: readonly string[]): Promise<void> {
  for (const file of placed) {
    let at = path.join(final, file);
    await fs.remove(at);
    while (at !== final) {
      at = path.dirname(at);
      await fs.rmdir(at).catch(() => undefined);
    }
  }
}

/** Names the process that a staging folder belongs to. */
const pidFile = 'pid';

/** Takes away the staging folder of a run that was killed; one of a run that lives is an error. */
async function removeStale(staging: string): Promise<void> {
  if (!(await fs.pathExists(staging))) return;
  const pid = Number(await fs.readFile(path.join(staging, pidFile), 'utf8').catch(() => ''));
  if (pid > 0 && pid !== process.pid && isRunning(pid)) {
    throw new Failure(`Another run (process ${pid}) is writing there.`, [
      `Wait for it to end; if there is none, delete ${staging}.`,
    ]);
  }
  await fs.remove(staging);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

const reasons: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  ENOSPC: ['the disk is full', 'Make room, then run it again.'],
  EDQUOT: ['your quota is used up', 'Make room, then run it again.'],
  EROFS: ['the file system is read-only', 'Name a directory that can be written.'],
  EACCES: ['you may not write there', 'Name a directory that is yours.'],
  EPERM: ['you may not write there', 'Name a directory that is yours.'],
  EEXIST: ['something else was written there meanwhile', 'Look at it, then run it again.'],
  ENOTEMPTY: ['something else was written there meanwhile', 'Look at it, then run it again.'],
  ENAMETOOLONG: ['the name is too long', 'Name a directory with a shorter path.'],
};

/** A failed system call in words, with what to do. */
function explained(error: unknown, directory: string): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const message = error instanceof Error ? error.message : code;
  const [why, fix] = reasons[code] ?? [message, 'Run it again.'];
  return new Failure(`Could not write ${directory}: ${why}. Nothing has been changed.`, [fix]);
}
