/** What is asked of a node of the syntax tree again and again. */

import { plainText } from './strings.js';
import type { SyntaxNode } from './syntax/parse.js';

/** A stretch of a text, in UTF-16 units: from its first to behind its last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const expressions: ReadonlySet<string> = new Set([
  ...['Lambda', 'Assert', 'With', 'Let', 'If', 'Binary', 'Unary', 'Apply', 'Select', 'HasAttr'],
  ...['List', 'AttrSet', 'RecAttrSet', 'LetSet', 'Parenthesized', 'Variable', 'String'],
  ...['IndentedString', 'Path', 'HomePath', 'SearchPath', 'Uri', 'Integer', 'Float'],
]);

/** The children that have one of these names, in the order of the text. */
export function children(node: SyntaxNode, ...names: readonly string[]): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (names.includes(child.name)) found.push(child);
  }
  return found;
}

/** The expressions right below a node: no comments, names, operators or marks of errors. */
export function expressionsIn(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (expressions.has(child.name)) found.push(child);
  }
  return found;
}

/** The last of them: what a binding is set to, what a `let` or a `with` is worth. */
export function lastExpression(node: SyntaxNode): SyntaxNode | undefined {
  if (node.lastChild !== null && expressions.has(node.lastChild.name)) return node.lastChild;
  let last: SyntaxNode | undefined;
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (expressions.has(child.name)) last = child;
  }
  return last;
}

export function textOf(node: Span, text: string): string {
  return text.slice(node.from, node.to);
}

/** A name as Nix reads it (`a`, `"a"`, `${"a"}`); nothing where it has to be evaluated. */
export function nameOf(node: SyntaxNode, text: string): string | undefined {
  if (node.name === 'Identifier') return textOf(node, text);
  if (node.name === 'Interpolation') {
    const [inner] = expressionsIn(node);
    return inner?.name.endsWith('String') ? plainText(inner, text) : undefined;
  }
  return plainText(node, text);
}

function isName({ name }: SyntaxNode): boolean {
  return name === 'Identifier' || name === 'String' || name === 'Interpolation';
}

/** The names of an attribute path, up to the first that `read` can't tell. */
export function namesIn(
  path: SyntaxNode,
  text: string,
  read: (name: SyntaxNode, text: string) => string | undefined = nameOf,
): { readonly names: readonly string[]; readonly isComputed: boolean } {
  const names: string[] = [];
  for (let node = path.firstChild; node !== null; node = node.nextSibling) {
    if (!isName(node)) continue;
    const name = read(node, text);
    if (name === undefined) return { names, isComputed: true };
    names.push(name);
  }
  return { names, isComputed: false };
}

/** A call: the last name of the function (`mkIf` of `lib.mkIf`), and what it is given. */
export function callOf(
  node: SyntaxNode,
  text: string,
): { readonly name: string | undefined; readonly given: readonly SyntaxNode[] } {
  const given: SyntaxNode[] = [];
  let called: SyntaxNode | undefined = node;
  while (called?.name === 'Apply') {
    const [inner, argument]: readonly SyntaxNode[] = expressionsIn(called);
    if (argument !== undefined) given.unshift(argument);
    called = inner;
  }
  return { name: called && lastName(called, text), given };
}

function lastName(called: SyntaxNode, text: string): string | undefined {
  if (called.name === 'Variable') return textOf(called, text);
  if (called.name !== 'Select') return undefined;
  const path = called.getChild('AttrPath')?.lastChild;
  return path?.name === 'Identifier' ? textOf(path, text) : undefined;
}
