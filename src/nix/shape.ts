/**
 * How an expression is made of sets: what it passes through unchanged, what it merges. The
 * functions are those of nixpkgs (`lib/modules.nix`, `lib/attrsets.nix`), known by their last name.
 */

import { callOf, expressionsIn, lastExpression, textOf } from './nodes.js';
import type { SyntaxNode } from './syntax/parse.js';

/** `force` is stronger than a plain definition, `default` weaker (`lib.mkOverride`). */
export type Priority = 'default' | 'force' | 'normal';

export type Shape =
  | { readonly kind: 'set' }
  | { readonly kind: 'function'; readonly inner: SyntaxNode }
  /** Worth what is inside of it, maybe only under a condition or with a priority. */
  | {
      readonly kind: 'through';
      readonly inner: SyntaxNode;
      readonly isConditional: boolean;
      readonly priority: Priority;
    }
  /** `//`: names on the right replace those on the left. */
  | { readonly kind: 'update'; readonly parts: readonly SyntaxNode[] }
  /** `lib.recursiveUpdate`: the same, at any depth. */
  | { readonly kind: 'recursive'; readonly parts: readonly SyntaxNode[] }
  /** `if`: one of them. */
  | { readonly kind: 'branches'; readonly parts: readonly SyntaxNode[] }
  /** `lib.mkMerge`: all of them, each an item of the list. */
  | { readonly kind: 'merge'; readonly parts: readonly SyntaxNode[] }
  | { readonly kind: 'other' };

const other: Shape = { kind: 'other' };

function through(
  inner: SyntaxNode | undefined,
  isConditional = false,
  priority: Priority = 'normal',
): Shape {
  return inner === undefined ? other : { kind: 'through', inner, isConditional, priority };
}

export function shapeOf(node: SyntaxNode, text: string): Shape {
  switch (node.name) {
    case 'AttrSet':
    case 'RecAttrSet':
      return { kind: 'set' };
    case 'Lambda': {
      const inner = lastExpression(node);
      return inner === undefined ? other : { kind: 'function', inner };
    }
    case 'Parenthesized':
      return through(expressionsIn(node)[0]);
    case 'Let':
      return through(lastExpression(node));
    case 'With':
    case 'Assert':
      return through(expressionsIn(node)[1]);
    case 'If':
      return { kind: 'branches', parts: expressionsIn(node).slice(1) };
    case 'Binary':
      return updateOf(node, text);
    case 'Apply':
      return shapeOfCall(node, text);
    default:
      return other;
  }
}

function updateOf(node: SyntaxNode, text: string): Shape {
  const operator = node.getChild('Operator');
  const parts = expressionsIn(node);
  // where the text ends too early, the parser may take what it has for the first of two
  if (operator === null) return through(parts[0]);
  if (parts.length !== 2 || textOf(operator, text) !== '//') return other;
  return { kind: 'update', parts };
}

/** Functions that give back their last argument, with how many they take and what they say of it. */
const passing: Readonly<Record<string, readonly [number, boolean, Priority]>> = {
  mkIf: [2, true, 'normal'],
  optionalAttrs: [2, true, 'normal'],
  mkDefault: [1, false, 'default'],
  mkOptionDefault: [1, false, 'default'],
  mkForce: [1, false, 'force'],
  mkVMOverride: [1, false, 'force'],
  mkImageMediaOverride: [1, false, 'force'],
  mkBefore: [1, false, 'normal'],
  mkAfter: [1, false, 'normal'],
  mkOrder: [2, false, 'normal'],
};

function shapeOfCall(node: SyntaxNode, text: string): Shape {
  const { name = '', given } = callOf(node, text);
  const known = Object.hasOwn(passing, name) ? passing[name] : undefined;
  if (known !== undefined) {
    const [count, isConditional, priority] = known;
    return given.length === count ? through(given.at(-1), isConditional, priority) : other;
  }
  if (name === 'mkOverride' && given[0] && given.length === 2) {
    return through(given[1], false, priorityOf(textOf(given[0], text)));
  }
  if (name === 'recursiveUpdate' && given.length === 2) return { kind: 'recursive', parts: given };
  return name === 'mkMerge' && given.length === 1 ? mergeOf(given[0]) : other;
}

/** A plain definition has 100, and the lowest number wins. */
function priorityOf(number: string): Priority {
  const value = Number(number);
  if (Number.isNaN(value) || value === 100) return 'normal';
  return value < 100 ? 'force' : 'default';
}

function mergeOf(given: SyntaxNode | undefined): Shape {
  let list = given;
  while (list?.name === 'Parenthesized') list = expressionsIn(list)[0];
  return list?.name === 'List' ? { kind: 'merge', parts: expressionsIn(list) } : other;
}
