/** The old configuration as it is compared: where it stands, and what its files set. */
import { join, posix } from 'node:path';
import { desktopReading } from '../import/desktop.js';
import { flakeModules } from '../import/flake-modules.js';
import { entryName, type OldConfiguration, readOldFlake } from '../import/old.js';
import { type Root, rootAt } from '../machine/read.js';
import { definitions } from '../nix/definitions.js';
import type { Setting } from './read.js';

/** Where Nix finds a system: in a module, or in a flake under the name of a host. */
export type OldSystem =
  | {
      /** The file that the others are imported from, on this disk. */
      readonly entry: string;
    }
  | {
      /** The folder of the flake, on this disk. */
      readonly flake: string;
      readonly host: string;
    };

export interface OldSource {
  readonly system: OldSystem;
  readonly settings: readonly Setting[];
  /** The desktop that it has, as the table of questions names it. */
  readonly desktop: string;
}

/** The configuration of this machine, on the disk below `root`; nothing where it has no module. */
export function oldSource(old: OldConfiguration | undefined, root: string): OldSource | undefined {
  if (old === undefined || old.files.length === 0) return undefined;
  return sourceOf(old, { entry: join(root, old.folder, entryName) });
}

/** The same of a flake, and which of its host's modules have to be evaluated to be known. */
export interface OldFlake {
  readonly source: OldSource;
  readonly host: string;
  /** The source text of each; nothing where flake.nix does not name the host's modules. */
  readonly notRead: readonly string[] | undefined;
}

export function oldFlake(machine: Root, folder: string, host: string, root: string): OldFlake {
  const named = flakeModules(machine.read(posix.join(folder, 'flake.nix')) ?? '', host);
  const old = readOldFlake(machine, folder, named ?? { files: [], inline: [], others: [] });
  const source = sourceOf(old, { flake: join(root, folder), host });
  return { source, host, notRead: named?.others };
}

function sourceOf(old: OldConfiguration, system: OldSystem): OldSource {
  return {
    system,
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
