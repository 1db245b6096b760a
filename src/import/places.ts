/** Where the files of the old configuration stand in the new repo. */
import { posix } from 'node:path';
import { relativePath, resolvedPath } from './paths.js';

/** What the host's folder has of the old configuration. */
export const carriedFolder = 'carried-over';

/** Below it, files from outside of the old folder. */
const outside = 'outside';

export class Places {
  constructor(
    /** The folder of the old configuration, absolute. */
    private readonly folder: string,
    hostname: string,
    /** The old hardware files that are the host's own now, absolute. */
    private readonly hardware: ReadonlySet<string>,
    /** The old modules, absolute. */
    modules: readonly string[],
  ) {
    this.host = `hosts/${hostname}`;
    this.above = modules.reduce((above, file) => commonFolder(above, file), folder);
  }

  private readonly host: string;
  /** Those that were asked for before. */
  private readonly known = new Map<string, string>();
  /** The folder that holds them all. */
  private readonly above: string;

  /** An old file's absolute path, from how the old configuration names it. */
  absolute(path: string): string {
    return resolvedPath(this.folder, path);
  }

  /** How the old configuration names a file: relative to its folder, or the whole path. */
  named(absolute: string): string {
    const path = relativePath(this.folder, absolute);
    return path.startsWith('../') || path === '..' ? absolute : path;
  }

  /** Where a file of the old configuration, or one beside it, goes: a path in the repo. */
  inRepo(absolute: string): string {
    const known = this.known.get(absolute) ?? this.placeOf(absolute);
    this.known.set(absolute, known);
    return known;
  }

  private placeOf(absolute: string): string {
    if (this.hardware.has(absolute)) return `${this.host}/hardware-configuration.nix`;
    const name = this.named(absolute);
    const below = name.startsWith('/') ? posix.join(outside, this.fromAbove(name)) : name;
    return posix.join(this.host, carriedFolder, below);
  }

  private fromAbove(absolute: string): string {
    const path = posix.relative(this.above, absolute);
    return path.startsWith('../') ? absolute : path;
  }

  /** How the file at `from` names the one at `to` once both stand in the repo: `./x`, `../x`. */
  relative(from: string, to: string): string {
    const path = posix.relative(posix.dirname(this.inRepo(from)), this.inRepo(to));
    if (path === '') return './.';
    return path.startsWith('../') || path === '..' ? path : `./${path}`;
  }
}

function commonFolder(folder: string, file: string): string {
  let above = folder;
  while (above !== '/' && !file.startsWith(`${above}/`)) above = posix.dirname(above);
  return above;
}
