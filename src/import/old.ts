/** The configuration that a machine has had so far: its files, and what they set. */
import { posix } from 'node:path';
import type { Root } from '../machine/read.js';
import { type Definition, definitions, type Import, importsOf } from '../nix/definitions.js';
import { lookup } from '../nix/lookup.js';
import { parsed } from '../nix/parsed.js';
import { remembered } from '../nix/remembered.js';
import { problems } from '../nix/syntax/parse.js';
import { booleanValue, listItems, stringValue } from '../nix/values.js';
import type { FlakeModules } from './flake-modules.js';
import { hardwareAmong, saysRoot } from './hardware-file.js';
import { nameToday } from './names.js';
import { relativePath, resolvedPath } from './paths.js';
import { lineAt } from './tree.js';

/** The file that `nixos-rebuild` reads (`<nixos-config>`), in the folder of the configuration. */
export const entryName = 'configuration.nix';

/** No configuration has more files; what has is not followed further. */
const mostFiles = 500;

/** A module of the old configuration. */
export interface OldFile {
  /** Relative to the folder; absolute for one outside of it. */
  readonly path: string;
  readonly text: string;
  readonly definitions: readonly Definition[];
  /** Whether it describes the hardware, and so goes beside the host's configuration by itself. */
  readonly isHardware: boolean;
}

export class OldConfiguration {
  private readonly byName = new Map<string, Definition[]>();

  constructor(
    /** Below which its files are. */
    readonly root: Root,
    /** Absolute, below the root that it was read from. */
    readonly folder: string,
    /** The entry, then every module that it reaches through `imports`. */
    readonly files: readonly OldFile[],
    /** Whether somebody named the folder, rather than its being this machine's own. */
    readonly isNamed: boolean,
    /** Whether the folder holds a flake: then it is one already, and nothing is taken from it. */
    readonly isFlake: boolean,
  ) {
    for (const file of files) {
      if (!file.isHardware) for (const each of file.definitions) this.note(each);
    }
  }

  private note(definition: Definition): void {
    if (definition.isComputed) return;
    const name = nameToday(definition.path);
    const same = this.byName.get(name);
    if (same === undefined) this.byName.set(name, [definition]);
    else same.push(definition);
  }

  /** The module that describes the hardware, where one does. */
  get hardware(): OldFile | undefined {
    return this.files.find(({ isHardware }) => isHardware);
  }

  /** Whether it has no hardware file, and says itself what is mounted: a second one would contradict it. */
  get saysItsDisks(): boolean {
    const all = this.files.flatMap(({ definitions: each }) => each);
    return this.hardware === undefined && all.some(saysRoot);
  }

  /** Every definition outside of the hardware file, by the option's name today. */
  get definitions(): ReadonlyMap<string, readonly Definition[]> {
    return this.byName;
  }

  /**
   * The definition that decides an option, by its name today: one that holds on no condition, and
   * that no other of the same priority contradicts.
   */
  find(option: string): Definition | undefined {
    const all = this.byName.get(option) ?? [];
    if (all.some(({ isConditional }) => isConditional)) return undefined;
    for (const wanted of ['force', 'normal', 'default'] as const) {
      const [first, ...others] = all.filter(({ priority }) => priority === wanted);
      if (first === undefined) continue;
      return others.every(({ value }) => value === first.value) ? first : undefined;
    }
    return undefined;
  }

  /** The source text of what an option is set to. */
  value(option: string): string | undefined {
    return this.find(option)?.value;
  }

  string(option: string): string | undefined {
    return this.read(option, stringValue);
  }

  boolean(option: string): boolean | undefined {
    return this.read(option, booleanValue);
  }

  /** What a value stands for, if need be through a name that the same file gives to it. */
  private read<T>(option: string, meant: (source: string) => T | undefined): T | undefined {
    const definition = this.find(option);
    if (definition === undefined) return undefined;
    return meant(definition.value) ?? meant(this.followed(definition) ?? '');
  }

  private followed(definition: Definition): string | undefined {
    const file = this.files.find((each) => each.definitions.includes(definition));
    const found = file && lookup(file.text, definition.path);
    return found?.certainty === 'certain' ? found.value : undefined;
  }

  isOn(option: string): boolean {
    return this.boolean(option) === true;
  }

  /** The source text of each item of a list; none where it is no list. */
  list(option: string): readonly string[] {
    return listItems(this.value(option) ?? '') ?? [];
  }
}

/** Reads the configuration in `folder`; nothing where it has no entry. */
export function readOld(
  root: Root,
  folder: string,
  isNamed: boolean,
): OldConfiguration | undefined {
  const entry = posix.join(folder, entryName);
  const isFlake = root.exists(posix.join(folder, 'flake.nix'));
  if (!isFlake && root.read(entry) === undefined) return undefined;
  const files = isFlake ? [] : follow(root, folder, [entry]);
  return new OldConfiguration(root, folder, files, isNamed, isFlake);
}

/** Reads each file once, however often it is asked for. */
function reader(root: Root): (file: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, root.read(file));
    return known.get(file);
  };
}

/**
 * A flake's own modules, where its files in `folder` are its host's: those that the entry in
 * flake.nix names by their path, and what these import.
 */
export function readOldFlake(root: Root, folder: string, named: FlakeModules): OldConfiguration {
  const read = reader(root);
  const entries = named.files.flatMap(
    (each) => moduleAt(read, folder, posix.join(folder, 'flake.nix'), each) ?? [],
  );
  const inline = named.inline.map((text) => ({
    path: 'flake.nix',
    text,
    definitions: definitions(text),
    isHardware: false,
  }));
  return new OldConfiguration(
    root,
    folder,
    [...inline, ...follow(root, folder, entries)],
    false,
    true,
  );
}

/** The modules in the order in which they are met, each once. */
function follow(root: Root, folder: string, entries: readonly string[]): readonly OldFile[] {
  const found = new Map<string, OldFile>();
  const read = reader(root);
  const waiting = [...entries];
  while (found.size < mostFiles) {
    const file = waiting.shift();
    if (file === undefined) break;
    const text = found.has(file) ? undefined : read(file);
    if (text === undefined) continue;
    const path = pathIn(folder, file);
    found.set(file, { path, text, definitions: definitions(text), isHardware: false });
    waiting.push(...importsOf(text).flatMap((each) => moduleAt(read, folder, file, each) ?? []));
  }
  const [first, ...others] = found.values();
  const hardware = hardwareAmong(others);
  return [...(first ? [first] : []), ...others].map((file) =>
    file === hardware ? { ...file, isHardware: true } : file,
  );
}

function pathIn(folder: string, file: string): string {
  const path = relativePath(folder, file);
  return path.startsWith('..') ? file : path;
}

/**
 * The file that an import leads to; of a folder its `default.nix`. A configuration that was copied
 * from `/etc/nixos` may still name its files there.
 */
function moduleAt(
  read: (file: string) => string | undefined,
  folder: string,
  from: string,
  { kind, text }: Import,
): string | undefined {
  if (kind !== 'path' && kind !== 'absolute') return undefined;
  const here = text.replace(/^\/etc\/nixos(?=\/)/, folder);
  const file = kind === 'absolute' ? here : resolvedPath(posix.dirname(from), text);
  const ways = [file, resolvedPath(file, 'default.nix')];
  return ways.find((way) => read(way) !== undefined);
}

export interface Problem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

const problemsOf = remembered((text: string) => problems(text, parsed(text)));

/** The first place that Nix would refuse. */
export function problemIn(text: string): Problem | undefined {
  const [first] = problemsOf(text);
  return first && { line: lineAt(text, first.from), message: first.message };
}
