/** The differences between two evaluated systems. */
import { attributeName } from '../nix/write.js';
import type { Area, Difference } from './difference.js';
import { type Facts, isTree, type Tree, type Value } from './facts.js';

/** A value of a system, under the names that lead to it. */
interface Leaf {
  readonly path: readonly string[];
  readonly value: Value;
}

/** An option as it is written in a configuration. */
function optionName(path: readonly string[]): string {
  return path.map(attributeName).join('.');
}

/** The differences in one area; nothing where one of the two could not be evaluated. */
export function differencesIn(
  area: Area,
  old: Facts,
  now: Facts,
): readonly Difference[] | undefined {
  const before = treeOf(area, old);
  const after = treeOf(area, now);
  if (before === undefined || after === undefined) return undefined;
  if (area === 'services' || area === 'packages') return named(area, before, after);
  const lost = [...missing(area, before, after), ...changed(area, before, after)];
  return area === 'locale' ? [...lost, ...lostFormats(before, after)] : lost;
}

/** The options that the evaluation of a system tells of, as they are written. */
export function namesIn(facts: Facts): readonly string[] {
  // services and packages are told by their names, not as options
  const { services: _, packages: _packages, homePackages: _homePackages, ...options } = facts;
  return Object.values(options).flatMap((tree) => leaves(tree).map(({ path }) => optionName(path)));
}

function treeOf(area: Area, facts: Facts): Tree | undefined {
  if (area === 'settings') return undefined;
  const tree = facts[area];
  // a program that has moved from the system into a home is still there
  if (area !== 'packages' || tree === undefined) return tree;
  return { packages: [...listOf(tree['packages']), ...listOf(facts.homePackages?.['packages'])] };
}

function listOf(value: Value | Tree | undefined): readonly string[] {
  return Array.isArray(value) ? value : [];
}

/** The formats of a language (`LC_TIME`, …) that are not set apart any more, as one. */
function lostFormats(before: Tree, after: Tree): readonly Difference[] {
  const path = ['i18n', 'extraLocaleSettings'];
  const now = at(after, path) ?? {};
  const names = Object.keys(at(before, path) ?? {}).filter((name) => !(name in now));
  if (names.length === 0) return [];
  const name = optionName(path);
  return [{ area: 'locale', name, change: 'gone', before: names.join(', '), after: '' }];
}

/** Services and packages, each by its name. */
function named(area: Area, before: Tree, after: Tree): readonly Difference[] {
  return Object.keys(before).flatMap((list) => {
    const old = new Set(listOf(before[list]));
    const now = new Set(listOf(after[list]));
    const gone = [...old].filter((name) => !now.has(name));
    const added = [...now].filter((name) => !old.has(name));
    return [
      ...gone.map((name): Difference => ({ area, name, change: 'gone', before: name, after: '' })),
      ...added.map(
        (name): Difference => ({ area, name, change: 'added', before: '', after: name }),
      ),
    ];
  });
}

/** Where the names of things stand, which are there or are not: a disk, a user. */
const entries: readonly (readonly string[])[] = [
  ['fileSystems'],
  ['swapDevices'],
  ['boot', 'initrd', 'luks', 'devices'],
  ['boot', 'initrd', 'secrets'],
  ['users', 'users'],
];

/** Things that only one of the two has, as one difference each. */
function missing(area: Area, before: Tree, after: Tree): readonly Difference[] {
  return entries.flatMap((path) => {
    const old = at(before, path) ?? {};
    const now = at(after, path) ?? {};
    const only = (one: Tree, other: Tree) => Object.keys(one).filter((name) => !(name in other));
    return [
      ...only(old, now).map(
        (name): Difference => ({
          ...{ area, name: optionName([...path, name]), change: 'gone' },
          ...{ before: inWords(old[name]), after: '' },
        }),
      ),
      ...only(now, old).map(
        (name): Difference => ({
          ...{ area, name: optionName([...path, name]), change: 'added' },
          ...{ before: '', after: inWords(now[name]) },
        }),
      ),
    ];
  });
}

function at(tree: Tree, path: readonly string[]): Tree | undefined {
  const found = path.reduce<Tree | Value | undefined>(
    (inside, name) => (isTree(inside) ? inside[name] : undefined),
    tree,
  );
  return isTree(found) ? found : undefined;
}

/** What tells most about a thing that is gone. */
function inWords(thing: Value | Tree | undefined): string {
  if (!isTree(thing)) return '';
  const { device, fsType, description, extraGroups } = thing;
  const said = device ?? description;
  if (typeof said === 'string' && said !== '') return fsType ? `${said} (${fsType})` : said;
  return Array.isArray(extraGroups) ? extraGroups.join(', ') : '';
}

/** Values that both have, and that are not the same. */
function changed(area: Area, before: Tree, after: Tree): readonly Difference[] {
  const now = new Map(leaves(after).map((leaf) => [optionName(leaf.path), leaf.value]));
  return leaves(before).flatMap((leaf) => {
    const name = optionName(leaf.path);
    const value = now.get(name);
    return value === undefined ? [] : changedValue({ area, name }, leaf.value, value);
  });
}

function leaves(tree: Tree, path: readonly string[] = []): readonly Leaf[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    isTree(value) ? leaves(value, [...path, name]) : [{ path: [...path, name], value }],
  );
}

type What = Pick<Difference, 'area' | 'name'>;

/** Areas in which a value that was not set before is as much a change as any. */
const exact: ReadonlySet<Area> = new Set<Area>(['fileSystems', 'swap', 'luks']);

function changedValue(what: What, before: Value, after: Value): readonly Difference[] {
  if (isList(before) && isList(after)) return changedList(what, before, after);
  if (before === after || isSameKeymap(what, after)) return [];
  const isNew = isNothing(before) && !exact.has(what.area);
  const change = isNew ? 'added' : isNothing(after) && before !== true ? 'gone' : 'changed';
  return [{ ...what, change, before: shown(before), after: shown(after) }];
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

/** A text console that follows the desktop's keyboard, which is compared by itself. */
function isSameKeymap({ name }: What, after: Value): boolean {
  return name === 'console.keyMap' && after === 'as xkb';
}

function isNothing(value: Value): boolean {
  return value === null || value === false || value === '';
}

function changedList(what: What, before: readonly string[], after: readonly string[]) {
  const gone = [...new Set(before)].filter((each) => !after.includes(each));
  const added = [...new Set(after)].filter((each) => !before.includes(each));
  const found: Difference[] = [];
  if (gone.length > 0) {
    found.push({ ...what, change: 'gone', before: gone.join(', '), after: '' });
  }
  if (added.length > 0) {
    found.push({ ...what, change: 'added', before: '', after: added.join(', ') });
  }
  return found;
}

function shown(value: Value): string {
  if (value === null || value === '') return 'not set';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
