/**
 * The differences between two configurations by what their files set: looked for by name, without
 * knowing what comes of it. It serves where Nix can't evaluate the two, and for what the
 * evaluation is not asked about.
 */

import { nameToday } from '../import/names.js';
import { attributeName } from '../nix/write.js';
import { areaOf } from './area-of.js';
import type { Difference } from './difference.js';

/** One definition of an option, in the file that it stands in. */
export interface Setting {
  readonly path: readonly string[];
  /** The source text of its value. */
  readonly value: string;
  readonly file: string;
}

/** Definitions by the name that their option has today. */
type ByName = ReadonlyMap<string, readonly Setting[]>;

/** The old settings that the new files do not have, or have otherwise, in the order they stand in. */
export function readDifferences(
  old: readonly Setting[],
  now: readonly Setting[],
): readonly Difference[] {
  const fresh = byName(now);
  const names = [...fresh.keys()];
  const hasDesktop = names.some((option) => startsDesktop.test(option));
  return old.flatMap((setting) => {
    const option = nameToday(setting.path);
    if (isHarmless(option, setting.value) || (hasDesktop && withDesktop.has(option))) return [];
    if (option === 'imports') return importsFromElsewhere(setting, fresh.get(option) ?? []);
    const same = isPackages(option) ? packages(fresh) : fresh.get(option);
    if (same !== undefined) return changesOf(setting, same);
    return isCovered(setting, names) ? [] : [gone(setting, inOneLine(setting.value))];
  });
}

function byName(settings: readonly Setting[]): ByName {
  const found = new Map<string, Setting[]>();
  for (const setting of settings) {
    const name = nameToday(setting.path);
    found.set(name, [...(found.get(name) ?? []), setting]);
  }
  return found;
}

/** Every list of packages: one that has moved from the system into a home is still there. */
function packages(fresh: ByName): readonly Setting[] | undefined {
  const found = [...fresh].flatMap(([name, settings]) => (isPackages(name) ? settings : []));
  return found.length > 0 ? found : undefined;
}

function isPackages(option: string): boolean {
  return /(^|\.)(systemPackages|packages)$/.test(option);
}

function gone(setting: Setting, value: string): Difference {
  // a module that is computed as a whole has no name to be known by
  const name = nameToday(setting.path.map(attributeName)) || 'settings that are computed';
  const before = mayBeSecret.test(setting.path.at(-1) ?? '') ? 'a value that is not shown' : value;
  return {
    area: areaOf(nameToday(setting.path)),
    name,
    change: 'gone',
    before,
    after: '',
    file: setting.file,
  };
}

/** Names of options whose values are nobody's business: `hashedPassword`, `psk`, … */
const mayBeSecret = /pass|secret|token|psk|private|credential/i;

/** Entries that a list lost, or another value in place of a plain one. */
function changesOf(setting: Setting, now: readonly Setting[]): readonly Difference[] {
  const kept = new Set(now.flatMap(({ value }) => listEntries(value)));
  const entries = listEntries(setting.value).filter((entry) => !kept.has(entry));
  if (entries.length > 0) return [gone(setting, entries.join(', '))];
  const before = plainValue(setting.value);
  const values = now.map(({ value }) => plainValue(value));
  const [after] = values;
  if (before === undefined || after === undefined || values.includes(before)) return [];
  const found = gone(setting, before);
  return [{ ...found, change: 'changed', after: found.before === before ? after : 'another one' }];
}

/** A string, number or switch as it stands, without the priority around it. */
function plainValue(value: string): string | undefined {
  const inner = /^\(?\s*(?:(?:lib\.)?mk(?:Default|Force)\s+)?(.*?)\s*\)?$/s.exec(
    withoutComments(value),
  )?.[1];
  const string = /^"([^"\\$]*)"$/.exec(inner ?? '')?.[1];
  if (string !== undefined) return string;
  return /^(true|false|-?\d+(\.\d+)?)$/.test(inner ?? '') ? inner : undefined;
}

/** Whether a whole set holds the option, or where it is itself an empty set, anything inside it. */
function isCovered({ path, value }: Setting, fresh: readonly string[]): boolean {
  const option = nameToday(path);
  const isSet = value.trim().startsWith('{');
  return fresh.some(
    (now) => option.startsWith(`${now}.`) || (isSet && now.startsWith(`${option}.`)),
  );
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

/** Imports that lead out of the folder, what they set not being looked at, and are not kept. */
function importsFromElsewhere(setting: Setting, now: readonly Setting[]): readonly Difference[] {
  const text = withoutComments(setting.value);
  const paths = (/\[([\s\S]*)\]/.exec(text)?.[1] ?? text).match(/[^\s()[\]"]+/g) ?? [];
  const elsewhere = paths.filter(
    (entry) =>
      !/^\.\/(?!.*\.\.)/.test(entry) &&
      !entry.startsWith('/etc/nixos/') &&
      !now.some(({ value }) => value.includes(entry)),
  );
  return elsewhere.map((entry) => gone(setting, entry));
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

/** Source text as a few words of a table. */
function inOneLine(value: string): string {
  const text = (plainValue(value) ?? withoutComments(value)).replace(/\s+/g, ' ');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

const longest = 60;
