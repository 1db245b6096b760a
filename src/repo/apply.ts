/**
 * Carries a plan out, all of it or nothing. Everything is written to a staging folder first, then
 * moved into place by renames: a target that is absent in one, one that is there file by file
 * (a folder that it lacks at once), `flake.nix` last, since without it there is no flake.
 *
 * Killed at any moment, each file is old or new and never half; the staging folder, if it is left,
 * is taken away by the next run.
 *
 * The calls are synchronous: the files are small and few, and a thread for each costs more than
 * the writing. A signal is looked for between two of them.
 */
import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers';
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
  const undo: (() => void)[] = [];
  try {
    await new Writing(plan, files, owner, signal, undo).run();
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw signal.aborted ? signal.reason : explained(error, plan.target.directory);
  }
}

/** Lets a signal that has come in be heard, and stops at it. */
async function listen(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}

class Writing {
  /** What is renamed to: the target, or the uppermost folder that has to be made for it. */
  private readonly place: string;
  private readonly staging: string;
  private readonly staged: string;

  constructor(
    private readonly plan: Plan,
    private readonly files: readonly PlannedFile[],
    private readonly owner: Owner | undefined,
    private readonly signal: AbortSignal,
    private readonly undo: (() => void)[],
  ) {
    const { directory, exists } = plan.target;
    this.place = exists ? directory : uppermostAbsent(directory);
    // inside a target that is there, since beside a mount point is another file system
    this.staging = exists
      ? path.join(directory, stagingSuffix)
      : path.join(path.dirname(this.place), `.${path.basename(this.place)}${stagingSuffix}`);
    this.staged = path.join(this.staging, 'new');
  }

  async run(): Promise<void> {
    removeStale(this.staging);
    fs.mkdirSync(this.staging);
    this.undo.push(() => removeFolder(this.staging));
    fs.writeFileSync(path.join(this.staging, pidFile), String(process.pid));
    this.stage();
    await listen(this.signal);
    if (this.plan.target.exists) {
      const { graft } = await import('./graft.js');
      const old = path.join(this.staging, 'old');
      await graft(this.staged, this.place, {
        old,
        undo: this.undo,
        listen: () => listen(this.signal),
      });
    } else fs.renameSync(this.staged, this.place);
    removeQuietly(this.staging);
  }

  private stage(): void {
    const repo = path.join(this.staged, path.relative(this.place, this.plan.target.directory));
    const folders = new Set(this.files.map(({ path: file }) => path.dirname(file)));
    for (const folder of folders) fs.mkdirSync(path.join(repo, folder), { recursive: true });
    for (const { path: file, text } of this.files) fs.writeFileSync(path.join(repo, file), text);
    if (this.owner) ownAll(this.staged, this.owner);
  }
}

function uppermostAbsent(directory: string): string {
  const parent = path.dirname(directory);
  return fs.existsSync(parent) ? directory : uppermostAbsent(parent);
}

function ownAll(folder: string, { uid, gid }: Owner): void {
  fs.lchownSync(folder, uid, gid);
  for (const entry of fs.readdirSync(folder, { recursive: true })) {
    fs.lchownSync(path.join(folder, String(entry)), uid, gid);
  }
}

function removeFolder(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true });
}

/** What is left of a staging folder does no harm, and the next run takes it away. */
function removeQuietly(staging: string): void {
  try {
    removeFolder(staging);
  } catch {
    // the files are in place, so this is no failure
  }
}

/** Names the process that a staging folder belongs to. */
const pidFile = 'pid';

/** Takes away the staging folder of a run that was killed; one of a run that lives is an error. */
function removeStale(staging: string): void {
  if (!fs.existsSync(staging)) return;
  const pid = Number(textOf(path.join(staging, pidFile)));
  if (pid > 0 && pid !== process.pid && isRunning(pid)) {
    throw new Failure(`Another run (process ${pid}) is writing there.`, [
      `Wait for it to end; if there is none, delete ${staging}.`,
    ]);
  }
  removeFolder(staging);
}

function textOf(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
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
