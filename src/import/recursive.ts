/** What in a `rec` set has to stay, since the other definitions of the set know it by its name. */
import type { Span } from '../nix/definitions.js';
import { children, nameOf, textOf } from '../nix/nodes.js';
import type { SyntaxNode, Tree } from '../nix/syntax/parse.js';
import { around, nodeAt, nodesOf } from './tree.js';

/**
 * Whether a name that a definition gives in a `rec` set around it is used elsewhere in that set. A
 * name that is given anew in between counts as used too: what stays for nothing does no harm.
 */
export function isUsedBeside(tree: Tree, text: string, statement: Span): boolean {
  const node = nodeAt(tree, statement);
  if (node === undefined) return false;
  const outside = ({ from, to }: Span) => from < statement.from || to > statement.to;
  return [...around(node)]
    .filter((inner) => holderOf(inner) !== undefined)
    .some((inner) => {
      const set = holderOf(inner);
      const name = givenName(inner, text);
      if (set === undefined || name === undefined) return false;
      const used = usesIn(tree, set).filter(outside);
      return used.some((use) => textOf(use, text) === name);
    });
}

/** The `rec` set that a binding, or a name of an `inherit`, stands right in. */
function holderOf(node: SyntaxNode): SyntaxNode | undefined {
  const { parent } = node;
  const set = parent?.name === 'Inherit' ? parent.parent : parent;
  return set?.name === 'RecAttrSet' ? set : undefined;
}

function givenName(node: SyntaxNode, text: string): string | undefined {
  const [path] = children(node, 'AttrPath');
  const [first] = path ? children(path, 'Identifier', 'String', 'Interpolation') : [node];
  return first && nameOf(first, text);
}

/** The names that are looked up in a set: variables, and what an `inherit` further in takes over. */
function usesIn(tree: Tree, set: SyntaxNode): readonly SyntaxNode[] {
  const isIn = ({ from, to }: Span) => from > set.from && to < set.to;
  const taken = nodesOf(tree, 'Inherit')
    .filter((inherit) => inherit.parent?.from !== set.from && !inherit.getChild('InheritFrom'))
    .flatMap((inherit) => children(inherit, 'Identifier'));
  return [...nodesOf(tree, 'Variable'), ...taken].filter(isIn);
}
