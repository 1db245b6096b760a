/**
 * Reads what is Nix into a tree, by descent: the same that nix.grammar describes and gets, rule for
 * rule, many times as fast while Node's code is cold. It knows nothing of errors: where something
 * is not as it should be, or nested deeper than anybody writes, it gives up.
 */
import * as terms from '#nix-parser/terms';
import { blank, endOf, text } from './characters.js';
import {
  advance,
  begin,
  behind,
  closed,
  end,
  expect,
  fail,
  goBack,
  notNix,
  start,
  token,
} from './lexer.js';
import { SyntaxNode } from './node.js';
import { indentedString, plainString, readPath } from './read-quoted.js';

/** Deeper, and Node's stack might be too small. */
const deepest = 300;
let depth = 0;

/** The tree's top of the text that characters.ts was given; nothing where it is not Nix. */
export function read(): SyntaxNode | undefined {
  depth = 0;
  try {
    begin();
    const top = new SyntaxNode('Nix', 0, 0);
    top.add(expression());
    return token === 0 ? closed(top, text.length) : undefined;
  } catch (error) {
    if (error === notNix) return undefined;
    throw error;
  }
}

/** A node at the next token. */
function open(name: string): SyntaxNode {
  return new SyntaxNode(name, start, start);
}

/** A node of the next token alone, which is taken. */
function leaf(name: string): SyntaxNode {
  const node = new SyntaxNode(name, start, end);
  advance();
  return node;
}

export function expression(): SyntaxNode {
  depth += 1;
  if (depth > deepest) fail();
  const node = looseOrOperation();
  depth -= 1;
  return node;
}

function looseOrOperation(): SyntaxNode {
  switch (token) {
    case terms.name:
      return isLambda() ? lambda() : piped();
    case terms.braceOpen:
      return isFormals() ? lambda() : piped();
    case terms.kwIf:
      return condition();
    case terms.kwLet:
      return isFollowedBy(terms.braceOpen) ? piped() : letIn();
    case terms.kwWith:
      return before('With');
    case terms.kwAssert:
      return before('Assert');
    default:
      return piped();
  }
}

/** Whether a token follows on the next one. */
function isFollowedBy(wanted: number): boolean {
  const [from, last] = [start, behind];
  advance();
  const is = token === wanted;
  goBack(from, last);
  return is;
}

/** Whether the name that comes next is a function's argument. */
function isLambda(): boolean {
  const next = text[endOf(end, blank)];
  // a comment may stand between them
  if (next !== '#' && next !== '/') return next === ':' || next === '@';
  const [from, last] = [start, behind];
  advance();
  const is = token === terms.colon || token === terms.at;
  goBack(from, last);
  return is;
}

/** Whether the brace that comes next begins a function's arguments, rather than a set. */
function isFormals(): boolean {
  const [from, last] = [start, behind];
  advance();
  const is = token === terms.Ellipsis || (isMaybeFormals() && isFormalsBehind());
  goBack(from, last);
  return is;
}

function isMaybeFormals(): boolean {
  return token === terms.braceClose || token === terms.name;
}

/** By what follows on `{ }`, or on a name behind the brace. */
function isFormalsBehind(): boolean {
  const isEmpty = token === terms.braceClose;
  advance();
  if (isEmpty) return token === terms.colon || token === terms.at;
  return token === terms.comma || token === terms.question || token === terms.braceClose;
}

function lambda(): SyntaxNode {
  const node = open('Lambda');
  const isName = token === terms.name;
  node.add(isName ? leaf('Identifier') : formals());
  if (token === terms.at) {
    advance();
    node.add(isName ? formals() : identifier());
  }
  expect(terms.colon);
  node.add(expression());
  return closed(node, behind);
}

function identifier(): SyntaxNode {
  return token === terms.name ? leaf('Identifier') : fail();
}

function formals(): SyntaxNode {
  const node = open('Formals');
  expect(terms.braceOpen);
  let mayGoOn = true;
  while (mayGoOn && token === terms.name) {
    node.add(formal());
    mayGoOn = token === terms.comma;
    if (mayGoOn) advance();
  }
  if (mayGoOn && token === terms.Ellipsis) node.add(leaf('Ellipsis'));
  expect(terms.braceClose);
  return closed(node, behind);
}

