/** The directory that the repo goes to, as it is before anything is written. */
import { readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure, systemCode } from '../errors.js';
import { withoutControls } from '../text.js';
import { entryAt, explained, looking } from './disk.js';
import { isStaging } from './staging.js';

/** How a target that is there already is treated. */
export type Mode = 'create' | 'merge' | 'overwrite';

export interface Target {
  /** Absolute, links in it resolved as far as it exists. */
  readonly directory: string;
  /** Absent ones are made by one rename; those that are there get file by file. */
  readonly exists: boolean;
  /** What is in it, by name; `.git` is left out, since nothing here touches it. */
  readonly content: readonly string[];
}

/**
 * Looks at the target. A file where the directory should be, a link that leads nowhere, or a path
 * that Nix would misread, is a {@link Failure}.
 */
export function lookAt(directory: string): Target {
  const real = resolved(resolve(directory));
  refuseUnnameable(real);
  const stat = entryAt(real);
  if (stat === undefined) return { directory: real, exists: false, content: [] };
  if (!stat.isDirectory()) {
    throw new Failure(`${real} is there already, and it is not a directory.`, [
      'Name another directory, or move it away.',
    ]);
  }
  const content = looking(real, () => readdirSync(real));
  return {
    directory: real,
    exists: true,
    content: content.filter((name) => name !== '.git' && !isStaging(name)).sort(),
  };
}

/** A flake is named by its path, which ends for Nix where a # or a ? begins (nix3-flake(1)). */
function refuseUnnameable(directory: string): void {
  const [sign] = /[#?]/.exec(directory) ?? [];
  if (sign === undefined) return;
  throw new Failure(`${directory} can't be used: for Nix, a path ends at the first ${sign}.`, [
    `Name a directory without ${sign} in its path.`,
  ]);
}

/** The path with every link in the part of it that exists resolved. */
function resolved(directory: string): string {
  try {
    return realpathSync.native(directory);
  } catch (error) {
    const parent = dirname(directory);
    if (systemCode(error) !== 'ENOENT' || parent === directory) {
      throw explained(error, `${directory} can't be used`);
    }
    if (entryAt(directory) !== undefined) {
      throw new Failure(`${directory} can't be used: a link in it leads nowhere.`, [
        'Name another directory, or take the link away.',
      ]);
    }
    return join(resolved(parent), basename(directory));
  }
}

/** Refuses a target that holds something, unless one of the two modes for that was asked for. */
export function refuseOccupied(target: Target, mode: Mode): void {
  if (mode !== 'create' || target.content.length === 0) return;
  const shown = target.content.slice(0, 10).map((name) => `  ${withoutControls(name)}`);
  const rest = target.content.length - shown.length;
  throw new Failure(`${target.directory} is not empty. It holds:`, [
    ...shown,
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    'Name another directory, or add --merge (adds what is not there yet) or --overwrite',
    '(replaces the files that differ; deletes nothing).',
  ]);
}
