import { distance } from 'fastest-levenshtein';

/**
 * The one of `words` that somebody who typed `typed` most likely meant, if any comes close: one
 * that begins with it, one that holds it, else the one with the fewest letters to change.
 */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase();
  if (wanted === '') return undefined;
  const begins = words.find((word) => wanted.length > 1 && word.toLowerCase().startsWith(wanted));
  const holds = words.find((word) => wanted.length > 3 && word.toLowerCase().includes(wanted));
  return begins ?? holds ?? closest(wanted, words);
}

function closest(wanted: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  const beginsAlike = (word = '') => word.toLowerCase().startsWith(wanted.charAt(0));
  for (const word of words) {
    const changes = distance(wanted, word.toLowerCase());
    // of two that are as near, the one that begins alike: a first letter is mistyped least
    const isBetter = beginsAlike(word) && !beginsAlike(best);
    if (changes < fewest || (changes === fewest && isBetter)) [best, fewest] = [word, changes];
  }
  // with every letter of it changed, any short word would be as near
  if (best === undefined || fewest >= wanted.length) return undefined;
  return fewest <= Math.max(2, best.length / 4) ? best : undefined;
}