function formal(): SyntaxNode {
  const node = open('Formal');
  node.add(leaf('Identifier'));
  if (token === terms.question) {
    advance();
    node.add(expression());
  }
  return closed(node, behind);
}

function condition(): SyntaxNode {
  const node = open('If');
  advance();
  node.add(expression());
  expect(terms.kwThen);
  node.add(expression());
  expect(terms.kwElse);
  node.add(expression());
  return closed(node, behind);
}

/** `with a; b` and `assert a; b`. */
function before(name: string): SyntaxNode {
  const node = open(name);
  advance();
  node.add(expression());
  expect(terms.semicolon);
  node.add(expression());
  return closed(node, behind);
}

function letIn(): SyntaxNode {
  const node = open('Let');
  advance();
  bindings(node);
  expect(terms.kwIn);
  node.add(expression());
  return closed(node, behind);
}

function bindings(node: SyntaxNode): void {
  for (;;) {
    if (token === terms.kwInherit) node.add(inherit());
    else if (isAttrName()) node.add(binding());
    else return;
  }
}

function binding(): SyntaxNode {
  const node = open('Binding');
  node.add(attrPath());
  expect(terms.assign);
  node.add(expression());
  expect(terms.semicolon);
  return closed(node, behind);
}

function inherit(): SyntaxNode {
  const node = open('Inherit');
  advance();
  if (token === terms.parenOpen) node.add(bracketed('InheritFrom', terms.parenClose));
  while (isAttrName()) node.add(attrName());
  expect(terms.semicolon);
  return closed(node, behind);
}

function isAttrName(): boolean {
  switch (token) {
    case terms.name:
    case terms.quote:
    case terms.interpolationOpen:
    case terms.kwOr:
      return true;
    default:
      return false;
  }
}

function attrName(): SyntaxNode {
  switch (token) {
    case terms.name:
    case terms.kwOr:
      return leaf('Identifier');
    case terms.quote:
      return plainString();
    case terms.interpolationOpen:
      return bracketed('Interpolation', terms.braceClose);
    default:
      return fail();
  }
}

function attrPath(): SyntaxNode {
  const node = open('AttrPath');
  node.add(attrName());
  while (token === terms.dot) {
    advance();
    node.add(attrName());
  }
  return closed(node, behind);
}

/** An expression between the next token, which is taken, and one that closes it. */
function bracketed(name: string, close: number): SyntaxNode {
  const node = open(name);
  advance();
  node.add(expression());
  expect(close);
  return closed(node, behind);
}

/** Operations with `|>`, which groups to the left, or `<|`, which groups to the right. */
function piped(): SyntaxNode {
  let node = operation(1);
  if (token === terms.PipeFrom) return pipedFrom(node);
  while (token === terms.PipeInto) {
    node = binary(node);
    node.add(operation(1));
    closed(node, behind);
  }
  return node;
}

function pipedFrom(left: SyntaxNode): SyntaxNode {
  depth += 1;
  if (depth > deepest) fail();
  const node = binary(left);
  const right = operation(1);
  node.add(token === terms.PipeFrom ? pipedFrom(right) : right);
  depth -= 1;
  return closed(node, behind);
}

/** The operator that comes next, behind its left side. */
function binary(left: SyntaxNode): SyntaxNode {
  const node = new SyntaxNode('Binary', left.from, left.to);
  node.add(left);
  node.add(leaf('Operator'));
  return node;
}

/** How tightly operators bind; those of equal numbers group to the left, or to the right. */
const not = 7;
const hasAttr = 11;
const negate = 12;

/** 0 for what is no operator between two operations. */
function tightness(): number {
  switch (token) {
    case terms.Implies:
      return 1;
    case terms.Or:
      return 2;
    case terms.And:
      return 3;
    case terms.Equality:
      return 4;
    case terms.Comparison:
      return 5;
    case terms.Update:
      return 6;
    case terms.Plus:
    case terms.Minus:
      return 8;
    case terms.Product:
      return 9;
    case terms.Concat:
      return 10;
    case terms.question:
      return hasAttr;
    default:
      return 0;
  }
}

function isToTheRight(operator: number): boolean {
  return operator === terms.Concat || operator === terms.Update || operator === terms.Implies;
}

