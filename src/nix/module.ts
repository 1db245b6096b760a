/** The module that a text holds. */
import { lastExpression } from './nodes.js';
import { parsed } from './parsed.js';
import { type Leaf, leavesOf, type Piece } from './pieces.js';
import { piecesOf } from './read-pieces.js';
import { remembered } from './remembered.js';
import type { Tree } from './syntax/parse.js';

/** Nothing where brackets are nested deeper than the parser's stack goes, some thousand times. */
export function treeOf(text: string): Tree | undefined {
  try {
    return parsed(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Its definitions and what holds them; nothing where the text is no set. */
export function moduleOf(text: string): Piece | undefined {
  const tree = treeOf(text);
  const module = tree && lastExpression(tree.topNode);
  return module && piecesOf(module, text);
}

/** All that it defines, in the order of the text. */
export const moduleLeaves = remembered((text: string): readonly Leaf[] => {
  const module = moduleOf(text);
  return module === undefined ? [] : leavesOf(module);
});
