/** The tokens inside strings and of paths with interpolations (the states of Nix's lexer.l). */
import { ExternalTokenizer } from '@lezer/lr';
import * as terms from '#nix-parser/terms';
import { endOfPath, isInterpolation, text } from './characters.js';

const quote = 34;
const dollar = 36;
const apostrophe = 39;
const backslash = 92;
const brace = 123;

/** How far the plain text in a string goes on at once at a place; 0 where it ends. */
type Step = (at: number) => number;

const stringStep: Step = (at) => {
  const code = text.charCodeAt(at);
  if (code === quote) return 0;
  if (code === backslash) return 2;
  if (code !== dollar) return 1;
  const next = text.charCodeAt(at + 1);
  if (next === brace) return 0;
  // `$$` is one piece: no interpolation begins with its second
  return next === quote || next === backslash ? 1 : 2;
};

const indentedStep: Step = (at) => {
  const code = text.charCodeAt(at);
  if (code !== dollar && code !== apostrophe) return 1;
  const next = text.charCodeAt(at + 1);
  if (code === dollar) {
    if (next === brace) return 0;
    return next === apostrophe ? 1 : 2;
  }
  return next === apostrophe ? escapeLength(text.charCodeAt(at + 2)) : 1;
};

/** How long an escape is that begins with two apostrophes, by what follows; 0 if it is none. */
function escapeLength(code: number): number {
  if (code === backslash) return 4;
  return code === dollar || code === apostrophe ? 3 : 0;
}

/** Where the plain text that goes on at a place ends: at an interpolation, a quote, or the end. */
function endOfContent(start: number, stepAt: Step): number {
  let at = start;
  while (at < text.length) {
    const step = stepAt(at);
    if (step === 0) return at;
    at += step;
  }
  return text.length;
}

export const stringTokens = new ExternalTokenizer((input) => {
  const end = endOfContent(input.pos, stringStep);
  if (end > input.pos) input.acceptTokenTo(terms.stringContent, end);
  else if (text.charCodeAt(end) === quote) input.acceptTokenTo(terms.quoteEnd, end + 1);
  else if (end < text.length) input.acceptTokenTo(terms.stringInterpolation, end + 2);
});

export const indentedTokens = new ExternalTokenizer((input) => {
  const end = endOfContent(input.pos, indentedStep);
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
