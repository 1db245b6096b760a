/** Looks into the tree of a Nix text. */

import type { Span } from '../nix/definitions.js';
import type { SyntaxNode, Tree } from '../nix/syntax/parse.js';

/** Every node of one of these names, in the order of the text. */
export function nodesOf(tree: Tree, ...names: readonly string[]): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  tree.each((node) => {
    if (names.includes(node.name)) found.push(node);
  });
  return found;
}

/** The children that are expressions, names or bindings: all but comments. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const parts: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (/^(?!Comment$|Operator$)[A-Z]/.test(child.name)) parts.push(child);
  }
  return parts;
}

/** The node and those around it, the innermost first. */
export function* around(node: SyntaxNode): Generator<SyntaxNode> {
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) yield at;
}

/** The outermost node that begins where a span does and ends where it ends. */
export function nodeAt(tree: Tree, { from, to }: Span): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  for (const node of around(tree.innermostAt(from))) {
    if (node.from < from || node.to > to) break;
    if (node.from === from && node.to === to) found = node;
  }
  return found;
}

/** What stands for a node once brackets around it are taken off. */
export function bare(node: SyntaxNode): SyntaxNode {
  const [inner] = node.name === 'Parenthesized' ? partsOf(node) : [];
  return inner === undefined ? node : bare(inner);
}

/** The line of a place in a text, from 1. */
export function lineAt(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) {
    line += 1;
  }
  return line;
}
