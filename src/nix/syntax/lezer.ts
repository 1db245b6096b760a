/** The tree of a text by the grammar: also of one that is not Nix, which has marks of errors then. */
import { parser } from '#nix-parser';
import { SyntaxNode, Tree } from './node.js';

/** Reads the text that characters.ts was given. */
export function parseByGrammar(text: string): Tree {
  const cursor = parser().parse(text).cursor();
  const top = new SyntaxNode(cursor.name, cursor.from, cursor.to);
  let node: SyntaxNode = top;
  let hasErrors = false;
  for (;;) {
    if (!cursor.firstChild()) {
      while (!cursor.nextSibling()) {
        if (!cursor.parent() || node.parent === null) return new Tree(top, hasErrors);
        node = node.parent;
      }
      node = node.parent ?? top;
    }
    hasErrors ||= cursor.type.isError;
    const child = new SyntaxNode(cursor.name, cursor.from, cursor.to);
    node.add(child);
    node = child;
  }
}
