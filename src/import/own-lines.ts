/** The lines of the new repo that give way to what the old configuration has. */
import type { Definition } from '../nix/definitions.js';
import { definitions } from '../nix/definitions.js';
import { applyEdits, type Edit } from '../nix/edit.js';
import { parsed } from '../nix/parsed.js';
import { booleanValue, listItems } from '../nix/values.js';
import type { Answers } from '../questions/answers.js';
import type { RepoFile } from '../repo/file.js';
import { conflicts, type OldSettings } from './conflicts.js';
import { withArguments } from './formals.js';
import { isPlain, normalized } from './same-value.js';
import { homeSettings, type Setting, settingsOf } from './settings.js';
import { takeOut } from './take-out.js';

/** What a file of the new repo sets. */
export interface OwnSetting extends Setting {
  readonly file: string;
}

/** All that the new repo sets for one host and its user, but for what its hardware file says. */
export function ownSettings(
  repo: readonly RepoFile[],
  hostname: string,
  user: string,
): readonly OwnSetting[] {
  return repo.flatMap(({ path, text }) => {
    const isHome =
      path === `hosts/${hostname}/home.nix` || path.startsWith('modules/home-manager/');
    const isSystem = path.startsWith(`hosts/${hostname}/`) || path.startsWith('modules/nixos/');
    if (!path.endsWith('.nix') || path.endsWith('/hardware-configuration.nix')) return [];
    if (isHome) return homeSettings(text).map((setting) => ({ ...setting, file: path }));
    if (!isSystem) return [];
    const all = definitions(text).flatMap((definition) => settingsOf(definition, user));
    return all.map((setting) => ({ ...setting, file: path }));
  });
}

/** The repo without the lines that the carried settings contradict, and without what is empty then. */
export function givingWay(
  repo: readonly RepoFile[],
  own: readonly OwnSetting[],
  carried: readonly Setting[],
  all: readonly Setting[],
  answers: Answers,
): readonly RepoFile[] {
  const byOption = byName(carried);
  const old = oldSettings(carried, all, answers);
  const reasons = conflicts.filter(({ when }) => when(old));
  // beside what is carried over it was there before, and it is nowhere else now
  const stands = ({ option }: OwnSetting) => old.had(option) && !old.has(option);
  const going = own.filter((setting) => {
    const others = byOption
      .get(setting.option)
      ?.filter(({ definition }) => !definition.isConditional);
    const isTaken = others?.some((other) => contradict(other.definition, setting.definition));
    return isTaken || (!stands(setting) && reasons.some(({ ours }) => ours.test(setting.option)));
  });
  const yielding = own.filter((setting) => {
    const others = byOption
      .get(setting.option)
      ?.filter(({ definition }) => definition.isConditional);
    const { value, priority } = setting.definition;
    const isOpen = others?.some(
      (other) => normalized(other.definition.value) !== normalized(value),
    );
    return isOpen && isPlain(value) && !going.includes(setting) && priority === 'normal';
  });
  const changed = repo.map((file) => ({
    ...file,
    text: without(file, spansIn(file, going), spansIn(file, yielding)),
  }));
  return withoutEmpty(changed, repo, `hosts/${answers.hostname}/configuration.nix`);
}

/** Settings by the option that they set. */
export function byName<S extends Setting>(
  settings: readonly S[],
): ReadonlyMap<string, readonly S[]> {
  const found = new Map<string, S[]>();
  for (const setting of settings) {
    const same = found.get(setting.option);
    if (same === undefined) found.set(setting.option, [setting]);
    else same.push(setting);
  }
  return found;
}

function spansIn({ path }: RepoFile, settings: readonly OwnSetting[]): readonly Definition[] {
  return settings.filter(({ file }) => file === path).map(({ definition }) => definition);
}

/** Values of which there can be only one: not the same, or a package, which is given but once. */
function contradict(old: Definition, own: Definition): boolean {
  if (normalized(old.value) === normalized(own.value)) return isPackage.test(normalized(own.value));
  if (makesText.test(own.value)) return true;
  // what is computed is something else than ours, as far as anybody can see
  return isPlain(own.value) || (isPlain(old.value) && listItems(own.value) !== undefined);
}

