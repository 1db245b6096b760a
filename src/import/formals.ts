/** Adds to what a module asks for: `{ config, pkgs, ... }:` gets `inputs` where it belongs. */

import type { Edit } from '../nix/edit.js';
import { children, textOf } from '../nix/nodes.js';
import type { SyntaxNode, Tree } from '../nix/syntax/parse.js';
import { partsOf } from './tree.js';

/** How names of a module's arguments are brought in, and what they are called in it. */
export interface Arguments {
  /** The edits that bring them in. */
  readonly edits: readonly Edit[];
  /** What stands before the name: `args.` where the module has one name for all. */
  readonly prefix: string;
}

/**
 * What it takes for a module to know `names`; nothing where the text is no module that could be
 * given them.
 */
export function withArguments(
  text: string,
  tree: Tree,
  names: readonly string[],
): Arguments | undefined {
  const top = partsOf(tree.topNode)[0];
  if (top === undefined) return undefined;
  if (top.name === 'AttrSet') {
    const head = `{ ${[...names].sort().join(', ')}, ... }:\n\n`;
    return {
      edits: names.length > 0 ? [{ from: top.from, to: top.from, text: head }] : [],
      prefix: '',
    };
  }
  if (top.name !== 'Lambda') return undefined;
  const [formals] = children(top, 'Formals');
  if (formals !== undefined) return { edits: added(text, formals, names), prefix: '' };
  const [all] = children(top, 'Identifier');
  return all && { edits: [], prefix: `${textOf(all, text)}.` };
}

function added(text: string, formals: SyntaxNode, wanted: readonly string[]): readonly Edit[] {
  const there = children(formals, 'Formal').map((formal) => {
    const [name] = children(formal, 'Identifier');
    return { from: formal.from, to: formal.to, name: name ? textOf(name, text) : '' };
  });
  const missing = wanted.filter((name) => there.every((formal) => formal.name !== name)).sort();
  if (missing.length === 0) return [];
  const stops = [...there, ...children(formals, 'Ellipsis')];
  const [first, second] = stops;
  if (first === undefined)
    return [{ from: formals.from + 1, to: formals.from + 1, text: ` ${missing.join(', ')} ` }];
  const between = second ? text.slice(first.to, second.from) : ', ';
  const separator = /#|\/\*/.test(between) ? ', ' : between;
  const isSorted = there.every(({ name }, at) => at === 0 || (there[at - 1]?.name ?? '') <= name);
  const byPlace = new Map<number, { readonly isLast: boolean; readonly names: string[] }>();
  for (const name of missing) {
    const next = isSorted
      ? stops.find((stop) => !('name' in stop) || stop.name > name || stop.name === '')
      : undefined;
    const before = next ?? children(formals, 'Ellipsis')[0];
    const place = before?.from ?? stops.at(-1)?.to ?? first.from;
    const group = byPlace.get(place) ?? { isLast: before === undefined, names: [] };
    group.names.push(name);
    byPlace.set(place, group);
  }
  return [...byPlace].map(([at, { isLast, names }]) => ({
    from: at,
    to: at,
    text: names.map((name) => (isLast ? separator + name : name + separator)).join(''),
  }));
}
