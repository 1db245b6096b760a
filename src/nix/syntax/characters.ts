/**
 * The text being parsed, and what its characters may be part of (the classes of Nix's lexer.l). The
 * tokenizers read it here by place: Lezer's own stream gives it one character at a time.
 */

/** What is parsed now; empty outside of a parse. */
export let text = '';

/** Sets what is parsed from here on. */
export function setText(source: string): void {
  text = source;
  runStart = runEnd = 0;
}

/** What was looked at last for `endOfRun`. */
let runStart = 0;
let runEnd = 0;

export const blank = 1;
export const digit = 2;
/** Goes on in a name, after its first letter. */
export const inName = 4;
/** Part of a path, between slashes. */
export const inPath = 8;
/** Goes on in a URI's scheme, after its first letter. */
export const inScheme = 16;
/** Part of a URI, after its scheme. */
export const inUri = 32;
/** Where it ends a name, this may be a path or a URI instead. */
export const goesOn = 64;

const digits = '0123456789';
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What may begin a name. */
export const nameStarts = `${letters}_`;

const classes = new Uint8Array(128);
for (const [characters, kind] of [
  [' \t\r\n', blank],
  [digits, digit],
  [`${nameStarts}${digits}'-`, inName],
  [`${letters}${digits}._-+`, inPath],
  [`${letters}${digits}+-.`, inScheme],
  [`${letters}${digits}%/?:@&=+$,-_.!~*'`, inUri],
  ['.+/:', goesOn],
] as const) {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    classes[code] = (classes[code] ?? 0) | kind;
  }
}

/** Whether the character at a place is of a kind. */
export function isAt(at: number, kind: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 && ((classes[code] as number) & kind) !== 0;
}

/** Where the characters of a kind end that begin at a place. */
export function endOf(at: number, kind: number): number {
  const source = text;
  for (let end = at; ; end += 1) {
    const code = source.charCodeAt(end);
    // in one loop, since this is most of what a parse does; NaN at the end of the text
    if (!(code < 128 && ((classes[code] as number) & kind) !== 0)) return end;
  }
}

/**
 * Where the part of a path ends that begins at a place, and no slash is in. Remembered, so that
 * `a+b+c+d`, which might become a path at its end, is not looked through again for each name.
 */
export function endOfRun(at: number): number {
  if (at < runStart || at >= runEnd) {
    runStart = at;
    runEnd = endOf(at, inPath);
  }
  return runEnd;
}

export const slash = 47;
export const quote = 34;
export const dollar = 36;
export const apostrophe = 39;
export const brace = 123;

/** Whether `${` stands at a place. */
export function isInterpolation(at: number): boolean {
  return text.charCodeAt(at) === dollar && text.charCodeAt(at + 1) === brace;
}

/** Where a path ends that has begun: what may be in one, and slashes. */
export function endOfPath(at: number): number {
  let end = at;
  while (text.charCodeAt(end) === slash || isAt(end, inPath)) end++;
  return end;
}
