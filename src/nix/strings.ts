/** What a string literal stands for, as Nix's lexer and its `stripIndentation` have it. */
import type { SyntaxNode } from './syntax/parse.js';

/** The text of a string without interpolation, escapes resolved; nothing for any other node. */
export function plainText(node: SyntaxNode, text: string): string | undefined {
  const quote = { String: 1, IndentedString: 2 }[node.name];
  if (quote === undefined || node.getChild('Interpolation') !== null) return undefined;
  // one that is never closed is no string
  if (node.to - node.from < 2 * quote || node.getChild('⚠') !== null) return undefined;
  const inside = text.slice(node.from + quote, node.to - quote);
  return quote === 1 ? unescaped(inside) : withoutIndentation(inside);
}

const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Line ends of `"…"` are a line feed, whatever the file has. */
function unescaped(inside: string): string {
  if (!/[\\\r]/.test(inside)) return inside;
  return inside.replace(/\\([\s\S])|\r\n?/g, (_whole, letter?: string) =>
    letter === undefined ? '\n' : (letters[letter] ?? letter),
  );
}

/** A piece of an indented string; spaces that begin a line count in those without an escape only. */
interface Piece {
  readonly text: string;
  readonly isPlain: boolean;
}

const pieces =
  /(?<plain>(?:[^$']|\$[^{']|'[^'$])+)|''(?<dollar>\$)|(?<quotes>''')|''\\(?<escaped>[\s\S])|(?<other>[$'])/gy;

function piecesOf(inside: string): readonly Piece[] {
  return [...inside.matchAll(pieces)].map(({ groups = {} }) => {
    const { plain, dollar, quotes, escaped, other } = groups;
    if (plain !== undefined) return { text: plain, isPlain: true };
    if (quotes !== undefined) return { text: "''", isPlain: false };
    const letter = escaped === undefined ? undefined : (letters[escaped] ?? escaped);
    return { text: dollar ?? letter ?? other ?? '', isPlain: false };
  });
}

function withoutIndentation(inside: string): string {
  const all = piecesOf(inside.replace(/^ *\n/, ''));
  const least = leastIndentation(all);
  let text = '';
  let dropped: number | undefined = 0;
  for (const letter of all.map((piece) => piece.text).join('')) {
    if (letter === '\n') dropped = 0;
    else if (letter !== ' ') dropped = undefined;
    else if (dropped !== undefined) {
      dropped += 1;
      if (dropped <= least) continue;
    }
    text += letter;
  }
  // a last line of nothing but spaces is the one that the quotes stand in
  const last = all.at(-1);
  return last?.isPlain && last.text.includes('\n') ? text.replace(/\n *$/, '\n') : text;
}

/** The fewest spaces that a line begins with, those of nothing but spaces left out. */
function leastIndentation(all: readonly Piece[]): number {
  const text = all.map((piece) => (piece.isPlain ? piece.text : 'x')).join('');
  const spaces = text.split('\n').map((line) => line.search(/[^ ]/));
  return Math.min(...spaces.filter((count) => count >= 0));
}
