/** What writing the repo would do to the files that are there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../errors.js';
import { entryAt, looking } from './disk.js';
import type { RepoFile } from './file.js';
import type { Mode, Target } from './target.js';

/**
 * `add` is new, `same` is there already to the byte, `change` will be replaced, `keep` differs and
 * stays as it is.
 */
export type FileState = 'add' | 'same' | 'change' | 'keep';

export interface PlannedFile extends RepoFile {
  readonly state: FileState;
  /** The text that is there now, where there is one. */
  readonly before: string | undefined;
}

export interface Plan {
  readonly target: Target;
  readonly files: readonly PlannedFile[];
}

/** Holds every file of the repo against the disk. Reads only. */
export function planRepo(files: readonly RepoFile[], target: Target, mode: Mode): Plan {
  const planned = files.map((file): PlannedFile => {
    const before = target.exists ? textAt(target.directory, file.path) : undefined;
    const isSame = file.bytes
      ? before !== undefined && holdsBytes(join(target.directory, file.path), file.bytes)
      : before === file.text;
    return { ...file, before, state: stateOf(isSame, before, mode) };
  });
  return { target, files: planned };
}

function holdsBytes(file: string, bytes: Uint8Array): boolean {
  return looking(file, () => readFileSync(file)).equals(bytes);
}

function stateOf(isSame: boolean, before: string | undefined, mode: Mode): FileState {
  if (before === undefined) return 'add';
  if (isSame) return 'same';
  return mode === 'overwrite' ? 'change' : 'keep';
}

/**
 * The text of a file below the target. A link or a folder in its place is refused: writing there
 * would reach out of the target, or take something away.
 */
export function textAt(directory: string, file: string): string | undefined {
  const parts = file.split('/');
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const part = join(directory, ...parts.slice(0, depth));
    const stat = entryAt(part);
    if (stat === undefined) return undefined;
    const wanted = depth < parts.length ? stat.isDirectory() : stat.isFile();
    if (!wanted) {
      throw new Failure(
        `${part} is in the way: it is not a ${depth < parts.length ? 'folder' : 'file'}.`,
        ['Move it away, or name another directory.'],
      );
    }
  }
  return looking(file, () => readFileSync(join(directory, file), 'utf8'));
}

/** The files that will be written. */
export function toWrite(plan: Plan): readonly PlannedFile[] {
  return plan.files.filter(({ state }) => state === 'add' || state === 'change');
}
