/** Leads from the places that Nix names back to the files of the repo. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Place {
  /** The file, relative to the repo. */
  readonly file: string;
  /** Counted from 1; nothing where only the file is known. */
  readonly line: number | undefined;
  /** What stands in that line, without its indentation. */
  readonly text: string | undefined;
}

/**
 * A file as Nix names it. A flake is copied to `/nix/store/…-source` before it is read; with lazy
 * trees it is named by where it comes from: `«git+file:///home/leon/nixos-config»/flake.nix`.
 */
const named =
  /(?:\/nix\/store\/[^/\s]+?-source|«[^»]+»)\/([^\s'"`:]+)(?::(\d+)(?::\d+)?:?(?:\n((?:.*\n){0,3}))?)?/g;

/** The places in files of the repo, in the order of the output. */
export function ownPlaces(text: string, directory: string): readonly Place[] {
  return [...text.matchAll(named)].flatMap(([, path = '', number, excerpt]) => {
    const file = ownFile(path, directory);
    if (file === undefined) return [];
    const line = number === undefined ? undefined : Number(number);
    const is = line === undefined ? undefined : lineOf(directory, file, line);
    // an input may have a file of the same name: the lines that Nix shows tell them apart
    const shown = line === undefined ? undefined : shownLine(excerpt, line);
    if (shown !== undefined && is !== undefined && shown.trim() !== is.trim()) return [];
    return [{ file, line: is === undefined ? undefined : line, text: is?.trim() }];
  });
}

/** Nix prints the lines around a place: `           66|     pkgs.nosuchpackage`. */
function shownLine(excerpt: string | undefined, line: number): string | undefined {
  return new RegExp(`^\\s*${line}\\|(.*)$`, 'm').exec(excerpt ?? '')?.[1];
}

/** The file of the repo, which may lie deeper in the tree that Nix sees than in its own folder. */
function ownFile(path: string, directory: string): string | undefined {
  const parts = path.split('/');
  if (parts.includes('..')) return undefined;
  const candidates = parts.map((_, at) => parts.slice(at).join('/'));
  return candidates.find((candidate) => isFile(join(directory, candidate)));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function lineOf(directory: string, file: string, line: number): string | undefined {
  return linesOf(directory, file)[line - 1];
}

function linesOf(directory: string, file: string): readonly string[] {
  try {
    return readFileSync(join(directory, file), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * Where an option is set. Modules name the file and not the line, so its name is looked for there,
 * from its longest end to its shortest; and where no file is named, in all of them.
 */
export function placeOfOption(option: string, text: string, directory: string): Place | undefined {
  const mentioned = ownPlaces(text, directory).map(({ file }) => file);
  const files = mentioned.length > 0 ? [...new Set(mentioned)].reverse() : nixFiles(directory);
  const names = option.split('.');
  for (let from = 0; from < names.length; from += 1) {
    const end = names.slice(from).join('.');
    for (const file of files) {
      const line = lineWith(linesOf(directory, file), end);
      if (line) return { file, ...line };
    }
  }
  const [file] = mentioned;
  return file === undefined ? undefined : { file, line: undefined, text: undefined };
}

/** The first line, comments left out, that has the name with nothing of a longer name around it. */
function lineWith(
  lines: readonly string[],
  name: string,
): { readonly line: number; readonly text: string } | undefined {
  const whole = new RegExp(`(?<![\\w-])${name.replace(/[.*+?^$(){}|[\]\\]/g, '\\$&')}(?![\\w-])`);
  const at = lines.findIndex((line) => whole.test(line.replace(/#.*$/, '')));
  return at < 0 ? undefined : { line: at + 1, text: lines[at]?.trim() ?? '' };
}

function nixFiles(directory: string): readonly string[] {
  try {
    return readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.nix') && !file.startsWith('.git/'))
      .sort();
  } catch {
    return [];
  }
}
