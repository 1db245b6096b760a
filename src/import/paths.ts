/** Paths of files, which are asked for again and again. */
import { posix } from 'node:path';

/** What has to be resolved first: `//`, `.` and `..` between slashes, a slash at the end. */
const isUnresolved = /\/\.{0,2}(?:\/|$)/;

/** As `posix.relative` of two absolute paths, faster where the second is plainly below the first. */
export function relativePath(folder: string, file: string): string {
  const isBelow = file.startsWith(folder) && file[folder.length] === '/';
  return isBelow && !isUnresolved.test(file) && !isUnresolved.test(folder)
    ? file.slice(folder.length + 1)
    : posix.relative(folder, file);
}
