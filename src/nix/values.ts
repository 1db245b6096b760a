/** What the source text of a value stands for, where that can be read without evaluating it. */

import { treeOf } from './module.js';
import { expressionsIn, lastExpression, textOf } from './nodes.js';
import { shapeOf } from './shape.js';
import { plainText } from './strings.js';

import type { SyntaxNode } from './syntax/parse.js';

/** How sets, lists and paths begin: however they go on, no string comes of it. */
const isNoText = /^(?:[[{]|\.{0,2}\/[\w.])/;

/** The text of a string without interpolation, escapes resolved, `"…"` or `''…''`; also with a priority. */
export function stringValue(value: string): string | undefined {
  if (/^"[^"\\$\r]*"$/.test(value)) return value.slice(1, -1);
  if (isNoText.test(value)) return undefined;
  const node = plainValue(value);
  if (node?.name === 'Uri') return textOf(node, value);
  return node && plainText(node, value);
}

/** Also with a priority: `lib.mkDefault true`. */
export function booleanValue(value: string): boolean | undefined {
  if (value === 'true' || value === 'false') return value === 'true';
  if (/^[[{"]/.test(value)) return undefined;
  const node = plainValue(value);
  if (node?.name !== 'Variable') return undefined;
  return { true: true, false: false }[textOf(node, value)];
}

/**
 * The source text of each item of a list, also behind `with pkgs;` and of lists that `++` puts
 * together; nothing where a part of it is no list.
 */
export function listItems(value: string): readonly string[] | undefined {
  if (/^[{"]/.test(value)) return undefined;
  const node = plainValue(value);
  return node && itemsOf(node, value)?.map((item) => textOf(item, value));
}

/** What is inside of parentheses, `mkDefault`, `mkForce` and their like, but for conditions. */
function plainValue(value: string): SyntaxNode | undefined {
  const tree = treeOf(value);
  let node = !tree || tree.hasErrors ? undefined : lastExpression(tree.topNode);
  while (node?.name === 'Parenthesized' || node?.name === 'Apply') {
    const shape = shapeOf(node, value);
    if (shape.kind !== 'through' || shape.isConditional) return undefined;
    node = shape.inner;
  }
  return node;
}

/** The lists of `a ++ b ++ c`, one after the other; a loop, since a hostile file has many. */
function itemsOf(list: SyntaxNode, text: string): readonly SyntaxNode[] | undefined {
  const items: SyntaxNode[] = [];
  const left = [list];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.name === 'List') items.push(...expressionsIn(node));
    else {
      const parts = partsOf(node, text);
      if (parts === undefined) return undefined;
      left.push(...parts.toReversed());
    }
  }
  return items;
}

function partsOf(node: SyntaxNode, text: string): readonly SyntaxNode[] | undefined {
  if (node.name === 'Parenthesized') return expressionsIn(node);
  if (node.name === 'With') return expressionsIn(node).slice(1);
  const operator = node.name === 'Binary' ? node.getChild('Operator') : null;
  return operator !== null && textOf(operator, text) === '++' ? expressionsIn(node) : undefined;
}
