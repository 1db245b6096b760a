/**
 * What a module sets an option to, through the names that the same file gives to it: `let`, `rec`,
 * `inherit` and `with`. What comes from elsewhere (arguments, imports, functions) stays unknown.
 */
import { follow } from './follow.js';
import type { Leaf } from './leaf.js';
import { moduleLeaves } from './module.js';
import { type Span, textOf } from './nodes.js';
import type { Priority } from './shape.js';

export interface Lookup {
  /** The source text of the value, names followed, `mkDefault` and its like taken off. */
  readonly value: string;
  /** Where it stands, which may be far from the option. */
  readonly valueSpan: Span;
  /**
   * `certain`: that is what this file sets it to. `conditional`: it may not hold, or another
   * definition in the file may win. `open`: the value is an expression that has to be evaluated.
   */
  readonly certainty: 'certain' | 'conditional' | 'open';
  /** How strong the definition is; one of another file may be stronger. */
  readonly priority: Priority;
}

/** Nothing where the file does not set it, or only somewhere that can't be read. */
export function lookup(text: string, option: readonly string[]): Lookup | undefined {
  const all = moduleLeaves(text).filter(({ path }) => isBeginning(path, option));
  const found = all.flatMap((leaf) => reachedFrom(leaf, option, text) ?? []);
  const best = found.toSorted((a, b) => rank(a) - rank(b))[0];
  if (best === undefined) return undefined;
  const isRivalled = all.length > 1 && (best.priority !== 'force' || hasEqual(found, best));
  const certainty = best.certainty === 'certain' && isRivalled ? 'conditional' : best.certainty;
  return { ...best, certainty };
}

function isBeginning(path: readonly string[], option: readonly string[]): boolean {
  return path.length <= option.length && path.every((name, at) => name === option[at]);
}

const strength: Readonly<Record<Priority, number>> = { force: 0, normal: 1, default: 2 };
const sureness: Readonly<Record<Lookup['certainty'], number>> = {
  certain: 0,
  conditional: 1,
  open: 2,
};

/** The strongest first, of those the surest. */
function rank({ priority, certainty }: Lookup): number {
  return 3 * strength[priority] + sureness[certainty];
}

function hasEqual(found: readonly Lookup[], best: Lookup): boolean {
  return found.some((each) => each !== best && each.priority === best.priority);
}

function reachedFrom(leaf: Leaf, option: readonly string[], text: string): Lookup | undefined {
  const rest = option.slice(leaf.path.length);
  if (leaf.value === undefined || isNameComputed(leaf)) return undefined;
  const reached = follow(leaf.value, rest, text);
  if (typeof reached === 'string') return undefined;
  const { from, to } = reached.node;
  const isConditional = leaf.isConditional || reached.isConditional;
  return {
    value: textOf(reached.node, text),
    valueSpan: { from, to },
    certainty: reached.isOpen ? 'open' : isConditional ? 'conditional' : 'certain',
    priority: leaf.priority,
  };
}

/** `${x} = 1;`, unlike a part of a merge, which may hold the option. */
function isNameComputed({ isComputed, span, value }: Leaf): boolean {
  return isComputed && span.from !== value?.from;
}
