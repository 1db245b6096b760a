/** Nix's syntax, as a tree. */
import { setText } from './characters.js';
import { parseByGrammar } from './lezer.js';
import { Tree } from './node.js';
import { read } from './read.js';

export { SyntaxNode, Tree } from './node.js';

/**
 * The tree of a text, whose nodes nix.grammar names. Where the text is not Nix it has nodes that
 * are errors (`isError`), and goes on behind them.
 *
 * What is Nix is read by read.ts, which makes the same tree in a fraction of the time; for all else
 * the grammar's own parser knows how to go on.
 */
export function parse(text: string): Tree {
  setText(text);
  try {
    const top = read();
    return top === undefined ? parseByGrammar(text) : new Tree(top, false);
  } finally {
    setText('');
  }
}
