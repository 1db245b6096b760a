/** The profiles of nixos-hardware as a list, and what one brings besides itself. */
import { profileLines } from '../data/hardware-profiles.js';

export interface Profile {
  /** As `nixosModules` of the flake has it. */
  readonly name: string;
  /** What has to be known of it: see src/data/hardware-profiles.ts. */
  readonly traits: readonly string[];
  /** The other profiles that it imports, but for those that these import. */
  readonly imports: readonly string[];
}

let known: ReadonlyMap<string, Profile> | undefined;

/** All of them by name, in the order of the alphabet. */
export function allProfiles(): ReadonlyMap<string, Profile> {
  known ??= new Map(profileLines.trim().split('\n').map(readProfile));
  return known;
}

function readProfile(line: string): [string, Profile] {
  const [name = '', ...words] = line.split(' ');
  const traits = words.filter((word) => !word.startsWith('+'));
  const imports = words.filter((word) => word.startsWith('+')).map((word) => word.slice(1));
  return [name, { name, traits, imports }];
}

/** The names of all that a profile brings, itself not counted. */
export function broughtBy(name: string, found: Set<string> = new Set()): ReadonlySet<string> {
  for (const next of allProfiles().get(name)?.imports ?? []) {
    found.add(next);
    broughtBy(next, found);
  }
  return found;
}

/** Whether one of the profiles has a trait. */
export function hasTrait(names: readonly string[], trait: string): boolean {
  return names.some((name) => allProfiles().get(name)?.traits.includes(trait));
}

/** Those of the profiles that none of the others brings; common-pc-laptop-ssd is common-pc-ssd. */
export function withoutBrought(names: readonly string[]): readonly string[] {
  return names.filter((name) => bringer(name, names) === undefined);
}

/** The one of the profiles that brings this one too. */
export function bringer(name: string, names: readonly string[]): string | undefined {
  const same = name === 'common-pc-laptop-ssd' ? 'common-pc-ssd' : name;
  return names.find((other) => other !== name && (other === same || broughtBy(other).has(same)));
}
