/**
 * Whether any text of an old file is gone. What may go: a definition that became an answer, what an
 * installer's comment says, and the sets that hold nothing else. All the rest has to stand in the
 * new files, in its order, blanks aside.
 */
import { isInstallerComment } from '../../src/import/installer-comments.js';
import { type Definition, definitions } from '../../src/nix/definitions.js';

/** What became of a definition, as `--json` has it. */
export interface Told {
  readonly option: string;
  readonly file: string;
  readonly line: number;
  readonly fate: string;
  readonly note?: string;
}

/** A line of an old file that stands nowhere anymore. */
export interface Lost {
  readonly line: number;
  readonly text: string;
}

/** Stands where something was that may go. */
const gap = '\ue001';

/** The lines of a file that are neither accounted for nor in the new text. */
export function lostLines(old: string, now: string, told: readonly Told[]): readonly Lost[] {
  const rest = withoutEmptySets(withoutComments(withoutDefinitions(old, told)));
  const dense = now.replace(/\s+/g, '');
  const isThere = (part: string) => dense.includes(part) || dense.includes(renamed(part, told));
  return rest.split('\n').flatMap((text, at) => {
    const parts = text.split(gap).map((part) => part.replace(/\s+/g, ''));
    const gone = parts.filter((part) => !isLoose(part) && !isThere(part));
    return gone.length > 0 && !isRewritten(text) ? [{ line: at + 1, text: text.trim() }] : [];
  });
}

/** Files as they are named now: a name of a `let` is told of with the definition that uses it. */
function renamed(part: string, told: readonly Told[]): string {
  const names = told.flatMap(({ note }) => [...(note ?? '').matchAll(/(\S+) is (\S+) now/g)]);
  return names.reduce((text, [, before = '', now = '']) => text.replace(before, () => now), part);
}

/** Brackets and the like are everywhere, so nothing can be said of one alone. */
function isLoose(part: string): boolean {
  return /^[\s{}()[\];,.]*$/.test(part);
}

/** The text with the lines it has, and gaps for definitions that are told to be elsewhere. */
function withoutDefinitions(old: string, told: readonly Told[]): string {
  const gone = told.filter(({ fate }) => fate === 'answer' || fate === 'rewritten');
  const isGone = ({ line, path }: Definition) =>
    gone.some((each) => each.line === line && sameOption(each.option, path));
  let text = old;
  for (const { statement } of definitions(old).filter(isGone)) {
    const { from, to } = statement;
    text = text.slice(0, from) + masked(text.slice(from, to)) + text.slice(to);
  }
  return text;
}

/** By the letters alone: an option may be told with quotes or without. */
function sameOption(option: string, path: readonly string[]): boolean {
  const plain = (name: string) => name.replace(/["'${}\s.]/g, '');
  return plain(option) === plain(path.join('.'));
}

const masked = (text: string) => text.replace(/[^\n]/g, gap);

function withoutComments(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line.replace(/#[^\n]*$/, (comment) =>
        isInstallerComment(comment) ? masked(comment) : comment,
      ),
    )
    .join('\n');
}

/** A set, list or `inherit` that holds nothing but gaps is one itself. */
const emptied = [
  new RegExp(
    `[\\w."'${gap}-]+\\s*=\\s*(?:lib\\.mk\\w+\\s+)?(?:with \\w+;\\s*)?[{[]\\s*${gap}[${gap}\\s]*[}\\]];`,
  ),
  new RegExp(`inherit\\s*(?:\\([^()]*\\))?\\s*${gap}[${gap}\\s]*;`),
  new RegExp(`let\\s*${gap}[${gap}\\s]*in(?=\\s)`),
];

function withoutEmptySets(text: string): string {
  const next = emptied.reduce((before, pattern) => before.replace(pattern, masked), text);
  return next === text ? text : withoutEmptySets(next);
}

/**
 * What may be written anew: the beginning of a set that another check looks into, what a flake
 * refuses, paths that lead out of the folder, and the head of a file, which may get arguments.
 */
function isRewritten(line: string): boolean {
  return [
    /^\s*[\w."'\ue001-]+\s*=\s*(rec\s+|with \w+;\s*)?[{[]?\s*$/,
    /^\s*\.\/hardware-configuration\.nix\s*$/,
    /^(?=.*([:{,]|\.\.\.))[\s{,]*[\w\s,.?@{}"-]*:?[\s{}]*$/,
    ...refused,
  ].some((pattern) => pattern.test(line));
}

/** What a flake refuses, and paths that lead out of the folder. */
const refused = [
  /<[\w.-]+(\/[\w./+-]+)?>/,
  /\bfetch(Tarball|Git|url|zip|TarBall|FromGitHub)\b|https?:\/\//,
  /(^|[\s("[=])(\/(etc|home|root|var|nix|mnt)\/|~\/|\.\.[/;\s])/,
  /builtins\.(currentSystem|getEnv)/,
  /^\s*\(import "\$\{[\w-]+\}\/nixos"\)\s*$/,
];

/** A definition that was told to be carried, and is not found by its name and value. */
export function lostDefinitions(
  old: string,
  now: readonly string[],
  told: readonly Told[],
): readonly Lost[] {
  const there = new Set(now.flatMap((text) => definitions(text).map(nameAndValue)));
  const carried = definitions(old).filter(({ line, path }) =>
    told.some(
      (each) => each.fate === 'carried' && each.line === line && sameOption(each.option, path),
    ),
  );
  return carried.flatMap((definition) => {
    const { line, path, value } = definition;
    if (there.has(nameAndValue(definition)) || refused.some((pattern) => pattern.test(value)))
      return [];
    return [{ line, text: `${path.join('.')} = ${value.slice(0, 80)}` }];
  });
}

function nameAndValue({ path, value }: Definition): string {
  return `${path.join('\0')}\0\0${value.replace(/\s+/g, '')}`;
}
