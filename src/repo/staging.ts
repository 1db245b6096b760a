/**
 * Staging folders: where files are written before they are moved into place. The process is in the
 * name, so that a folder whose process is gone can be told from one that is in use.
 */
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure, systemCode } from '../errors.js';

const mark = '.create-nixos-config-staging-';

/** Whether a name in a directory is that of a staging folder. */
export function isStaging(name: string): boolean {
  return name.includes(mark);
}

/** Names that have a start and then a process, and nothing else: what is called so is ours. */
function isNumbered(start: string): (name: string) => boolean {
  return (name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length));
}

/** What a directory has to be written through: what is renamed to, and where it is staged. */
export interface Staging {
  /** The directory, or the uppermost folder that has to be made for it. */
  readonly place: string;
  readonly folder: string;
}

/**
 * Where a directory is staged: inside one that is there, since beside a mount point is another
 * file system; else beside what has to be made.
 */
export function stagingFor(directory: string, exists: boolean): Staging {
  if (exists) return { place: directory, folder: join(directory, `${mark}${process.pid}`) };
  const place = uppermostAbsent(directory);
  // a name can have 255 bytes, and this one is for us only
  const name = basename(place).slice(0, 40);
  return { place, folder: join(dirname(place), `.${name}${mark}${process.pid}`) };
}

function uppermostAbsent(directory: string): string {
  const parent = dirname(directory);
  return existsSync(parent) ? directory : uppermostAbsent(parent);
}

/** Makes the folder. Another run that is writing there is a {@link Failure}. */
export function makeStaging({ folder }: Staging): void {
  mkdirSync(folder);
  const [other] = stagingsBeside(folder).filter((name) => isInUse(name));
  if (other === undefined) return;
  rmdirSync(folder);
  throw new Failure('Another run is writing there.', [
    `Wait for it to end; if there is none, delete ${other}.`,
  ]);
}

/** The other staging folders of the same place, whole paths. */
function stagingsBeside(folder: string): readonly string[] {
  const parent = dirname(folder);
  const start = basename(folder).slice(0, -String(process.pid).length);
  return readdirSync(parent)
    .filter(isNumbered(start))
    .filter((name) => join(parent, name) !== folder)
    .map((name) => join(parent, name));
}

/** Takes away what runs that were killed have left for this directory. */
export function removeStale(directory: string): void {
  for (const staging of stagingsOf(directory)) {
    // looked at once more, since nothing that is taken away here can be taken back
    const isOurs = isStaging(basename(staging));
    if (isOurs && !isInUse(staging)) rmSync(staging, { recursive: true, force: true });
  }
}

/** Every staging folder for the directory: inside it, or beside it or one of those above it. */
function stagingsOf(directory: string): readonly string[] {
  const found = namesIn(directory)
    .filter(isNumbered(mark))
    .map((name) => join(directory, name));
  for (let at = directory; dirname(at) !== at; at = dirname(at)) {
    const start = `.${basename(at).slice(0, 40)}${mark}`;
    const parent = dirname(at);
    const beside = namesIn(parent).filter(isNumbered(start));
    found.push(...beside.map((name) => join(parent, name)));
  }
  return found;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isInUse(staging: string): boolean {
  const pid = Number(staging.slice(staging.lastIndexOf('-') + 1));
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}
