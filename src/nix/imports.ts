/** What a module imports. */

import { moduleLeaves } from './module.js';
import { callOf, expressionsIn, lastExpression, type Span, textOf } from './nodes.js';
import { remembered } from './remembered.js';
import { plainText } from './strings.js';
import type { SyntaxNode } from './syntax/parse.js';

/** One entry of a module's `imports`. */
export interface Import {
  readonly span: Span;
  /**
   * `path`: relative to the file (`./x.nix`); `search-path`: looked up in `NIX_PATH`
   * (`<nixpkgs/…>`); `absolute`: from the root or the home folder, as a path or as a string;
   * `expression`: anything else, such as a module of a flake's input.
   */
  readonly kind: 'path' | 'search-path' | 'absolute' | 'expression';
  /** Its source text. */
  readonly text: string;
  /** Whether it is only imported under a condition. */
  readonly isConditional: boolean;
}

/** `require` is the name that `imports` had first, and is still read (nixpkgs lib/modules.nix). */
const names: ReadonlySet<string> = new Set(['imports', 'require']);

/**
 * Each entry of the module's `imports`, also those that are added with `++`, `lib.optional` or
 * `if`. What adds to them and can't be read is one entry.
 */
export const importsOf = remembered((text: string): readonly Import[] =>
  moduleLeaves(text)
    .filter(({ path, isComputed }) => path.length === 1 && names.has(path[0] ?? '') && !isComputed)
    .flatMap(({ value, isConditional }) =>
      value === undefined ? [] : entries(value, { text, isConditional, depth: 0 }),
    ),
);

interface Place {
  readonly text: string;
  readonly isConditional: boolean;
  readonly depth: number;
}

/** Lists in each other, deeper than anybody writes them. */
const deepest = 100;

/** The entries of an expression that is a list. */
function entries(node: SyntaxNode, outer: Place): readonly Import[] {
  const place = { ...outer, depth: outer.depth + 1 };
  if (place.depth > deepest) return [entry(node, place)];
  const below = (nodes: readonly SyntaxNode[], isConditional = place.isConditional) =>
    nodes.flatMap((each) => entries(each, { ...place, isConditional }));
  switch (node.name) {
    case 'List':
      return expressionsIn(node).map((item) => entry(item, place));
    case 'Parenthesized':
      return below(expressionsIn(node));
    case 'With':
    case 'Let':
      return below([lastExpression(node) ?? node]);
    case 'If':
      return below(expressionsIn(node).slice(1), true);
    case 'Binary':
      return isConcatenation(node, place.text) ? below(expressionsIn(node)) : [entry(node, place)];
    case 'Apply':
      return optional(node, place);
    default:
      return [entry(node, place)];
  }
}

function isConcatenation(node: SyntaxNode, text: string): boolean {
  const operator = node.getChild('Operator');
  return operator !== null && textOf(operator, text) === '++';
}

/** `lib.optional` has one entry behind its condition, `lib.optionals` a list of them. */
function optional(node: SyntaxNode, place: Place): readonly Import[] {
  const { name, given } = callOf(node, place.text);
  const [, what] = given;
  const conditional = { ...place, isConditional: true };
  if (what === undefined || given.length !== 2) return [entry(node, place)];
  if (name === 'optional') return [entry(what, conditional)];
  return name === 'optionals' ? entries(what, conditional) : [entry(node, place)];
}

function entry(node: SyntaxNode, { text, isConditional }: Place): Import {
  const { from, to } = node;
  return { span: { from, to }, kind: kindOf(node, text), text: textOf(node, text), isConditional };
}

function kindOf(node: SyntaxNode, text: string): Import['kind'] {
  switch (node.name) {
    case 'Parenthesized': {
      const [inner] = expressionsIn(node);
      return inner === undefined ? 'expression' : kindOf(inner, text);
    }
    case 'SearchPath':
      return 'search-path';
    case 'HomePath':
    case 'Path':
      return kindOfPath(node, text);
    case 'String':
    case 'IndentedString':
      return plainText(node, text)?.startsWith('/') ? 'absolute' : 'expression';
    default:
      return 'expression';
  }
}

function kindOfPath(node: SyntaxNode, text: string): Import['kind'] {
  if (node.getChild('Interpolation') !== null) return 'expression';
  return /^[/~]/.test(textOf(node, text)) ? 'absolute' : 'path';
}
