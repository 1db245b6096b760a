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

/** As `posix.resolve` below an absolute folder, faster where nothing has to be resolved. */
export function resolvedPath(folder: string, path: string): string {
  const below = path.startsWith('./') ? path.slice('./'.length) : path;
  return isUnresolved.test(`/${below}`) || isUnresolved.test(folder)
    ? posix.resolve(folder, path)
    : `${folder}/${below}`;
}
