/** Nix's syntax: the tree of a text, and what is wrong with it. Loaded where a run needs it. */
export { problems } from './problems.js';
export { parse, type SyntaxNode, type Tree } from './tree.js';
