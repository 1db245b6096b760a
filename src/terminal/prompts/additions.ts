/** What a choice adds to the repo, in a line or two. */
import type { Brings } from '../../questions/question.js';
import { pathOf } from '../../repo/render.js';

/** As many lines as a list has room for below it. */
const mostLines = 2;

/**
 * What is added, no wider than `width`: files by their folders, files that get a piece, inputs of
 * the flake. Cut short where it is much; nothing where there is no room even for their number.
 *
 * @example
 * drawAdditions(brings, 'framework', 76) // ['+ modules/nixos/docker.nix  + input disko']
 */
export function drawAdditions(brings: Brings, hostname: string, width: number): readonly string[] {
  const things = thingsIn(brings, hostname);
  for (let shown = things.length; shown > 0; shown -= 1) {
    const lines = packed(things.slice(0, shown), things.length - shown, width);
    if (lines.length <= mostLines && lines.every((line) => line.length <= width)) return lines;
  }
  // too narrow for a path: the number of files, which an input never comes without
  const count = things.filter(({ text }) => !text.startsWith('input ')).length;
  const number = count === 1 ? '+ 1 file' : `+ ${count} files`;
  return count > 0 && number.length <= width ? [number] : [];
}

interface Thing {
  /** Whether it begins a group of its own. */
  readonly first: boolean;
  readonly text: string;
}

function thingsIn(brings: Brings, hostname: string): readonly Thing[] {
  const names = brings.files ?? [];
  const files = names
    .filter((name) => !name.startsWith('parts/'))
    .map((name) => pathOf(name, hostname));
  const touched = names.flatMap((name) => /^parts\/([^/]+\.nix)\//.exec(name)?.[1] ?? []);
  return [
    ...[...byFolder(files)].flatMap(([folder, inside]) =>
      inside.map((name, at) => ({ first: at === 0, text: at === 0 ? folder + name : name })),
    ),
    ...[...new Set(touched)].map((name) => ({ first: true, text: `lines in ${name}` })),
    ...(brings.inputs ?? []).map(({ name }) => ({ first: true, text: `input ${name}` })),
  ];
}

function byFolder(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    folders.set(folder, [...(folders.get(folder) ?? []), file.slice(folder.length)]);
  }
  return folders;
}

/** The things in lines, broken between two of them, and how many are left out. */
function packed(things: readonly Thing[], leftOut: number, width: number): readonly string[] {
  const words = [
    ...things.map(({ first, text }) => (first ? `+ ${text}` : text)),
    ...(leftOut > 0 ? [`and ${leftOut} more`] : []),
  ];
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const glue = word.startsWith('+') ? '  ' : ', ';
    if (last !== undefined && last.length + glue.length + word.length <= width) {
      lines[lines.length - 1] = last + glue + word;
    } else if (last === undefined || word.startsWith('+')) lines.push(word);
    else {
      lines[lines.length - 1] = `${last},`;
      lines.push(`  ${word}`);
    }
  }
  return lines;
}
