/** How far plain text goes inside of strings (the states of Nix's lexer.l). */
import { apostrophe, brace, dollar, quote, text } from './characters.js';

const backslash = 92;

/** What stands for itself, whatever is around it. */
const plainInString = /[^"\\$]*/y;
const plainInIndented = /[^$']*/y;

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

function endOfContent(start: number, plain: RegExp, stepAt: Step): number {
  let at = start;
  while (at < text.length) {
    plain.lastIndex = at;
    plain.test(text);
    at = plain.lastIndex;
    const step = at < text.length ? stepAt(at) : 0;
    if (step === 0) return at;
    at += step;
  }
  return text.length;
}

/** Where the plain text ends that goes on at a place: at an interpolation, a quote, or the end. */
export function endOfString(start: number): number {
  return endOfContent(start, plainInString, stringStep);
}

/** The same between two apostrophes each. */
export function endOfIndented(start: number): number {
  return endOfContent(start, plainInIndented, indentedStep);
}
