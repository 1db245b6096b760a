/** Whether a definition is used by others beside it, as only a `rec` set lets them. */
import { children, textOf } from '../nix/nodes.js';
import type { SyntaxNode } from '../nix/syntax/parse.js';
import type { OldModule } from './module.js';
import { around, nodeAt } from './tree.js';

/** `rec { a = 1; b = a; }` needs its `a`, wherever else it is set too. */
export function isNeeded(
  { tree, text }: OldModule,
  statement: { from: number; to: number },
): boolean {
  const node = nodeAt(tree, statement);
  if (node === undefined) return false;
  let inner = node;
  for (const outer of around(node)) {
    if (outer.name === 'RecAttrSet' && isUsedIn(outer, nameOf(inner, text), inner, text))
      return true;
    inner = outer;
  }
  return false;
}

/** The first name of a binding. */
function nameOf(binding: SyntaxNode, text: string): string | undefined {
  const [path] = children(binding, 'AttrPath');
  const [name] = path ? children(path, 'Identifier') : [];
  return name && textOf(name, text);
}

function isUsedIn(
  set: SyntaxNode,
  name: string | undefined,
  { from, to }: SyntaxNode,
  text: string,
): boolean {
  let isUsed = false;
  set.cursor().iterate((node) => {
    const isOutside = node.to <= from || node.from >= to;
    if (node.name === 'Variable' && isOutside && text.slice(node.from, node.to) === name)
      isUsed = true;
  });
  return isUsed;
}
