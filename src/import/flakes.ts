/**
 * What a flake refuses, since it would not be the same everywhere: channels, what is fetched without
 * a hash, what the machine says of itself (Nix manual, "pure-eval"). What can be said otherwise is;
 * the rest is named, with its line and what to do.
 */
import type { Span } from '../nix/definitions.js';
import type { Edit } from '../nix/edit.js';
import { expressionsIn, textOf } from '../nix/nodes.js';
import type { SyntaxNode, Tree } from '../nix/syntax/parse.js';
import { withArguments } from './formals.js';
import { isNixpkgs, type NewInput } from './known-sources.js';
import { argumentFor, platformAt, withPlatform } from './platform.js';
import { isInImports } from './references.js';
import { type Channels, nameInLet, type Source, sourcesIn, usesOf } from './sources.js';
import { around, lineAt, nodesOf } from './tree.js';

/** Something that a flake does not take, and what became of it. */
export interface Finding extends Span {
  /** Whether the edits settle it; if not, `note` says what to do. */
  readonly isSettled: boolean;
  readonly note: string;
  readonly edits: readonly Edit[];
  /** Bindings and entries of `imports` that go. */
  readonly takesOut: readonly Span[];
  readonly inputs: readonly NewInput[];
  /** Arguments that the module has to ask for. */
  readonly asks: readonly string[];
}

export interface Setting {
  /** A module of the system or of Home Manager, or an expression that is neither. */
  readonly kind: 'system' | 'home' | 'plain';
  readonly channels: Channels;
  /** Whether the new repo imports the module of an input by itself. */
  readonly imports?: (input: string) => boolean;
}

export function refusals(text: string, tree: Tree, setting: Setting): readonly Finding[] {
  const module = setting.kind === 'plain' ? undefined : withArguments(text, tree, []);
  const { imports = isAlwaysThere } = setting;
  const isHome = setting.kind === 'home';
  const place: Place = { text, tree, isHome, prefix: module?.prefix, imports };
  return [
    ...sourcesIn(text, tree, setting.channels).map((source) => ofSource(source, place)),
    ...nodesWith(/builtins/, 'Select', place).flatMap((node) => ofBuiltin(node, place) ?? []),
    ...nodesWith(/getEnv|storePath/, 'Apply', place).flatMap(
      (node) => ofEnvironment(node, place) ?? [],
    ),
    ...nodesWith(/~/, 'HomePath', place).map((node) =>
      left(
        node,
        place,
        `${textOf(node, text)} is in a home folder, which a flake does not read: put the file beside this one, and name it with ./`,
      ),
    ),
  ].sort((a, b) => a.from - b.from);
}

interface Place {
  readonly text: string;
  readonly tree: Tree;
  readonly isHome: boolean;
  /** What stands before an argument's name; nothing where no argument can be asked for. */
  readonly prefix: string | undefined;
  readonly imports: (input: string) => boolean;
}

/** Most texts do not even have the word, and need not be searched. */
function nodesWith(word: RegExp, name: string, { text, tree }: Place): readonly SyntaxNode[] {
  return word.test(text) ? nodesOf(tree, name) : [];
}

const nothing = { edits: [], takesOut: [], inputs: [], asks: [] };

function left({ from, to }: Span, { text }: Place, note: string): Finding {
  return { from, to, isSettled: false, note: `line ${lineAt(text, from)}: ${note}`, ...nothing };
}

function settled({ from, to }: Span, note: string, done: Partial<Finding>): Finding {
  return { ...nothing, from, to, isSettled: true, note, ...done };
}

function ofSource(source: Source, place: Place): Finding {
  const { node, what, rest, input } = source;
  const { prefix } = place;
  if (input === undefined) return left(node, place, unknownSource(node, what));
  if (prefix === undefined) {
    return left(
      node,
      place,
      `${what} is not there in a flake: hand this file inputs.${input.name} from flake.nix`,
    );
  }
  const module = ownModules[input.name];
  if (module !== undefined && place.imports(input.name)) {
    const entries = entriesOf(module, source, place);
    if (entries !== undefined) return entries;
  }
  const modules = /^nixos\/modules(?=\/)/;
  if (input.name === 'nixpkgs' && modules.test(rest) && !place.isHome) {
    const text = `(${prefix}modulesPath + "${rest.replace(modules, '')}")`;
    const edits = [{ from: node.from, to: node.to, text }];
    return settled(node, `${what} is found with modulesPath`, { edits, asks: ['modulesPath'] });
  }
  return becomesInput(source, input, place, prefix);
}

function unknownSource(node: SyntaxNode, what: string): string {
  return node.name === 'SearchPath'
    ? `${what} is a channel or an entry of NIX_PATH, which a flake does not have: add it to the inputs of flake.nix, and write inputs.NAME here`
    : `${what} is fetched without a hash, which a flake refuses: add its sha256 (for git its rev), or make it an input of flake.nix`;
}

