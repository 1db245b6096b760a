/** Looks at the disk, with what goes wrong put in words. */
import { lstatSync, type Stats } from 'node:fs';
import { Failure, systemCode } from '../errors.js';

const reasons: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  ENOSPC: ['the disk is full', 'Make room, then run it again.'],
  EDQUOT: ['your quota is used up', 'Make room, then run it again.'],
  EROFS: ['the file system is read-only', 'Name a directory that can be written.'],
  EACCES: ['you may not go there', 'Name a directory that is yours.'],
  EPERM: ['you may not go there', 'Name a directory that is yours.'],
  EEXIST: ['something else was written there meanwhile', 'Look at it, then run it again.'],
  ENOTEMPTY: ['something else was written there meanwhile', 'Look at it, then run it again.'],
  ENOENT: ['something was taken away there meanwhile', 'Look at it, then run it again.'],
  ENOTDIR: ['a part of it is a file', 'Name another directory.'],
  ELOOP: ['a link in it leads nowhere', 'Name another directory.'],
  ENAMETOOLONG: ['the name is too long', 'Name a directory with a shorter path.'],
};

/** A failed system call as a {@link Failure} that says what and why; anything else as it is. */
export function explained(error: unknown, what: string): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const message = error instanceof Error ? error.message : code;
  const [why, fix] = reasons[code] ?? [message, 'Look at it, then run it again.'];
  return new Failure(`${what}: ${why}.`, [fix]);
}

/** Calls `look`, which reads `file`, and words what goes wrong. */
export function looking<T>(file: string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    throw explained(error, `Could not read ${file}`);
  }
}

/** What stands at a path, links not followed; nothing where nothing does. */
export function entryAt(file: string): Stats | undefined {
  return looking(file, () => lstatSync(file, { throwIfNoEntry: false }));
}
