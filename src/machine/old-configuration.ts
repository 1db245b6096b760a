/** What the configuration in `/etc/nixos` sets, by name. */
import { relative } from 'node:path';
import { type Definition, definitions } from '../nix/scan.js';
import type { Root } from './read.js';

const oldConfigurationFolder = '/etc/nixos';

/** This machine's own hardware file, as `nixos-generate-config` leaves it. */
export const ownHardwareFile = `${oldConfigurationFolder}/hardware-configuration.nix`;

/** No configuration has more files or deeper folders; what has is not followed further. */
const mostFiles = 500;
const deepest = 6;

export interface OldDefinition extends Definition {
  /** The file it stands in, relative to `/etc/nixos`. */
  readonly file: string;
}

/** All that is set below `/etc/nixos`, the hardware file left out: the new repo has it too. */
export function oldDefinitions(root: Root): readonly OldDefinition[] {
  return nixFiles(root, oldConfigurationFolder, 0)
    .slice(0, mostFiles)
    .filter((file) => file !== ownHardwareFile)
    .flatMap((file) => {
      const name = relative(oldConfigurationFolder, file);
      return definitions(root.read(file) ?? '').map((found) => ({ ...found, file: name }));
    });
}

function nixFiles(root: Root, folder: string, depth: number): readonly string[] {
  return root.list(folder).flatMap((name) => {
    const file = `${folder}/${name}`;
    if (name.endsWith('.nix')) return [file];
    return name.startsWith('.') || depth >= deepest ? [] : nixFiles(root, file, depth + 1);
  });
}

/** The value that an option is set to, where it is set once by its whole name. */
export function oldValue(all: readonly OldDefinition[], option: string): string | undefined {
  return all.find((found) => found.path.join('.') === option)?.value;
}
