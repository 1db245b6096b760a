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

/** Whether an option is switched on, with or without a priority. */
export function isOn(all: readonly OldDefinition[], option: string): boolean {
  return /^\(?\s*((lib\.)?mk(Default|Force)\s+)?true\s*\)?$/.test(
    oldValue(all, option)?.trim() ?? '',
  );
}

/** The desktop by what switches it on, in today's spelling and the ones before it. */
const desktopOptions: Readonly<Record<string, readonly string[]>> = {
  gnome: ['services.desktopManager.gnome', 'services.xserver.desktopManager.gnome'],
  plasma: ['services.desktopManager.plasma6', 'services.xserver.desktopManager.plasma5'],
  hyprland: ['programs.hyprland'],
  sway: ['programs.sway'],
  niri: ['programs.niri'],
  cosmic: ['services.desktopManager.cosmic'],
  xfce: ['services.xserver.desktopManager.xfce'],
  cinnamon: ['services.xserver.desktopManager.cinnamon'],
  mate: ['services.xserver.desktopManager.mate'],
  lxqt: ['services.xserver.desktopManager.lxqt'],
  budgie: ['services.desktopManager.budgie', 'services.xserver.desktopManager.budgie'],
  pantheon: ['services.desktopManager.pantheon', 'services.xserver.desktopManager.pantheon'],
  i3: ['services.xserver.windowManager.i3'],
};

/** The desktop that the old configuration has, as the table names it. */
export function desktopOf(all: readonly OldDefinition[]): string | undefined {
  const found = Object.entries(desktopOptions).find(([, options]) =>
    options.some((option) => isOn(all, `${option}.enable`)),
  );
  return found?.[0];
}
