/** The tokens of scan.ts and strings.ts as Lezer's parser takes them. */
import { ExternalTokenizer } from '@lezer/lr';
import * as terms from '#nix-parser/terms';
import { apostrophe, endOfPath, isInterpolation, quote, text } from './characters.js';
import { term } from './literals.js';
import { scan } from './scan.js';
import { endOfIndented, endOfString } from './strings.js';

/** Outside of strings and of paths that have begun. */
export const expressionTokens = new ExternalTokenizer((input) => {
  const start = input.pos;
  const end = scan(start);
  if (end > start) input.acceptTokenTo(term, end);
});

export const stringTokens = new ExternalTokenizer((input) => {
  const end = endOfString(input.pos);
  if (end > input.pos) input.acceptTokenTo(terms.stringContent, end);
  else if (text.charCodeAt(end) === quote) input.acceptTokenTo(terms.quoteEnd, end + 1);
  else if (end < text.length) input.acceptTokenTo(terms.stringInterpolation, end + 2);
});

export const indentedTokens = new ExternalTokenizer((input) => {
  const end = endOfIndented(input.pos);
  if (end > input.pos) input.acceptTokenTo(terms.indentedContent, end);
  else if (text.charCodeAt(end) === apostrophe) input.acceptTokenTo(terms.indentedEnd, end + 2);
  else if (end < text.length) input.acceptTokenTo(terms.indentedInterpolation, end + 2);
});

export const pathTokens = new ExternalTokenizer((input) => {
  const end = endOfPath(input.pos);
  if (end > input.pos) input.acceptTokenTo(terms.pathPart, end);
  else if (isInterpolation(end)) input.acceptTokenTo(terms.pathInterpolation, end + 2);
  else input.acceptTokenTo(terms.pathEnd, end);
});
