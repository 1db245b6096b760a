/** Reads strings and paths, with the expressions in them. */
import * as terms from '#nix-parser/terms';
import { apostrophe, endOfPath, isInterpolation, quote, text } from './characters.js';
import { closed, end, fail, goOn, resume, start, token } from './lexer.js';
import { SyntaxNode } from './node.js';
import { expression } from './read.js';
import { endOfIndented, endOfString } from './strings.js';

export function plainString(): SyntaxNode {
  const node = new SyntaxNode('String', start, end);
  let at = endOfString(end);
  while (text.charCodeAt(at) !== quote) at = endOfString(interpolation(node, at));
  return ended(node, at + 1);
}

export function indentedString(): SyntaxNode {
  const node = new SyntaxNode('IndentedString', start, end);
  let at = endOfIndented(end);
  while (text.charCodeAt(at) !== apostrophe) at = endOfIndented(interpolation(node, at));
  return ended(node, at + 2);
}

/** A path with an interpolation, whose first part comes next. */
export function readPath(name: string): SyntaxNode {
  const node = new SyntaxNode(name, start, end);
  let at = endOfPath(end);
  while (isInterpolation(at)) at = endOfPath(interpolation(node, at));
  return ended(node, at);
}

/** Reads one that has to begin at a place, and gives where it ends. */
function interpolation(outer: SyntaxNode, at: number): number {
  if (!isInterpolation(at)) fail();
  const node = new SyntaxNode('Interpolation', at, at);
  goOn(at + 2);
  node.add(expression());
  if (token !== terms.braceClose) fail();
  outer.add(closed(node, end));
  return end;
}

function ended(node: SyntaxNode, to: number): SyntaxNode {
  resume(to);
  return closed(node, to);
}
