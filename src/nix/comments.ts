/** The comments of a text that have their lines to themselves. */
import type { Lines } from './lines.js';
import { treeOf } from './module.js';
import type { Span } from './nodes.js';

/** A comment, and the lines that it has, from 0. */
export interface OwnComment extends Span {
  readonly firstLine: number;
  readonly lastLine: number;
  /** As it is written, without what is before and behind it on its lines. */
  readonly text: string;
}

/** The comment, if nothing else stands on its lines. */
export function ownComment({ from, to }: Span, lines: Lines): OwnComment | undefined {
  const firstLine = lines.at(from);
  const text = lines.text.slice(from, to).trimEnd();
  const lastLine = lines.at(from + text.length);
  const before = lines.text.slice(lines.start(firstLine), from);
  const after = lines.text.slice(from + text.length, lines.end(lastLine));
  if (`${before}${after}`.trim() !== '') return undefined;
  return { from, to: from + text.length, firstLine, lastLine, text };
}

/** Those of a whole text, by their last line. */
export function ownComments(lines: Lines): ReadonlyMap<number, OwnComment> {
  const found = new Map<number, OwnComment>();
  treeOf(lines.text)?.each((node) => {
    const comment = node.name === 'Comment' ? ownComment(node, lines) : undefined;
    if (comment !== undefined) found.set(comment.lastLine, comment);
  });
  return found;
}
