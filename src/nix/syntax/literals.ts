/** Names, numbers, paths and URIs, which can begin alike: of all that match the longest is meant. */
import * as terms from '#nix-parser/terms';
import {
  digit,
  endOf,
  endOfPath,
  endOfRun,
  goesOn,
  inName,
  inPath,
  inScheme,
  inUri,
  isAt,
  isInterpolation,
  slash,
  text,
} from './characters.js';

/** Finds the token at a place: sets its term, and gives its end; the place itself if there is none. */
export type Scan = (start: number) => number;

/** The term of the token that was found last. */
export let term = 0;

export function found(kind: number, end: number): number {
  term = kind;
  return end;
}

const keywords = new Map([
  ['if', terms.kwIf],
  ['then', terms.kwThen],
  ['else', terms.kwElse],
  ['assert', terms.kwAssert],
  ['with', terms.kwWith],
  ['let', terms.kwLet],
  ['in', terms.kwIn],
  ['rec', terms.kwRec],
  ['inherit', terms.kwInherit],
  ['or', terms.kwOr],
]);
const keywordStarts = new Set([...keywords.keys()].map((keyword) => keyword.charCodeAt(0)));

/**
 * A path from a place where `run` is the end of what may stand before its first slash, or the place
 * itself if there is none. With an interpolation, this is its part up to that.
 */
export function path(start: number, run: number): number {
  if (text.charCodeAt(run) !== slash) return start;
  if (!isAt(run + 1, inPath)) {
    return isInterpolation(run + 1) ? found(terms.pathStart, run + 1) : start;
  }
  const end = endOfPath(run + 1);
  return found(isInterpolation(end) ? terms.pathStart : terms.Path, end);
}

export function name(start: number): number {
  const end = endOf(start + 1, inName);
  if (isAt(end, goesOn)) {
    const longer = pathOrUri(start, end);
    if (longer > start) return longer;
  }
  const length = end - start;
  if (length > 1 && length < 8 && keywordStarts.has(text.charCodeAt(start))) {
    return found(keywords.get(text.slice(start, end)) ?? terms.name, end);
  }
  return found(terms.name, end);
}

/** A path or URI that goes on behind a name, or nothing: the name's start. */
function pathOrUri(start: number, nameEnd: number): number {
  const run = endOfRun(start);
  if (run < nameEnd) return start;
  const next = text.charCodeAt(run);
  if (next === slash) return path(start, run);
  const isScheme = next === 58 && isAt(start, inScheme) && endOf(start, inScheme) === run;
  return isScheme && isAt(run + 1, inUri) ? found(terms.Uri, endOf(run + 1, inUri)) : start;
}

const float = /(?:[1-9][0-9]*\.[0-9]*|0?\.[0-9]+)(?:[Ee][+-]?[0-9]+)?/y;

export function number(start: number): number {
  const end = path(start, endOfRun(start));
  if (end > start) return end;
  float.lastIndex = start;
  if (float.test(text)) return found(terms.Float, float.lastIndex);
  return found(terms.Integer, endOf(start, digit));
}

export function dot(start: number): number {
  if (isAt(start + 1, digit)) return number(start);
  return text.startsWith('...', start)
    ? found(terms.Ellipsis, start + 3)
    : found(terms.dot, start + 1);
}

export function home(start: number): number {
  if (text.charCodeAt(start + 1) !== slash) return start;
  if (isInterpolation(start + 2)) return found(terms.homePathStart, start + 2);
  if (!isAt(start + 2, inPath)) return start;
  const end = endOfPath(start + 2);
  return found(isInterpolation(end) ? terms.homePathStart : terms.HomePath, end);
}

const searchPathPattern = /<[a-zA-Z0-9._+-]+(?:\/[a-zA-Z0-9._+-]+)*>/y;

export function searchPath(start: number): number {
  if (!isAt(start + 1, inPath)) return start;
  searchPathPattern.lastIndex = start;
  return searchPathPattern.test(text)
    ? found(terms.SearchPath, searchPathPattern.lastIndex)
    : start;
}
