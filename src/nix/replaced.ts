/** Which definitions of a merge may not hold, since its right side has the same name. */
import type { Leaf } from './leaf.js';

/** Stands for any name. */
const unknown = Symbol('any name');

/** Of `//`: a name that is set again takes with it all that the left side has below it. */
export function markReplacedBelow(parts: readonly (readonly Leaf[])[], depth: number): void {
  mark(parts, ({ path }) => path[depth] ?? unknown);
}

/** Of `lib.recursiveUpdate`: only what has the very same name. */
export function markReplaced(parts: readonly (readonly Leaf[])[]): void {
  mark(parts, ({ path, isComputed }) => (isComputed ? unknown : path.join('\0')));
}

function mark(
  [left = [], right = []]: readonly (readonly Leaf[])[],
  nameIn: (leaf: Leaf) => string | typeof unknown,
): void {
  const replaced = new Set(right.map(nameIn));
  for (const leaf of left) {
    if (replaced.has(unknown) || replaced.has(nameIn(leaf))) leaf.isConditional = true;
  }
}
