/** Nix's syntax, as a tree. */
import { parser } from '#nix-parser';
import { setText } from './characters.js';

/** A tree of Lezer's: nodes with names and places, the latter in UTF-16 units of the text. */
export type Tree = ReturnType<typeof parser.parse>;
export type SyntaxNode = Tree['topNode'];
export type TreeCursor = ReturnType<Tree['cursor']>;

/**
 * The tree of a text, whose nodes nix.grammar names. Where the text is not Nix it has nodes whose
 * type `isError`, and goes on behind them.
 */
export function parse(text: string): Tree {
  setText(text);
  try {
    return parser.parse(text);
  } finally {
    setText('');
  }
}
