/**
 * Takes definitions and items of lists out of a Nix text, with the sets that are empty without them.
 * What is not an installer's comment stays, also one from within what goes.
 */

import type { Span } from '../nix/definitions.js';
import type { Edit } from '../nix/edit.js';
import { children } from '../nix/nodes.js';
import type { SyntaxNode, Tree } from '../nix/syntax/parse.js';
import { withWholeBlocks } from './commented-out.js';
import { type Remark, takeLinesOut } from './lines.js';
import { nodeAt, nodesOf, partsOf } from './tree.js';

export interface Taking {
  readonly text: string;
  readonly tree: Tree;
  /** Whether a comment may go with what it explains. */
  readonly mayGo: (comment: string) => boolean;
}

/** The edits that take the spans out: bindings, names of an `inherit`, items of lists. */
export function takeOut(taking: Taking, spans: readonly Span[]): readonly Edit[] {
  if (spans.length === 0) return [];
  const comments = nodesOf(taking.tree, 'Comment').map(({ from, to }) => {
    return { from, to, mayGo: taking.mayGo(taking.text.slice(from, to)) };
  });
  const remarks = withWholeBlocks(taking.text, comments);
  const whole: Span[] = [];
  const edits: Edit[] = [];
  for (const span of joined(taking.text, outermost(widened(taking, spans)))) {
    const taken = takeOne(taking.text, span, remarks);
    if (taken.edit) edits.push(taken.edit);
    else whole.push(taken.lines);
  }
  return [...edits, ...takeLinesOut(taking.text, whole, remarks)];
}

/** The spans, and around them what holds nothing else. */
function widened({ text, tree }: Taking, spans: readonly Span[]): readonly Span[] {
  const gone = new Map<string, Span>();
  const key = ({ from, to }: Span) => `${from}-${to}`;
  const isGone = (node: Span) => gone.has(key(node));
  const take = (node: SyntaxNode | undefined, span: Span) => {
    if (gone.has(key(span))) return;
    gone.set(key(span), span);
    const outer = node?.parent;
    if (outer && isEmptyWithout(outer, isGone)) take(holderOf(outer), spanOfHolder(text, outer));
  };
  for (const span of spans) take(nodeAt(tree, span), span);
  return [...gone.values()];
}

/** Whether all that a set, a `let` or an `inherit` has is gone. The set of a module stays. */
function isEmptyWithout(outer: SyntaxNode, isGone: (node: Span) => boolean): boolean {
  const parts = partsOf(outer);
  if (outer.name === 'Inherit') {
    return parts.filter(({ name }) => name !== 'InheritFrom').every(isGone);
  }
  if (outer.name === 'Let') return parts.slice(0, -1).every(isGone);
  if (outer.name === 'List') return parts.every(isGone) && holderOf(outer)?.name === 'Binding';
  const isSet = outer.name === 'AttrSet' || outer.name === 'RecAttrSet';
  return isSet && parts.every(isGone) && holderOf(outer)?.name === 'Binding';
}

/** What goes with an outer node: the binding whose value it is, or itself. */
function holderOf(outer: SyntaxNode): SyntaxNode | undefined {
  if (outer.name === 'Inherit' || outer.name === 'Let') return outer;
  const { parent } = outer;
  return parent?.name === 'Binding' && partsOf(parent).at(-1)?.from === outer.from
    ? parent
    : undefined;
}

/** Of a `let` without its bindings, all up to what it is for. */
function spanOfHolder(text: string, outer: SyntaxNode): Span {
  const { from, to } = holderOf(outer) ?? outer;
  return outer.name === 'Let' ? { from, to: endOfIn(text, outer) } : { from, to };
}

/** Behind the `in` of a `let`. */
function endOfIn(text: string, outer: SyntaxNode): number {
  const parts = partsOf(outer);
  const start = parts.at(-2)?.to ?? outer.from;
  const body = parts.at(-1)?.from ?? outer.to;
  let between = text.slice(start, body);
  for (const { from, to } of children(outer, 'Comment')) {
    if (from < start || to > body) continue;
    between = between.slice(0, from - start) + ' '.repeat(to - from) + between.slice(to - start);
  }
  return start + between.lastIndexOf('in') + 'in'.length;
}

function outermost(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from || b.to - a.to);
  let end = -1;
  return sorted.filter(({ from, to }) => {
    const isOuter = from >= end;
    if (isOuter) end = to;
    return isOuter;
  });
}

/** Spans with nothing but blanks of a line between them as one, or both would take those out. */
function joined(text: string, spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    if (last && /^[ \t]*$/.test(text.slice(last.to, span.from))) {
      found[found.length - 1] = { from: last.from, to: span.to };
    } else found.push(span);
  }
  return found;
}

/** Whole lines where nothing else stands on them; else an edit, also where a comment stays. */
function takeOne(
  text: string,
  span: Span,
  remarks: readonly Remark[],
): { readonly edit?: Edit; readonly lines: Span } {
  const start = text.lastIndexOf('\n', span.from - 1) + 1;
  const newline = text.indexOf('\n', span.to);
  const end = newline < 0 ? text.length : newline;
  const lines = { from: start, to: Math.min(end + 1, text.length) };
  const isFirst = text.slice(start, span.from).trim() === '';
  const behind = remarks.find(
    ({ from }) => from >= span.to && from < end && text.slice(span.to, from).trim() === '',
  );
  const isLast = text.slice(behind?.to ?? span.to, end).trim() === '';
  const kept = remarks.filter(({ from, to, mayGo }) => {
    return !mayGo && from >= span.from && to <= span.to;
  });
  const isTailKept = behind !== undefined && !behind.mayGo;
  if (kept.length === 0 && !isTailKept && isFirst && isLast) return { lines };
  const indent = isFirst ? text.slice(start, span.from) : ' ';
  const words = kept.map(({ from, to }) => text.slice(from, to));
  return { lines, edit: inPlace(text, span, { words, indent, isFirst, isLast, behind }) };
}

interface Place {
  readonly words: readonly string[];
  readonly indent: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly behind: Remark | undefined;
}

function inPlace(text: string, { from, to }: Span, place: Place): Edit {
  const { words, indent, isFirst, isLast, behind } = place;
  const past = behind && isLast ? (behind.mayGo ? behind.to : behind.from) : to;
  if (words.length > 0) {
    const isOver = isLast && (past === to || behind?.mayGo === true);
    const last = isOver ? '' : `\n${indent}`;
    return { from, to: isOver ? past : to, text: words.join(`\n${indent}`) + last };
  }
  if (isFirst) return { from, to: past + blanksAt(text, past), text: '' };
  const before = text.slice(0, from).search(/[ \t]*$/);
  if ((isLast && past === to) || text[to] === ';') return { from: before, to, text: '' };
  return { from, to: to + blanksAt(text, to), text: '' };
}

function blanksAt(text: string, at: number): number {
  return /^[ \t]*/.exec(text.slice(at, at + 200))?.[0].length ?? 0;
}
