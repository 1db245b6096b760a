import type { Span } from './nodes.js';
import type { Priority } from './shape.js';
import type { SyntaxNode } from './syntax/parse.js';

/** One definition, with the node that it is set to: the end of a path through sets in sets. */
export interface Leaf {
  readonly path: readonly string[];
  readonly isComputed: boolean;
  /** Nothing where the text ends before a value. */
  readonly value: SyntaxNode | undefined;
  readonly span: Span;
  isConditional: boolean;
  readonly priority: Priority;
}
