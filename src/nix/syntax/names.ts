/** Names in attribute paths, as Nix reads them. */
import { indentedPieces } from './indented.js';
import type { SyntaxNode } from './tree.js';

/**
 * The name that an entry of an attribute path stands for, quotes taken off; `undefined` if it is
 * known only when evaluated. To Nix `${"a"}` is as plain as `a`.
 */
export function nameOf(text: string, node: SyntaxNode): string | undefined {
  if (node.name === 'Identifier') return text.slice(node.from, node.to);
  if (node.name === 'Interpolation') {
    const inner = unwrapped(childrenOf(node)[0]);
    return inner && plainText(text, inner);
  }
  return plainText(text, node);
}

/** What a string is that has no interpolation, escapes resolved; `undefined` if it is none. */
function plainText(text: string, node: SyntaxNode): string | undefined {
  if (node.name === 'Uri') return text.slice(node.from, node.to);
  if (node.firstChild !== null) return undefined;
  if (node.name === 'String') return unescaped(text.slice(node.from + 1, node.to - 1));
  if (node.name !== 'IndentedString') return undefined;
  // where it is put together from several pieces, Nix does that only when it evaluates
  const pieces = indentedPieces(text.slice(node.from + 2, node.to - 2));
  return pieces.length > 1 ? undefined : (pieces[0] ?? '');
}

const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** The text between the quotes of a string, its escapes and line ends resolved. */
export function unescaped(content: string): string {
  if (!/[\\\r]/.test(content)) return content;
  return content.replace(/\\([\s\S])|\r\n?/g, (_all, escaped?: string) =>
    escaped === undefined ? '\n' : (letters[escaped] ?? escaped),
  );
}

/** What stands in parentheses, without them. */
export function unwrapped(node: SyntaxNode | undefined): SyntaxNode | undefined {
  let inner = node;
  while (inner?.name === 'Parenthesized') inner = childrenOf(inner)[0];
  return inner;
}

/** The parts of a node, without comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = firstPart(node); child !== null; child = nextPart(child)) children.push(child);
  return children;
}

/** The first child that is no comment. */
export function firstPart({ firstChild }: SyntaxNode): SyntaxNode | null {
  return firstChild?.name === 'Comment' ? nextPart(firstChild) : firstChild;
}

/** The next sibling that is no comment. */
export function nextPart({ nextSibling }: SyntaxNode): SyntaxNode | null {
  let next = nextSibling;
  while (next?.name === 'Comment') next = next.nextSibling;
  return next;
}
