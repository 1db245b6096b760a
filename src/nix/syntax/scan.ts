/**
 * The tokens of expressions. Which one stands at a place depends on the text alone, as in Nix's own
 * lexer (lexer.l): of all that match there it is the longest.
 */
import * as terms from '#nix-parser/terms';
import { blank, endOf, endOfRun, nameStarts, text } from './characters.js';
import { dot, found, home, name, number, path, type Scan, searchPath } from './literals.js';

/** By the code of a token's first character. */
const scans: Scan[] = [];

function on(characters: string, scan: Scan): void {
  for (const character of characters) scans[character.charCodeAt(0)] = scan;
}

/** Tokens that begin with a character, the longest first: it is that one if it stands there. */
function onSigns(signs: Readonly<Record<string, number>>): Scan {
  const entries = Object.entries(signs);
  if (entries.length === 1) {
    const [[sign, kind] = ['', 0]] = entries;
    if (sign.length === 1) return (start) => found(kind, start + 1);
  }
  return (start) => {
    for (const [sign, kind] of entries) {
      if (text.startsWith(sign, start)) return found(kind, start + sign.length);
    }
    return start;
  };
}

/** As `path`, where only a path may begin so, else a sign. */
function pathOr(scan: Scan): Scan {
  return (start) => {
    const end = path(start, endOfRun(start));
    return end > start ? end : scan(start);
  };
}

const lessSigns = onSigns({ '<=': terms.Comparison, '<|': terms.PipeFrom, '<': terms.Comparison });
const slashSigns = onSigns({ '//': terms.Update, '/': terms.Product });

function afterSlash(start: number): number {
  if (text.charCodeAt(start + 1) !== 42) return slashSigns(start);
  const close = text.indexOf('*/', start + 2);
  // one that is not closed is marked by problems.ts
  return found(terms.Comment, close < 0 ? text.length : close + 2);
}

function lineComment(start: number): number {
  const newline = text.indexOf('\n', start);
  const line = text.slice(start, newline < 0 ? text.length : newline);
  const ending = line.indexOf('\r');
  return found(terms.Comment, start + (ending < 0 ? line.length : ending));
}

on(' \t\r\n', (start) => found(terms.space, endOf(start + 1, blank)));
// Nix takes this for the end of the file
on('\0', () => found(terms.space, text.length));
on('#', lineComment);
on(nameStarts, name);
on('0123456789', number);
on('.', pathOr(dot));
on('+', pathOr(onSigns({ '++': terms.Concat, '+': terms.Plus })));
on('-', pathOr(onSigns({ '->': terms.Implies, '-': terms.Minus })));
on('/', pathOr(afterSlash));
on('~', home);
on('<', (start) => {
  const end = searchPath(start);
  return end > start ? end : lessSigns(start);
});
on('>', onSigns({ '>=': terms.Comparison, '>': terms.Comparison }));
on('=', onSigns({ '==': terms.Equality, '=': terms.assign }));
on('!', onSigns({ '!=': terms.Equality, '!': terms.Not }));
on('&', onSigns({ '&&': terms.And }));
on('|', onSigns({ '||': terms.Or, '|>': terms.PipeInto }));
on('*', onSigns({ '*': terms.Product }));
on('?', onSigns({ '?': terms.question }));
on(':', onSigns({ ':': terms.colon }));
on('@', onSigns({ '@': terms.at }));
on(',', onSigns({ ',': terms.comma }));
on(';', onSigns({ ';': terms.semicolon }));
on('(', onSigns({ '(': terms.parenOpen }));
on(')', onSigns({ ')': terms.parenClose }));
on('[', onSigns({ '[': terms.bracketOpen }));
on(']', onSigns({ ']': terms.bracketClose }));
on('{', onSigns({ '{': terms.braceOpen }));
on('}', onSigns({ '}': terms.braceClose }));
on('$', onSigns({ '${': terms.interpolationOpen }));
on('"', onSigns({ '"': terms.quote }));
on("'", onSigns({ "''": terms.indentedOpen }));

/**
 * Finds the token at a place outside of strings and of paths that have begun: gives its end, and
 * leaves its term in `term`; gives the place itself where there is none.
 */
export function scan(start: number): number {
  return scans[text.charCodeAt(start)]?.(start) ?? start;
}
