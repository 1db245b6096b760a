/** Which definitions of a merge may not hold, since another of it has the same name. */
import { type Holder, type Leaf, leavesOf } from './pieces.js';

/** Stands for any name. */
const unknown = Symbol('any name');

/** Of `//`: a name that is set again takes with it all that the left side has below it. */
export function markReplacedBelow(holder: Holder, depth: number): void {
  mark(holder, ({ path }) => path[depth] ?? unknown);
}

/** Of `lib.recursiveUpdate`: only what has the very same name. */
export function markReplaced(holder: Holder): void {
  mark(holder, ({ path, isComputed }) => (isComputed ? unknown : path.join('\0')));
}

function mark({ pieces }: Holder, nameIn: (leaf: Leaf) => string | typeof unknown): void {
  const [left, right] = pieces;
  if (left === undefined || right === undefined) return;
  const replaced = new Set(leavesOf(right).map(nameIn));
  for (const leaf of leavesOf(left)) {
    if (replaced.has(unknown) || replaced.has(nameIn(leaf))) leaf.isConditional = true;
  }
}
