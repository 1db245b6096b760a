/** Indented strings (`''…''`) without interpolation, as Nix reads them. */

/** A piece of what stands between the quotes: as written, or what an escape stands for. */
interface Piece {
  readonly text: string;
  readonly isEscape: boolean;
}

/**
 * The pieces that Nix makes of the text between the quotes, indentation taken off; together they
 * are the string. Escapes and some `$` and `'` are pieces of their own.
 */
export function indentedPieces(content: string): string[] {
  const pieces = split(content.replace(/^ *\n/, ''));
  const indentation = smallestIndentation(pieces);
  const strip = stripper(indentation);
  return pieces
    .map((piece, at) => {
      const text = strip(piece.text);
      return at === pieces.length - 1 ? text.replace(/\n *$/, '\n') : text;
    })
    .filter((text) => text !== '');
}

const piece = /(?:[^$']|\$[^{']|'[^'$])+|''\\([\s\S])|''\$|'''|[$']/g;

function split(content: string): Piece[] {
  return [...content.matchAll(piece)].map(([text, escaped]) => {
    if (escaped !== undefined) return { text: unescaped(escaped), isEscape: true };
    if (text === "''$") return { text: '$', isEscape: true };
    if (text === "'''") return { text: "''", isEscape: true };
    return { text, isEscape: text === '$' || text === "'" };
  });
}

function unescaped(letter: string): string {
  return { n: '\n', r: '\r', t: '\t' }[letter] ?? letter;
}

/** Spaces before the first other character of the line that has the fewest, empty lines aside. */
function smallestIndentation(pieces: readonly Piece[]): number {
  // an escape ends the indentation, whatever it stands for
  const lines = pieces.map(({ text, isEscape }) => (isEscape ? '$' : text)).join('');
  const indentations = lines
    .split('\n')
    .flatMap((line) => /^( *)[^ ]/.exec(line)?.[1]?.length ?? []);
  return Math.min(1_000_000, ...indentations);
}

/** Takes so many spaces off each line's start, over the pieces that it is called with in order. */
function stripper(indentation: number): (text: string) => string {
  let isAtStart = true;
  let dropped = 0;
  const isKept = (character: string) => {
    if (character === '\n') {
      isAtStart = true;
      dropped = 0;
      return true;
    }
    if (isAtStart && character === ' ') return dropped++ >= indentation;
    isAtStart = false;
    dropped = 0;
    return true;
  };
  return (text) => [...text].filter(isKept).join('');
}