/** Operators that bind at least so tightly. */
function operation(least: number): SyntaxNode {
  let node = unary();
  for (let tight = tightness(); tight >= least && tight > 0; tight = tightness()) {
    if (tight === hasAttr) {
      const left = node;
      node = new SyntaxNode('HasAttr', left.from, left.to);
      node.add(left);
      advance();
      node.add(attrPath());
    } else {
      const right = isToTheRight(token) ? tight : tight + 1;
      node = binary(node);
      node.add(nestedOperation(right));
    }
    closed(node, behind);
  }
  return node;
}

function nestedOperation(least: number): SyntaxNode {
  depth += 1;
  if (depth > deepest) fail();
  const node = operation(least);
  depth -= 1;
  return node;
}

function unary(): SyntaxNode {
  if (token === terms.Not) return prefixed(not);
  return token === terms.Minus ? prefixed(negate) : application();
}

function prefixed(least: number): SyntaxNode {
  const node = open('Unary');
  node.add(leaf('Operator'));
  node.add(nestedOperation(least));
  return closed(node, behind);
}

function application(): SyntaxNode {
  let node = selection();
  while (isSimple()) {
    const called = node;
    node = new SyntaxNode('Apply', called.from, called.to);
    node.add(called);
    node.add(selection());
    closed(node, behind);
  }
  return node;
}

function selection(): SyntaxNode {
  const from = simple();
  if (token !== terms.dot && token !== terms.kwOr) return from;
  const isOr = token === terms.kwOr;
  const node = new SyntaxNode(isOr ? 'Apply' : 'Select', from.from, from.to);
  node.add(from);
  // Nixpkgs had a function of this name before it was a keyword
  if (isOr) node.add(leaf('Variable'));
  else select(node);
  return closed(node, behind);
}

/** `.b.c or d` */
function select(node: SyntaxNode): void {
  advance();
  node.add(attrPath());
  if (token !== terms.kwOr) return;
  advance();
  depth += 1;
  if (depth > deepest) fail();
  node.add(selection());
  depth -= 1;
}

function isSimple(): boolean {
  switch (token) {
    case terms.name:
    case terms.Integer:
    case terms.Float:
    case terms.quote:
    case terms.indentedOpen:
    case terms.Path:
    case terms.HomePath:
    case terms.pathStart:
    case terms.homePathStart:
    case terms.SearchPath:
    case terms.Uri:
    case terms.parenOpen:
    case terms.kwLet:
    case terms.kwRec:
    case terms.braceOpen:
    case terms.bracketOpen:
      return true;
    default:
      return false;
  }
}

function simple(): SyntaxNode {
  switch (token) {
    case terms.name:
      return leaf('Variable');
    case terms.quote:
      return plainString();
    case terms.parenOpen:
      return bracketed('Parenthesized', terms.parenClose);
    case terms.braceOpen:
      return set(open('AttrSet'));
    case terms.bracketOpen:
      return list();
    case terms.indentedOpen:
      return indentedString();
    case terms.Integer:
      return leaf('Integer');
    case terms.Path:
      return leaf('Path');
    case terms.kwRec:
    case terms.kwLet: {
      const node = open(token === terms.kwRec ? 'RecAttrSet' : 'LetSet');
      advance();
      return set(node);
    }
    default:
      return rarelySimple();
  }
}

function rarelySimple(): SyntaxNode {
  switch (token) {
    case terms.Float:
      return leaf('Float');
    case terms.HomePath:
      return leaf('HomePath');
    case terms.pathStart:
      return readPath('Path');
    case terms.homePathStart:
      return readPath('HomePath');
    case terms.SearchPath:
      return leaf('SearchPath');
    case terms.Uri:
      return leaf('Uri');
    default:
      return fail();
  }
}

function set(node: SyntaxNode): SyntaxNode {
  expect(terms.braceOpen);
  bindings(node);
  expect(terms.braceClose);
  return closed(node, behind);
}

function list(): SyntaxNode {
  const node = open('List');
  advance();
  depth += 1;
  if (depth > deepest) fail();
  while (token !== terms.bracketClose) node.add(selection());
  depth -= 1;
  advance();
  return closed(node, behind);
}