/** Functions of the templates that make one text, beside which there can be no other. */
const makesText = /^lib\.(concatStringsSep|getExe)\b/;

/** An option that takes one package takes no second definition (`types.package`), not even the same. */
const isPackage = /^pkgs(\.[\w'-]+)+$/;

/** Whether an option, or one below it, is among the settings. */
function among(settings: readonly Setting[]): (option: string) => boolean {
  const all = [...new Set(settings.map(({ option }) => option))].sort();
  const isThere = (name: string) => all[placeOf(name, all)] === name;
  const isAbove = (name: string) => all[placeOf(`${name}.`, all)]?.startsWith(`${name}.`) === true;
  return (name) => isThere(name) || isAbove(name);
}

/** Where a name is in a sorted list, or would be. */
function placeOf(name: string, sorted: readonly string[]): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? '') < name) from = middle + 1;
    else to = middle;
  }
  return from;
}

function oldSettings(
  carried: readonly Setting[],
  all: readonly Setting[],
  answers: Answers,
): OldSettings {
  const isSet = (wanted: boolean) => (name: string) =>
    carried.some(
      ({ option, definition }) =>
        option === name && !definition.isConditional && booleanValue(definition.value) === wanted,
    );
  return { has: among(carried), had: among(all), isOn: isSet(true), isOff: isSet(false), answers };
}

function without(
  { text }: RepoFile,
  going: readonly Definition[],
  yielding: readonly Definition[],
): string {
  if (going.length + yielding.length === 0) return text;
  const tree = parsed(text);
  const taken = takeOut(
    { text, tree, mayGo: () => true },
    going.map(({ statement }) => statement),
  );
  return askingForLess(applyEdits(text, [...taken, ...weaker(text, yielding)]));
}

/** A module of ours asks for what it uses and no more, also where lines of it are gone. */
function askingForLess(text: string): string {
  const head = /^\{ ([\w, ]+), \.\.\. \}:\n\n/m.exec(text);
  if (head === null) return text;
  const names = (head[1] ?? '').split(', ');
  const rest = text.slice(head.index + head[0].length);
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(rest));
  if (used.length === names.length) return text;
  const less = used.length === 0 ? '' : `{ ${used.join(', ')}, ... }:\n\n`;
  return text.slice(0, head.index) + less + rest;
}

/** Values that hold until another does, under its condition. */
function weaker(text: string, yielding: readonly Definition[]): readonly Edit[] {
  const lib = yielding.length > 0 ? withArguments(text, parsed(text), ['lib']) : undefined;
  if (lib === undefined) return [];
  const marks = yielding.map(({ valueSpan: { from } }) => {
    return { from, to: from, text: `${lib.prefix}lib.mkDefault ` };
  });
  return [...lib.edits, ...marks];
}

/** A module that lost its last line goes, and the host imports it no more. */
function withoutEmpty(
  changed: readonly RepoFile[],
  before: readonly RepoFile[],
  hostFile: string,
): readonly RepoFile[] {
  const isEmpty = ({ path, text }: RepoFile, at: number) =>
    path.startsWith('modules/nixos/') &&
    text !== before[at]?.text &&
    definitions(text).length === 0;
  const empty = changed.filter(isEmpty).map(({ path }) => path);
  if (empty.length === 0) return changed;
  return changed.flatMap((file, at) => {
    if (isEmpty(file, at)) return [];
    return [file.path === hostFile ? { ...file, text: withoutImports(file.text, empty) } : file];
  });
}

function withoutImports(text: string, modules: readonly string[]): string {
  const tree = parsed(text);
  const spans = modules.flatMap((path) => {
    const from = text.indexOf(`../../${path}`);
    return from < 0 ? [] : [{ from, to: from + `../../${path}`.length }];
  });
  return applyEdits(text, takeOut({ text, tree, mayGo: () => true }, spans));
}
