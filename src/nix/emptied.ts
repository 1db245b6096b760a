/** Which stretches of a module go when some of its definitions do. */
import { type OwnComment, ownComment } from './comments.js';
import type { Cut } from './cut.js';
import type { RemovalOptions } from './edit.js';
import type { Lines } from './lines.js';
import { children, type Span } from './nodes.js';
import type { Holder, Piece } from './pieces.js';

export interface Emptied {
  readonly cuts: readonly Cut[];
  /** What can't be left out where it stands, and becomes an empty set. */
  readonly replaced: readonly Span[];
}

/** The outermost pieces that hold nothing but these statements; the module's own set stays. */
export function emptied(
  module: Piece,
  statements: readonly Span[],
  lines: Lines,
  options: RemovalOptions,
): Emptied {
  const finder = new Finder(new Set(statements.map(keyOf)), lines, options);
  finder.lookInto(module);
  return finder;
}

function keyOf({ from, to }: Span): string {
  return `${from} ${to}`;
}

/** How much is left of a piece: `bare` is one that held nothing before. */
type State = 'bare' | 'gone' | 'stays';

/** Those whose pieces can go one by one. */
const holdsStatements: ReadonlySet<Piece['kind']> = new Set(['set', 'merge', 'inherit']);

class Finder implements Emptied {
  readonly cuts: Cut[] = [];
  readonly replaced: Span[] = [];
  private readonly states = new Map<Piece, State>();

  constructor(
    private readonly going: ReadonlySet<string>,
    private readonly lines: Lines,
    private readonly options: RemovalOptions,
  ) {}

  lookInto(piece: Piece): void {
    if (piece.kind === 'leaf') {
      if (this.isGone(piece)) this.replaced.push(piece.span);
    } else if (piece.kind === 'update') this.update(piece);
    else if (holdsStatements.has(piece.kind)) piece.pieces.forEach(this.cutOrLook);
    else for (const each of piece.pieces) this.lookInto(each);
  }

  private readonly cutOrLook = (piece: Piece): void => {
    if (this.isGone(piece)) this.cut(piece);
    else if (piece.kind !== 'leaf') this.lookInto(piece);
  };

  /** Of two sets that are put together, one that is emptied goes with the `//`. */
  private update(holder: Holder): void {
    const states = holder.pieces.map((piece) => this.stateOf(piece));
    if (states.includes('gone') && states.includes('stays')) {
      holder.pieces.forEach(this.cutOrLook);
      if (holder.operator) this.cuts.push({ ...spanOf(holder.operator), kept: [] });
    } else for (const piece of holder.pieces) this.lookInto(piece);
  }

  private cut(piece: Piece): void {
    this.cuts.push({ ...spanOf(piece.span), kept: this.commentsOf(piece) });
  }

  /** The comments in sets that are emptied, which stay where nobody lets them go. */
  private commentsOf(piece: Piece): readonly OwnComment[] {
    if (piece.kind === 'leaf') return [];
    const own =
      piece.kind === 'set' || piece.kind === 'merge' ? children(piece.node, 'Comment') : [];
    return [
      ...own
        .flatMap((comment) => ownComment(comment, this.lines) ?? [])
        .filter(({ text }) => this.options.comments?.(text) !== true),
      ...piece.pieces.flatMap((each) => this.commentsOf(each)),
    ].sort((a, b) => a.from - b.from);
  }

  private isGone(piece: Piece): boolean {
    return this.stateOf(piece) === 'gone';
  }

  private stateOf(piece: Piece): State {
    const known = this.states.get(piece);
    if (known !== undefined) return known;
    const state = this.workOut(piece);
    this.states.set(piece, state);
    return state;
  }

  private workOut(piece: Piece): State {
    if (piece.kind === 'leaf') return this.going.has(keyOf(piece.span)) ? 'gone' : 'stays';
    const states = piece.pieces.map((each) => this.stateOf(each));
    if (states.includes('stays')) return 'stays';
    return states.includes('gone') ? 'gone' : 'bare';
  }
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}
