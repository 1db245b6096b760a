/** The old configuration as it is compared: where it stands, and what its files set. */
import { join } from 'node:path';
import { desktopReading } from '../import/desktop.js';
import { entryName, type OldConfiguration } from '../import/old.js';
import { rootAt } from '../machine/read.js';
import { definitions } from '../nix/definitions.js';
import type { Setting } from './read.js';

export interface OldSource {
  /** The file that the others are imported from, on this disk. */
  readonly entry: string;
  readonly settings: readonly Setting[];
  /** The desktop that it has, as the table of questions names it. */
  readonly desktop: string;
}

/** The configuration of this machine, on the disk below `root`; nothing where it has no module. */
export function oldSource(old: OldConfiguration | undefined, root: string): OldSource | undefined {
  if (old === undefined || old.files.length === 0) return undefined;
  return {
    entry: join(root, old.folder, entryName),
    settings: old.files.flatMap(({ path: file, definitions: all }) =>
      all.map(({ path, value }) => ({ path, value, file })),
    ),
    desktop: desktopReading(old)?.value ?? 'none',
  };
}

/** What all `.nix` files of a repo set, without those of its other hosts. */
export function newSettings(directory: string, host: string): readonly Setting[] {
  const root = rootAt(directory);
  return nixFiles(root, '').flatMap((file) => {
    const [first, second] = file.split('/');
    if (first === 'hosts' && second !== host) return [];
    return definitions(root.read(file) ?? '').map((each) => ({ ...each, file }));
  });
}

/** No repo has folders deeper than that; a loop of links has. */
const deepest = 12;

function nixFiles(root: ReturnType<typeof rootAt>, folder: string): readonly string[] {
  if (folder.split('/').length > deepest) return [];
  return root.list(folder || '.').flatMap((name) => {
    const file = folder === '' ? name : `${folder}/${name}`;
    if (name.endsWith('.nix')) return [file];
    return name.startsWith('.') ? [] : nixFiles(root, file);
  });
}
