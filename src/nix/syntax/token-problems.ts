/** What the grammar lets through and Nix's lexer does not, and operators that can't be chained. */
import type { SyntaxNode } from './tree.js';

/** What is wrong with a node by itself, or with the syntax around it. */
export function tokenProblem(text: string, node: SyntaxNode): string | undefined {
  if (node.isError) return syntaxError(text, node);
  switch (node.name) {
    case 'Comment':
      return comment(text, node);
    case 'String':
      return nul(text, node, /\\[\s\S]|\0/g);
    case 'IndentedString':
      return nul(text, node, /''\\[\s\S]|\0/g);
    case 'Binary':
      return chain(text, node);
    case 'Path':
    case 'HomePath':
      return path(text, node);
    case 'Integer':
      return integer(text.slice(node.from, node.to));
    case 'Float':
      return float(text.slice(node.from, node.to));
    default:
      return undefined;
  }
}

function syntaxError(text: string, { from, to }: SyntaxNode): string {
  if (to > from) return `${quoted(text.slice(from, to))} can't stand here`;
  const word = /\S+/.exec(text.slice(from, from + 1000))?.[0];
  return word === undefined
    ? 'the file ends in the middle of an expression'
    : `something is missing before ${quoted(word)}`;
}

function quoted(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return `"${line.length > 30 ? `${line.slice(0, 29)}…` : line}"`;
}

const largest = 2n ** 63n - 1n;

function integer(digits: string): string | undefined {
  if (digits.length < 19 || BigInt(digits) <= largest) return undefined;
  return `${digits} is too large: the largest whole number is ${largest}`;
}

const smallestNormal = 2 ** -1022;

/** As C's `strtod`, which minds what has no exact place among the numbers next to 0 too. */
function float(digits: string): string | undefined {
  const value = Number(digits);
  if (value === Number.POSITIVE_INFINITY) return `${digits} is too large for a number`;
  const isZero = /^[0.]*(?:[eE]|$)/.test(digits);
  return value < smallestNormal && !isZero ? `${digits} is too close to 0` : undefined;
}

function comment(text: string, { from, to }: SyntaxNode): string | undefined {
  if (text[from] !== '/') return undefined;
  const isOpen = to - from < 4 || !text.endsWith('*/', to);
  return isOpen ? 'this comment is not closed: "*/" is missing' : undefined;
}

/** Nix reads a path in pieces, of which only one can stand before the first interpolation. */
function path(text: string, node: SyntaxNode): string | undefined {
  if (text[node.to - 1] === '/') return `a path can't end in "/"`;
  const first = node.getChild('Interpolation');
  const doubled = text.slice(node.from, first?.from ?? node.to).match(/\/(?=\/)/g) ?? [];
  return doubled.length > (first === null ? 0 : 1)
    ? `a path can't have two "/" in a row`
    : undefined;
}

/** Of each group, an operator can't follow on another without parentheses. */
const unchained = [
  ['==', '!='],
  ['<', '>', '<=', '>='],
];

function chain(text: string, node: SyntaxNode): string | undefined {
  const left = node.firstChild;
  if (left?.name !== 'Binary') return undefined;
  const [inner, outer] = [operator(text, left), operator(text, node)];
  const isChain = unchained.some((group) => group.includes(inner) && group.includes(outer));
  return isChain
    ? `${quoted(outer)} can't follow on ${quoted(inner)} without parentheses`
    : undefined;
}

function operator(text: string, node: SyntaxNode): string {
  const { from, to } = node.getChild('Operator') ?? { from: 0, to: 0 };
  return text.slice(from, to);
}

/** A character of code 0 can't stand in a string, but where it is escaped, which Nix overlooks. */
function nul(text: string, node: SyntaxNode, pieces: RegExp): string | undefined {
  const { from, to } = node;
  const at = text.indexOf('\0', from);
  if (at < 0 || at >= to) return undefined;
  const inner = node.getChildren('Interpolation');
  const plain = inner.reduceRight(
    (rest, { from: start, to: end }) => rest.slice(0, start - from) + rest.slice(end - from),
    text.slice(from, to),
  );
  const isBare = plain.match(pieces)?.includes('\0');
  return isBare ? `a character with the code 0 can't stand in a string` : undefined;
}
