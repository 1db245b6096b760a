/**
 * What the old configuration sets and the new one does not: looked for by name before anything is
 * switched, since a machine that boots without its disk's key or its desktop is no help to anybody.
 */
import { type Definition, definitions } from '../nix/scan.js';
import type { OldDefinition } from './old-configuration.js';

/** A setting that would be gone, and for a list the entries that would be. */
export interface Loss {
  readonly option: string;
  readonly entries: readonly string[];
  /** The old file that sets it, relative to `/etc/nixos`. */
  readonly file: string;
}

/** The old settings that none of the new files sets, in the order in which they stand. */
export function losses(
  old: readonly OldDefinition[],
  newFiles: readonly string[],
): readonly Loss[] {
  const fresh = new Map<string, Definition>();
  for (const text of newFiles) {
    for (const definition of definitions(text)) fresh.set(nameToday(definition), definition);
  }
  const hasDesktop = [...fresh.keys()].some((option) => startsDesktop.test(option));
  return old.flatMap((definition): readonly Loss[] => {
    const option = definition.path.join('.');
    const loss = { option, entries: [], file: definition.file };
    if (isHarmless(option, definition.value)) return [];
    if (hasDesktop && withDesktop.has(option)) return [];
    const now = fresh.get(nameToday(definition));
    if (option === 'imports')
      return importsFromElsewhere(definition).map((entry) => ({ ...loss, entries: [entry] }));
    if (now === undefined) return isCovered(definition, [...fresh.keys()]) ? [] : [loss];
    const kept = listEntries(now.value);
    const entries = listEntries(definition.value).filter((entry) => !kept.includes(entry));
    return entries.length > 0 ? [{ ...loss, entries }] : [];
  });
}

/** Whether a whole set holds the option, or where it is itself an empty set, anything inside it. */
function isCovered(definition: Definition, fresh: readonly string[]): boolean {
  const option = nameToday(definition);
  const isSet = definition.value.trim().startsWith('{');
  return fresh.some(
    (now) => option.startsWith(`${now}.`) || (isSet && now.startsWith(`${option}.`)),
  );
}

/** Options that were below `services.xserver` before 25.11 (GNOME, Pantheon, Budgie) or 24.05. */
const moved =
  /^services\.xserver\.((?:displayManager\.(?:gdm|sddm|autoLogin|defaultSession)|desktopManager\.(?:gnome|budgie|pantheon|plasma6)|libinput)(?:\.|$))/;

/** An option's name as it is spelled today, so that it is found under either name. */
function nameToday({ path }: Definition): string {
  return path.join('.').replace(moved, 'services.$1');
}

/** What a module of ours that starts a desktop sets, one or the other. */
const startsDesktop = /\.(displayManager|desktopManager|windowManager)\.|^services\.greetd\./;

/**
 * What the installer writes beside a desktop, and the desktop's own module decides today: the X
 * server, and the lines that GNOME's automatic login once needed (nixpkgs #103746).
 */
const withDesktop = new Set([
  'services.xserver.enable',
  'systemd.services.getty@tty1.enable',
  'systemd.services.autovt@tty1.enable',
]);

/** Imports that lead out of `/etc/nixos`: what they set has not been looked at. */
function importsFromElsewhere({ value }: Definition): readonly string[] {
  const inside = /\[([\s\S]*)\]/.exec(withoutComments(value))?.[1] ?? value;
  const paths = inside.match(/[^\s()[\]"]+/g) ?? [];
  return paths.filter(
    (entry) => !/^\.\/(?!.*\.\.)/.test(entry) && !entry.startsWith('/etc/nixos/'),
  );
}

/** Settings that flakes or newer releases do without, or that an answer of this program covers. */
function isHarmless(option: string, value: string): boolean {
  if (replaced.has(option)) return true;
  if (/^(services|hardware)\.pulseaudio\.enable$/.test(option)) return value.trim() === 'false';
  return /^(with pkgs;\s*)?\[\s*\]$|^\{\s*\}$/.test(withoutComments(value));
}

const replaced = new Set([
  'console.keyMap',
  'services.xserver.layout',
  'services.xserver.xkb.variant',
  'services.xserver.xkbVariant',
  'sound.enable',
  'system.copySystemConfiguration',
]);

/** The names and strings in a list, `with pkgs; [ vim "x" ]` → `vim`, `x`; none for other values. */
function listEntries(value: string): readonly string[] {
  const inside = /\[([\s\S]*)\]/.exec(withoutComments(value))?.[1];
  return inside?.match(/[A-Za-z_][A-Za-z0-9_.'-]*/g) ?? [];
}

function withoutComments(value: string): string {
  return value.replace(/#[^\n]*|\/\*[\s\S]*?\*\//g, '').trim();
}
