/** What is compared of two systems, and what a difference between them is. */

/** Parts of a system that a difference can be in; in the order in which they are shown. */
export const areas = [
  'fileSystems',
  'swap',
  'luks',
  'bootLoader',
  'kernel',
  'users',
  'hostname',
  'timeZone',
  'locale',
  'services',
  'packages',
  'stateVersion',
  'settings',
] as const;

export type Area = (typeof areas)[number];

/** Whether a machine may not start without what is in the area, or let nobody in. */
export function isGuarded(area: Area): boolean {
  return areas.indexOf(area) < areas.indexOf('timeZone');
}

/** The areas as a person names them. */
export const areaNames: Readonly<Record<Area, string>> = {
  fileSystems: 'File systems',
  swap: 'Swap',
  luks: 'Encrypted disks',
  bootLoader: 'Boot loader',
  kernel: 'Kernel',
  users: 'Users',
  hostname: 'Host name',
  timeZone: 'Time zone',
  locale: 'Language and keyboard',
  services: 'Services',
  packages: 'Packages',
  stateVersion: 'State version',
  settings: 'Other settings',
};

/** Something that the new system has otherwise than the old one. */
export interface Difference {
  readonly area: Area;
  /** The option as it is written (`fileSystems."/home".options`), a service's or package's name. */
  readonly name: string;
  readonly change: 'gone' | 'changed' | 'added';
  /** What was there, in words; of a list what is not in the new one. Empty where it is added. */
  readonly before: string;
  /** What is there now; empty where it is gone. */
  readonly after: string;
  /** The old file that sets it, where it was found by reading. */
  readonly file?: string;
}

/** A difference, and the answer that it follows from, if there is one. */
export interface Judged extends Difference {
  /** The answer's label, or another reason in words; nothing where nobody asked for it. */
  readonly askedFor: string | undefined;
}

/** What came of comparing. */
export interface Comparison {
  readonly differences: readonly Judged[];
  /** Whether Nix evaluated both systems, or their files were only read. */
  readonly by: 'evaluation' | 'reading';
  /** The areas that were read although the rest was evaluated. */
  readonly read: readonly Area[];
  /** Why it was not evaluated, in lines. */
  readonly because: readonly string[];
}

/** What nobody asked for and is no addition, in the order of the areas. */
export function unasked({ differences }: Comparison): readonly Judged[] {
  return differences.filter(({ askedFor, change }) => askedFor === undefined && change !== 'added');
}

/**
 * What needs a yes by its name. Where files were only read, all that is missing does: reading can
 * tell that something is gone, not what comes of it.
 */
export function needsName(comparison: Comparison): readonly Judged[] {
  const all = comparison.by === 'reading';
  return unasked(comparison).filter(({ area }) => all || isGuarded(area));
}

/** In the order of the areas, which within one is kept. */
export function inOrder<T extends Difference>(differences: readonly T[]): readonly T[] {
  return [...differences].sort((one, other) => areas.indexOf(one.area) - areas.indexOf(other.area));
}