function becomesInput(source: Source, input: NewInput, place: Place, prefix: string): Finding {
  const { node, what, rest } = source;
  const { text } = place;
  const named = `${prefix}inputs.${input.name}`;
  const edit = {
    ...(rest === '' ? inItsBrackets(node, text) : { from: node.from, to: node.to }),
    text: rest === '' ? named : `"\${${named}}/${rest}"`,
  };
  const platforms = callsOf(source, place).map((argument) =>
    withPlatform(argument, text, { isHome: place.isHome, prefix }),
  );
  if (isNixpkgs(input) && (rest === 'nixos' || (rest === '' && platforms.includes(undefined)))) {
    return left(
      node,
      place,
      `${what} wants to be told the platform: write inputs.${input.name} for it, and hand it system = "x86_64-linux" or the like`,
    );
  }
  const told = isNixpkgs(input) && rest === '' ? platforms.flatMap((each) => each ?? []) : [];
  const asks = ['inputs', ...told.flatMap((each) => each.asks)];
  const edits = [edit, ...told.flatMap((each) => each.edits), ...forNur(source, input, place)];
  return settled(node, `${what} is the input ${input.name} of flake.nix`, {
    edits,
    asks,
    inputs: [input],
  });
}

/** With the brackets that a call needs and a name does not. */
function inItsBrackets({ from, to, parent }: SyntaxNode, text: string): Span {
  const isAlone = parent?.name === 'Parenthesized' && !textOf(parent, text).includes('\n');
  return isAlone ? { from: parent.from, to: parent.to } : { from, to };
}

/** What is handed to a source where it is imported, also by a name that it has in a `let`. */
function callsOf({ node }: Source, { text, tree }: Place): readonly SyntaxNode[] {
  const name = nameInLet(node, text)?.name;
  const places = name === undefined ? [node] : usesOf(name, text, tree);
  return places.flatMap((each) => argumentFor(each, text) ?? []);
}

/** NUR takes a nixpkgs of its own from a channel, unless it is given one (its default.nix). */
function forNur(source: Source, { name }: NewInput, place: Place): readonly Edit[] {
  if (name !== 'nur') return [];
  return callsOf(source, place).flatMap((argument) => {
    const inside = textOf(argument, place.text);
    const isGiven = argument.name !== 'AttrSet' || /\bnurpkgs\b/.test(inside);
    const at = argument.from + 1;
    return isGiven || !/\bpkgs\b/.test(inside)
      ? []
      : [{ from: at, to: at, text: ' nurpkgs = pkgs;' }];
  });
}

/** A module that the new repo imports by itself. */
interface OwnModule {
  /** How an entry of `imports` ends that brings it in. */
  readonly end: RegExp;
  /** Where it is imported now, as a clause. */
  readonly now: string;
}

const ownModules: Readonly<Record<string, OwnModule>> = {
  'home-manager': {
    end: /\/nixos(\/default\.nix)?["'>]?['")\s]*$/,
    now: 'flake.nix brings Home Manager in',
  },
  'nixos-wsl': {
    end: /\/modules(\/default\.nix)?["'>]?['")\s]*$/,
    now: 'wsl.nix imports it',
  },
};

function isAlwaysThere(input: string): boolean {
  return input === 'home-manager';
}

/** Entries of `imports` that bring in what is there already. */
function entriesOf(module: OwnModule, source: Source, place: Place): Finding | undefined {
  const { node, what } = source;
  const { text, tree } = place;
  const named = nameInLet(node, text);
  const places = named === undefined ? [node] : usesOf(named.name, text, tree);
  const entries = places.map((each) => moduleEntry(each, text, module));
  const found = entries.flatMap((each) => each ?? []);
  if (found.length === 0 || found.length < entries.length) return undefined;
  const takesOut = [...found, ...(named ? [named.binding] : [])].map(({ from, to }) => ({
    from,
    to,
  }));
  return settled(found[0] ?? node, `${what} goes: ${module.now}`, { takesOut });
}

/** The entry of `imports` that a node is part of, if it brings in the module. */
function moduleEntry(node: SyntaxNode, text: string, { end }: OwnModule): SyntaxNode | undefined {
  if (!isInImports(node, text)) return undefined;
  const entry = [...around(node)].find(({ parent }) => parent?.name === 'List');
  const source = entry === undefined ? '' : textOf(entry, text);
  return end.test(source) ? entry : undefined;
}

/** What the machine would say of itself. */
function ofBuiltin(node: SyntaxNode, place: Place): Finding | undefined {
  const name = /^builtins\s*\.\s*(currentSystem|currentTime|nixPath)$/.exec(
    textOf(node, place.text),
  )?.[1];
  if (name === undefined) return undefined;
  if (name !== 'currentSystem') {
    return left(node, place, `builtins.${name} is not there in a flake: write what it is to be`);
  }
  const platform = platformAt(node, place.text, place.isHome);
  if (platform === undefined || place.prefix === undefined) {
    return left(
      node,
      place,
      'builtins.currentSystem is not there in a flake: write the platform, such as "x86_64-linux"',
    );
  }
  const edits = [
    { from: node.from, to: node.to, text: `${place.prefix}${platform.source}.system` },
  ];
  const note = 'builtins.currentSystem is the platform of the configuration';
  return settled(node, note, { edits, asks: [platform.ask] });
}

function ofEnvironment(node: SyntaxNode, place: Place): Finding | undefined {
  const [called] = expressionsIn(node);
  if (called === undefined) return undefined;
  const name = /^(?:builtins\s*\.\s*)(getEnv|storePath)$/.exec(textOf(called, place.text))?.[1];
  if (name === undefined) return undefined;
  return left(
    node,
    place,
    name === 'getEnv'
      ? 'builtins.getEnv is always "" in a flake: write the value, or make it an option'
      : 'builtins.storePath is refused in a flake: take it from a package or an input',
  );
}
