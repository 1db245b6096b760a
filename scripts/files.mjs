import fs from 'node:fs';
import path from 'node:path';

/**
 * Writes files below a folder, with the folders that they need.
 *
 * @param files pairs of path and text: a Map, or the entries of an object
 * @param mode the permissions of each, before the umask
 */
export function layFiles(folder, files, mode = 0o666) {
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text, { mode });
  }
}
