/** What a Nix text takes from outside: channels, and archives and repositories that are fetched. */
import type { Span } from '../nix/definitions.js';
import { children, expressionsIn, nameOf, namesIn, textOf } from '../nix/nodes.js';
import { plainText } from '../nix/strings.js';
import type { SyntaxNode, Tree } from '../nix/syntax/parse.js';
import { channelInput, type NewInput, sourceInput } from './known-sources.js';
import { bare, nodesOf } from './tree.js';

/** Where the names of channels lead, and which branch of nixpkgs the flake has. */
export interface Channels {
  /** As a flake names it: `nixos-unstable`, `nixos-26.05`. */
  readonly own: string;
  /** By name, the addresses of the machine's channels, as far as they can be read. */
  readonly urls: ReadonlyMap<string, string>;
}

export interface Source {
  readonly node: SyntaxNode;
  /** What it is, for a note. */
  readonly what: string;
  /** Behind the name of a channel: `nixos/modules/x.nix`; empty for all of it. */
  readonly rest: string;
  /** What it becomes; nothing where that is not known. */
  readonly input: NewInput | undefined;
}

export function sourcesIn(text: string, tree: Tree, channels: Channels): readonly Source[] {
  // most texts do not even have the word, and need not be searched
  const searches = text.includes('<') ? nodesOf(tree, 'SearchPath') : [];
  const calls = /fetch|getFlake/.test(text) ? nodesOf(tree, 'Apply') : [];
  const searched = searches.map((node) => ofChannel(node, text, channels));
  const fetched = calls.flatMap((node) => ofCall(node, text, channels) ?? []);
  return [...searched, ...fetched].sort((a, b) => a.node.from - b.node.from);
}

function ofChannel(node: SyntaxNode, text: string, { urls, own }: Channels): Source {
  const what = textOf(node, text);
  const [name = '', ...rest] = what.slice(1, -1).split('/');
  return { node, what, rest: rest.join('/'), input: channelInput(name, urls, own) };
}

/** Built-in functions that fetch without being told what they have to get. */
const fetchers =
  /^(?:builtins\.)?(fetchTarball|fetchGit|getFlake)$|^builtins\.(fetchurl|fetchTree|fetchMercurial)$/;

function ofCall(node: SyntaxNode, text: string, { own }: Channels): Source | undefined {
  const [called, argument] = expressionsIn(node);
  if (called === undefined || argument === undefined) return undefined;
  const [, first, second] = fetchers.exec(textOf(called, text).replace(/\s+/g, '')) ?? [];
  const fetcher = first ?? second;
  if (fetcher === undefined) return undefined;
  const given = argumentsOf(bare(argument), text);
  if (given !== undefined && isPinned(fetcher, given)) return undefined;
  const url = given?.get('url');
  const what = url === undefined ? fetcher : `${fetcher} of ${url}`;
  return { node, what, rest: '', input: url ? inputOf(fetcher, url, given, own) : undefined };
}

type Given = ReadonlyMap<string, string | undefined>;

/** What is fetched, by name; a single string is the address. Nothing where it is computed. */
function argumentsOf(node: SyntaxNode, text: string): Given | undefined {
  if (node.name === 'Uri') return new Map([['url', textOf(node, text)]]);
  if (/String$/.test(node.name)) return new Map([['url', plainText(node, text)]]);
  if (node.name !== 'AttrSet') return undefined;
  const found = new Map<string, string | undefined>();
  for (const binding of children(node, 'Binding')) {
    const path = binding.getChild('AttrPath');
    const value = expressionsIn(binding).at(-1);
    if (path === null || value === undefined) continue;
    const isUri = value.name === 'Uri';
    const read = isUri ? textOf(value, text) : plainText(value, text);
    found.set(namesIn(path, text).names.join('.'), read);
  }
  for (const inherit of children(node, 'Inherit')) {
    for (const name of children(inherit, 'Identifier'))
      found.set(nameOf(name, text) ?? '', undefined);
  }
  return found;
}

/** Whether Nix knows beforehand what it gets, so that a flake may fetch it too. */
function isPinned(fetcher: string, given: Given): boolean {
  const hashes = ['sha256', 'hash', 'narHash', 'rev'];
  if (fetcher === 'getFlake') return /[0-9a-f]{40}/.test(given.get('url') ?? '');
  return hashes.some((name) => given.has(name));
}

function inputOf(
  fetcher: string,
  url: string,
  given: Given | undefined,
  own: string,
): NewInput | undefined {
  if (fetcher === 'fetchTarball') return sourceInput(url, own);
  if (fetcher === 'getFlake') return flakeInput(url, own);
  if (fetcher !== 'fetchGit') return undefined;
  const others = [...(given?.keys() ?? [])].filter(
    (name) => !/^(url|ref|name|shallow)$/.test(name),
  );
  const branch = given?.get('ref')?.replace(/^refs\/(heads|tags)\//, '');
  if (others.length > 0 || (given?.has('ref') && branch === undefined)) return undefined;
  return sourceInput(url.replace(/^git\+/, ''), own, branch);
}

/** A flake that is named where it is needed becomes one of ours. */
function flakeInput(reference: string, own: string): NewInput | undefined {
  const [, project, branch] = /^github:([\w.-]+\/[\w.-]+)(?:\/([\w./-]+))?$/.exec(reference) ?? [];
  if (project === undefined) return undefined;
  const input = sourceInput(`https://github.com/${project}`, own, branch);
  return input && { ...input, isFlake: true };
}

/** Everywhere in a text that a name of a `let` is used. */
export function usesOf(name: string, text: string, tree: Tree): readonly SyntaxNode[] {
  return nodesOf(tree, 'Variable').filter((node) => textOf(node, text) === name);
}

/** The name that an expression has in a `let`, and its binding. */
export function nameInLet(
  node: SyntaxNode,
  text: string,
): { readonly name: string; readonly binding: Span } | undefined {
  let at: SyntaxNode | null = node.parent;
  while (at?.name === 'Parenthesized') at = at.parent;
  if (at?.name !== 'Binding' || at.parent?.name !== 'Let') return undefined;
  const path = at.getChild('AttrPath');
  const names = path === null ? [] : namesIn(path, text).names;
  return names.length === 1
    ? { name: names[0] ?? '', binding: { from: at.from, to: at.to } }
    : undefined;
}
