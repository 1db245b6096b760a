/**
 * A module's set as a tree of what defines something and what only holds that: the base of
 * `definitions`, which are its leaves, and of taking some of them out again.
 */
import type { Span } from './nodes.js';
import type { Priority } from './shape.js';
import type { SyntaxNode } from './syntax/parse.js';

/** One definition, with the node that it is set to. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly path: readonly string[];
  readonly isComputed: boolean;
  /** Nothing where the text ends before a value. */
  readonly value: SyntaxNode | undefined;
  readonly span: Span;
  isConditional: boolean;
  readonly priority: Priority;
}

/** What holds definitions, and is of no use without them. */
export interface Holder {
  readonly kind:
    | 'set'
    | 'binding'
    | 'inherit'
    /** A part of one of the kinds below, with all that it is wrapped in. */
    | 'part'
    | 'update'
    | 'recursive'
    | 'branches'
    | 'merge';
  readonly span: Span;
  readonly node: SyntaxNode;
  readonly pieces: readonly Piece[];
  /** The `//` between the two parts of an update. */
  readonly operator?: Span;
}

export type Piece = Leaf | Holder;

/** All definitions below a piece, in the order of the text. */
export function leavesOf(piece: Piece): readonly Leaf[] {
  const found: Leaf[] = [];
  const collect = (each: Piece): void => {
    if (each.kind === 'leaf') found.push(each);
    else each.pieces.forEach(collect);
  };
  collect(piece);
  return found;
}

/** Whether it defines anything. */
export function hasLeaves(piece: Piece): boolean {
  return piece.kind === 'leaf' || piece.pieces.some(hasLeaves);
}
