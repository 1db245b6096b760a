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

import {
  lchownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { setImmediate } from 'node:timers';
import { Failure } from '../errors.js';
import type { Stoppable } from '../interruption.js';
import { explained } from './disk.js';
import { contentOf } from './file.js';
import type { Undo } from './graft.js';
import { type Plan, type PlannedFile, toWrite } from './plan.js';
import { makeStaging, stagingFor } from './staging.js';

/** Whom the files belong to, where it is not who runs the program. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Writes the files of `plan`. An abort or an error leaves everything as it was. */
export async function applyPlan(
  plan: Plan,
  owner: Owner | undefined,
  interruption: Stoppable,
): Promise<void> {
  const files = toWrite(plan);
  if (files.length === 0) return;
  const undo: Undo[] = [];
  try {
    await write(plan, files, owner, interruption, undo);
  } catch (error) {
    const stuck = takeBack(undo);
    if (stuck.length > 0) throw halfDone(error, plan.target.directory, stuck);
    if (interruption.aborted) throw interruption.reason;
    throw explained(error, `Nothing has been changed: ${plan.target.directory} can't be written`);
  }
}

/** Takes every step back, the last one first. Returns the files where that did not work. */
function takeBack(undo: Undo[]): readonly string[] {
  return undo.reverse().flatMap(({ file, back }) => {
    try {
      back();
      return [];
    } catch {
      return [file];
    }
  });
}

function halfDone(error: unknown, directory: string, stuck: readonly string[]): Failure {
  const why = error instanceof Error ? error.message : String(error);
  return new Failure(`${directory} could not be written (${why}).`, [
    'These could not be taken back:',
    ...stuck.map((file) => `  ${file}`),
  ]);
}

/** Lets a signal that has come in be heard, and stops at it. */
export async function listen(interruption: Stoppable): Promise<void> {
  // the first turn can come before the one in which Node reads its signals
  for (let turn = 0; turn < 2; turn += 1) await new Promise((next) => setImmediate(next));
  interruption.throwIfAborted();
}

async function write(
  plan: Plan,
  files: readonly PlannedFile[],
  owner: Owner | undefined,
  interruption: Stoppable,
  undo: Undo[],
): Promise<void> {
  const { directory, exists } = plan.target;
  const staging = stagingFor(directory, exists);
  makeStaging(staging);
  const { folder, place } = staging;
  undo.push({ file: folder, back: () => removeFolder(folder) });
  const staged = join(folder, 'new');
  stage(join(staged, relative(place, directory)), files);
  if (owner) ownAll(staged, owner);
  await listen(interruption);
  if (exists) {
    const { graft } = await import('./graft.js');
    const old = join(folder, 'old');
    await graft(staged, place, files, { old, undo, listen: () => listen(interruption) });
  } else renameSync(staged, place);
  removeQuietly(folder);
}

function stage(repo: string, files: readonly PlannedFile[]): void {
  const folders = new Set(files.map(({ path: file }) => dirname(file)));
  for (const folder of folders) mkdirSync(`${repo}/${folder}`, { recursive: true });
  for (const file of files) {
    const options = file.isExecutable ? { mode: 0o777 } : undefined;
    writeFileSync(`${repo}/${file.path}`, contentOf(file), options);
  }
}

/** Gives a folder and all that is in it to `owner`; links are not followed. */
export function ownAll(folder: string, { uid, gid }: Owner): void {
  lchownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { recursive: true })) {
    lchownSync(join(folder, String(entry)), uid, gid);
  }
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** What is left of a staging folder does no harm, and the next run takes it away. */
function removeQuietly(staging: string): void {
  try {
    // most often it is empty, and what takes a whole tree away is dear to load
    if (readdirSync(staging).length === 0) rmdirSync(staging);
    else removeFolder(staging);
  } catch {
    // the files are in place, so this is no failure
  }
}
