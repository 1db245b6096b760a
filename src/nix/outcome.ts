/** What following an expression comes to. */
import type { SyntaxNode } from './syntax/parse.js';

export interface Reached {
  readonly node: SyntaxNode;
  readonly isConditional: boolean;
  /** Whether it has to be evaluated: a call, or a name of something that is not in this text. */
  readonly isOpen: boolean;
}

/** `absent`: a set is known that lacks it; `unknown`: it may be there or not. */
export type Outcome = Reached | 'absent' | 'unknown';

export function known(node: SyntaxNode): Reached {
  return { node, isConditional: false, isOpen: false };
}

/** The end, where nothing can be read any more. */
export function open(node: SyntaxNode, names: readonly string[]): Outcome {
  return names.length === 0 ? { node, isConditional: false, isOpen: true } : 'unknown';
}

/** What a name led to; where that is nothing, the name itself is the end. */
export function ended(outcome: Outcome, name: SyntaxNode, names: readonly string[]): Outcome {
  if (typeof outcome === 'object') return outcome;
  return outcome === 'absent' && names.length > 0 ? outcome : open(name, names);
}

export function conditional(outcome: Outcome, isConditional: boolean): Outcome {
  return typeof outcome === 'object' && isConditional ? { ...outcome, isConditional } : outcome;
}
