/** The module that a text holds. */
import type { Leaf } from './leaf.js';
import { leavesOf } from './leaves.js';
import { lastExpression } from './nodes.js';
import { parsed } from './parsed.js';
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

/** All that it defines, in the order of the text; none where it is no set. */
export const moduleLeaves = remembered((text: string): readonly Leaf[] => {
  const tree = treeOf(text);
  const module = tree && lastExpression(tree.topNode);
  return (module && leavesOf(module, text)) ?? [];
});
