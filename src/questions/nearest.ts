import { closest, distance } from 'fastest-levenshtein';

/** The one of `words` that somebody who typed `typed` most likely meant, if any comes close. */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase();
  const start = words.find((word) => wanted.length > 2 && word.toLowerCase().startsWith(wanted));
  if (start !== undefined) return start;
  if (words.length === 0) return undefined;
  const best = closest(wanted, words);
  return distance(wanted, best.toLowerCase()) <= Math.max(2, best.length / 3) ? best : undefined;
}
