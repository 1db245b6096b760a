/** Says in words why a rebuild failed, with the line of the user's own file that it is about. */
import { stripVTControlCharacters } from 'node:util';
import { type KnownFailure, knownFailures } from './known-failures.js';
import { ownPlaces, type Place, placeOfOption } from './places.js';

/** Nobody reads more than this many at once, and the first is most often the reason. */
const most = 2;

/**
 * What the output of a program means, for people: sentences, and indented what stays as it is.
 * Nothing where nothing of it is known. `directory` is the repo, whose files are looked into.
 */
export function explain(output: string, directory: string): readonly string[] {
  const text = stripVTControlCharacters(output).replaceAll('\r', '');
  const found = knownFailures.flatMap((known) => {
    const match = known.pattern.exec(text);
    return match ? [{ known, match }] : [];
  });
  const strong = found.filter(({ known }) => !known.isWeak);
  const chosen = withoutRepeats(strong.length > 0 ? strong : found.slice(0, 1)).slice(0, most);
  const lines = chosen.flatMap(({ known, match }) => [
    filled(known.means, match),
    ...drawn(placeFor(known, match, text, directory)),
    ...known.todo.map((line) => filled(line, match)),
  ]);
  // what is not known still has a line, where Nix names one of the user's own files
  return lines.length > 0 ? lines : drawn(ownPlaces(text, directory).at(-1));
}

/** What a program said, and its end as a shell words it: one that was killed says nothing of it. */
export function saidToItsEnd(output: string, code: number | undefined): string {
  return code === undefined ? `${output}\nKilled\n` : output;
}

type Found = { readonly known: KnownFailure; readonly match: RegExpExecArray };

/** Of two that have matched at the same place, the first is the one that says more. */
function withoutRepeats(found: readonly Found[]): readonly Found[] {
  return found.filter(
    ({ match }, at) => !found.slice(0, at).some((earlier) => overlap(earlier.match, match)),
  );
}

function overlap(one: RegExpExecArray, other: RegExpExecArray): boolean {
  return one.index < other.index + other[0].length && other.index < one.index + one[0].length;
}

function filled(line: string, match: RegExpExecArray): string {
  return line.replace(/\{(\d)\}/g, (_, group: string) => match[Number(group)] ?? '');
}

/** Where the option stands, or the last place in a file of the repo: Nix comes to the point last. */
function placeFor(
  { option }: KnownFailure,
  match: RegExpExecArray,
  text: string,
  directory: string,
): Place | undefined {
  const name = option === 0 ? /[\w.]+\.[\w.]+/.exec(match[0])?.[0] : match[option ?? -1];
  if (name !== undefined) return placeOfOption(name, text, directory);
  return ownPlaces(text, directory).at(-1);
}

function drawn(place: Place | undefined): readonly string[] {
  if (place === undefined) return [];
  const { file, line, text } = place;
  return line === undefined
    ? [`It is in ${file}.`]
    : [`It is in ${file}, line ${line}:`, ...(text ? [`  ${text}`] : [])];
}
