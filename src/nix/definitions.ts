/**
 * What a module defines, read from the shape of its text: nothing is evaluated. Sets are followed
 * through functions of arguments, `let`, `with`, `assert`, `if`, `//`, `mkIf`, `mkMerge` and their
 * like; what is in lists, in other functions or behind a name is not.
 *
 * Each definition is counted once. A file of one `{ }`, or of no set at all, has none.
 */

import type { Leaf } from './leaf.js';
import { Lines } from './lines.js';
import { moduleLeaves } from './module.js';
import { type Span, textOf } from './nodes.js';
import type { Priority } from './shape.js';

export { type Import, importsOf } from './imports.js';
export type { Span } from './nodes.js';

/**
 * One definition of an option: `{ a.b = { c = 1; }; }` defines `a.b.c`. A set is known by what it
 * holds, an empty one by itself. What is set below `config` has its path without it.
 */
export interface Definition {
  /** Names as Nix reads them, quotes taken off. */
  readonly path: readonly string[];
  /**
   * Whether the names go on with what is only known when evaluated, and the path ends before it:
   * `a.${x} = 1;`, or `foo` in `a = foo // { b = 1; };`. Its value is then one definition, whatever
   * it holds. The path is empty where that is so in the module's own set.
   */
  readonly isComputed: boolean;
  /** The source text of the value; of what is inherited, its name. */
  readonly value: string;
  readonly valueSpan: Span;
  /** What has to go for the definition to be gone: `c = 1;`, or of `inherit x y;` only a name. */
  readonly statement: Span;
  /** The line of the statement, from 1. */
  readonly line: number;
  /** Whether it may not hold: below `mkIf`, `optionalAttrs` or `if`, or replaced by a `//`. */
  readonly isConditional: boolean;
  /** What `mkDefault`, `mkForce` or `mkOverride` make of it. */
  readonly priority: Priority;
}

/** Everything that a module defines, in the order in which it stands there. */
export function definitions(text: string): readonly Definition[] {
  const lines = new Lines(text);
  return moduleLeaves(text).map((leaf) => definitionOf(leaf, lines));
}

function definitionOf(leaf: Leaf, lines: Lines): Definition {
  const { path, isComputed, isConditional, priority } = leaf;
  const { from, to } = leaf.span;
  const valueSpan = leaf.value ? { from: leaf.value.from, to: leaf.value.to } : { from: to, to };
  return {
    path,
    isComputed,
    value: textOf(valueSpan, lines.text),
    valueSpan,
    statement: { from, to },
    line: lines.at(from),
    isConditional,
    priority,
  };
}
