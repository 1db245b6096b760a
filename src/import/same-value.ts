/** Whether two pieces of Nix source say the same, as far as that is seen without evaluating them. */
import { listItems, stringValue } from '../nix/values.js';

/** What stands in front of a value without changing it, for who asks what it is. */
const priority = /^\(*\s*(?:lib\.)?mk(?:Default|Force)\s+/;

/** The value without comments, and blanks, without a priority and brackets around it. */
export function normalized(value: string): string {
  const text = stringValue(value);
  if (text !== undefined) return JSON.stringify(text);
  const plain = withoutBlanks(value).replace(priority, (all) =>
    '('.repeat(all.split('(').length - 1),
  );
  return withoutBrackets(plain);
}

function withoutBrackets(value: string): string {
  const trimmed = value.trim();
  const inner = /^\(([^()]*)\)$/.exec(trimmed)?.[1];
  return inner === undefined ? trimmed : withoutBrackets(inner);
}

/** Strings stay as they are; elsewhere a comment is nothing, and blanks are one. */
function withoutBlanks(value: string): string {
  const piece =
    /"(?:\\[\s\S]|[^"\\])*"|''(?:'''|''\$|''\\[\s\S]|(?!'')[\s\S])*''|#[^\n]*|\/\*[\s\S]*?\*\/|\s+/g;
  return value
    .replace(piece, (found) => (/^["']/.test(found) ? found : ' '))
    .replace(/ +/g, ' ')
    .trim();
}

/** Whether what is `now` has all that was `before`: the same value, or a list with all its items. */
export function covers(now: string, before: string): boolean {
  if (normalized(now) === normalized(before)) return true;
  const [items, wanted] = [itemsOf(now), itemsOf(before)];
  return items !== undefined && wanted?.every((item) => items.includes(item)) === true;
}

function itemsOf(value: string): readonly string[] | undefined {
  const scope = /^\(*\s*with\s+([\w.]+)\s*;/.exec(value)?.[1];
  return listItems(value)?.map((item) => {
    const plain = normalized(item);
    return scope !== undefined && /^[A-Za-z_][\w.'-]*$/.test(plain) ? `${scope}.${plain}` : plain;
  });
}

/**
 * Whether two different values of an option contradict each other: text, a number, a word, a path or
 * one package. Lists, sets and lines of text are put together, and what is computed is not known.
 */
export function isPlain(value: string): boolean {
  const plain = normalized(value);
  if (/^\(*\s*''/.test(value.trim())) return false;
  if (stringValue(value) !== undefined) return true;
  return /^(true|false|null|-?\d+(\.\d+)?|"[^"]*"|\.{0,2}\/[\w./+-]+|pkgs(\.[\w'-]+)+)$/.test(
    plain,
  );
}
