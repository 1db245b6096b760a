/** Follows links inside a root directory, as the system whose root it is would. */
import { lstatSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** As many as Linux follows on the way to one file (path_resolution(7)). */
const mostLinks = 40;

/**
 * A function that says where a file below `root` really is. An absolute link begins at the root
 * again, and `..` does not lead out of it. Nothing where there are too many links.
 */
export function placeWithin(root: string): (file: string) => string | undefined {
  return (file) => {
    const way: string[] = [];
    const left = parts(file);
    let links = 0;
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      if (name === '..') {
        way.pop();
        continue;
      }
      const target = linkAt(join(root, ...way, name));
      if (target === undefined) {
        way.push(name);
        continue;
      }
      links += 1;
      if (links > mostLinks) return undefined;
      if (target.startsWith('/')) way.length = 0;
      left.unshift(...parts(target));
    }
    return join(root, ...way);
  };
}

function parts(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

/** Where a link points; nothing for what is no link, or can't be looked at. */
function linkAt(file: string): string | undefined {
  try {
    const stat = lstatSync(file, { throwIfNoEntry: false });
    return stat?.isSymbolicLink() ? readlinkSync(file) : undefined;
  } catch {
    return undefined;
  }
}
