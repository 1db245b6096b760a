/**
 * nixpkgs that is imported asks Nix for the machine's platform, which a flake does not tell: the
 * platform of the configuration takes its place.
 */
import type { Edit } from '../nix/edit.js';
import { callOf, children, expressionsIn, namesIn, textOf } from '../nix/nodes.js';
import type { SyntaxNode } from '../nix/syntax/parse.js';
import { isInImports } from './references.js';
import { around } from './tree.js';

/** An edit, and the arguments of the module that it needs. */
export interface Platform {
  readonly edits: readonly Edit[];
  readonly asks: readonly string[];
}

/** How the platform is named at a node, and from which argument; nothing where it can't be. */
export function platformAt(
  node: SyntaxNode,
  text: string,
  isHome: boolean,
): { readonly source: string; readonly ask: string } | undefined {
  if (isInImports(node, text)) return undefined;
  const lambdas = [...around(node)].filter(({ name }) => name === 'Lambda');
  const isNested = lambdas.slice(0, -1).some((lambda) => knows(lambda, 'config', text));
  if (!isHome && !isNested) return { source: 'config.nixpkgs.hostPlatform', ask: 'config' };
  return isNamed(node, 'pkgs', text)
    ? undefined
    : { source: 'pkgs.stdenv.hostPlatform', ask: 'pkgs' };
}

function knows(lambda: SyntaxNode, name: string, text: string): boolean {
  const [formals] = children(lambda, 'Formals');
  const names = children(formals ?? lambda, 'Formal', 'Identifier');
  return names.some((each) => textOf(each.getChild('Identifier') ?? each, text) === name);
}

/** Whether a node is part of what a name is set to: then the name would be made of itself. */
function isNamed(node: SyntaxNode, name: string, text: string): boolean {
  return [...around(node)].some((outer) => {
    const path = outer.name === 'Binding' ? outer.getChild('AttrPath') : null;
    const named = path === null ? undefined : namesIn(path, text).names.join('.');
    return named === name || named === `_module.args.${name}`;
  });
}

/** Of `import x { … }` and `import (x) { … }` what comes behind `x`. */
export function argumentFor(node: SyntaxNode, text: string): SyntaxNode | undefined {
  const imported = withoutBrackets(node).parent;
  if (imported?.name !== 'Apply' || callOf(imported, text).name !== 'import') return undefined;
  const whole = withoutBrackets(imported);
  const call = whole.parent;
  if (call?.name !== 'Apply') return undefined;
  const [called, argument] = expressionsIn(call);
  return called?.from === whole.from ? argument : undefined;
}

function withoutBrackets(node: SyntaxNode): SyntaxNode {
  const { parent } = node;
  return parent?.name === 'Parenthesized' ? withoutBrackets(parent) : node;
}

/** Tells an import of nixpkgs the platform. Nothing where it can't be told. */
export function withPlatform(
  argument: SyntaxNode,
  text: string,
  { isHome, prefix }: { readonly isHome: boolean; readonly prefix: string },
): Platform | undefined {
  const names = children(argument, 'Binding', 'Inherit').map((each) => textOf(each, text));
  const isTold = names.some((each) => /^(inherit\b.*\b)?(system|localSystem)\b/s.test(each));
  if (isTold) return { edits: [], asks: [] };
  const platform = platformAt(argument, text, isHome);
  if (platform === undefined) return undefined;
  const told = `inherit (${prefix}${platform.source}) system;`;
  if (argument.name !== 'AttrSet' && argument.name !== 'RecAttrSet') {
    const before = { from: argument.from, to: argument.from, text: `({ ${told} } // ` };
    const after = { from: argument.to, to: argument.to, text: ')' };
    return { edits: [before, after], asks: [platform.ask] };
  }
  return {
    edits: [{ ...firstIn(argument, text), text: padded(argument, text, told) }],
    asks: [platform.ask],
  };
}

function firstIn(set: SyntaxNode, text: string): { readonly from: number; readonly to: number } {
  const open = text.indexOf('{', set.from) + 1;
  const [first] = children(set, 'Binding', 'Inherit', 'Comment');
  return { from: open, to: first === undefined ? set.to - 1 : open };
}

/** As the set is written: on a line of its own where the others are. */
function padded(set: SyntaxNode, text: string, told: string): string {
  const [first] = children(set, 'Binding', 'Inherit', 'Comment');
  if (first === undefined) return ` ${told} `;
  const gap = text.slice(text.indexOf('{', set.from) + 1, first.from);
  return gap.includes('\n') ? `${gap}${told}` : ` ${told}`;
}
