/** The tokens of a text one after the other, as read.ts takes them. */
import * as terms from '#nix-parser/terms';
import { text } from './characters.js';
import { term } from './literals.js';
import { SyntaxNode } from './node.js';
import { scan } from './scan.js';

/** The term of the token that comes next; 0 at the end of the text. */
export let token = 0;
/** Where it begins. */
export let start = 0;
/** Where it ends. */
export let end = 0;
/** Where the one before it ended. */
export let behind = 0;

/** Comments that were passed and are not yet in the tree, in the order of the text. */
let comments: SyntaxNode[] = [];

/** What is thrown where the text is not Nix. */
export const notNix = Symbol('not Nix');

export function fail(): never {
  throw notNix;
}

/** Begins at the start of the text. */
export function begin(): void {
  comments = [];
  behind = 0;
  goOn(0);
}

/** Takes the token, so that the one behind it comes next. */
export function advance(): void {
  behind = end;
  goOn(end);
}

/** Takes a token that has to be there. */
export function expect(wanted: number): void {
  if (token !== wanted) throw notNix;
  behind = end;
  goOn(end);
}

/** Looks for the next token from a place on, behind blanks and comments. */
export function goOn(place: number): void {
  let at = place;
  for (;;) {
    const to = scan(at);
    if (to === at) {
      if (at < text.length) throw notNix;
      token = 0;
      start = end = at;
      return;
    }
    if (term !== terms.space) {
      if (term !== terms.Comment) {
        token = term;
        start = at;
        end = to;
        return;
      }
      comments.push(new SyntaxNode('Comment', at, to));
    }
    at = to;
  }
}

/** Takes what ends at a place, a string or a path, for a token. */
export function resume(place: number): void {
  behind = place;
  goOn(place);
}

/** Takes back all from a token that began at a place on, which comes next again. */
export function goBack(place: number, before: number): void {
  while ((comments.at(-1)?.from ?? -1) >= place) comments.pop();
  behind = before;
  goOn(place);
}

/** Ends a node: comments inside of it that no node in it has are its own. */
export function closed(node: SyntaxNode, to: number): SyntaxNode {
  node.to = to;
  if (comments.length > 0) takeComments(node);
  return node;
}

function takeComments(node: SyntaxNode): void {
  let first = comments.length;
  while (first > 0 && (comments[first - 1] as SyntaxNode).from >= node.from) first -= 1;
  let last = first;
  for (let comment = comments[last]; comment && comment.to <= node.to; comment = comments[last]) {
    node.insert(comment);
    last += 1;
  }
  if (last > first) comments.splice(first, last - first);
}
