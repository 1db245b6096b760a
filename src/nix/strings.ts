/** What a string literal stands for, as Nix's lexer and its `stripIndentation` have it. */
import { indentedPieces } from './syntax/indented.js';
import { unescaped } from './syntax/names.js';
import type { SyntaxNode } from './syntax/parse.js';

/** The text of a string without interpolation, escapes resolved; nothing for any other node. */
export function plainText(node: SyntaxNode, text: string): string | undefined {
  const quote = { String: 1, IndentedString: 2 }[node.name];
  if (quote === undefined || node.getChild('Interpolation') !== null) return undefined;
  // one that is never closed is no string
  if (node.to - node.from < 2 * quote || node.getChild('⚠') !== null) return undefined;
  const inside = text.slice(node.from + quote, node.to - quote);
  return quote === 1 ? unescaped(inside) : indentedPieces(inside).join('');
}
