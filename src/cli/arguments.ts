/** Reads the command line. Flags of questions come from the table, the others from `options.ts`. */
import { UsageError } from '../errors.js';
import { nearest } from '../questions/nearest.js';
import { flagName } from '../questions/question.js';
import { type QuestionName, questions } from '../questions/table.js';
import { type Option, type OptionName, options } from './options.js';

/** Names that mean a command where a directory could stand; `./schema` is the directory. */
const commands = ['schema', 'facts'] as const;
type Command = 'create' | (typeof commands)[number];

export interface Arguments {
  readonly command: Command;
  /** As typed; more than one is an error that the caller words. */
  readonly directories: readonly string[];
  /** Question name → what its flag gave, unchecked. */
  readonly answers: ReadonlyMap<QuestionName, string>;
  /** Flags that are on; `git` and `lock` are unless switched off. */
  readonly on: ReadonlySet<OptionName>;
  /** Every flag with its value, as it was typed. */
  readonly flags: readonly string[];
  /** The file behind `--answers`. */
  readonly answersFile: string | undefined;
  /** The directory behind `--from`. */
  readonly from: string | undefined;
  /** The folder behind `--root`. */
  readonly root: string | undefined;
}

const questionByFlag = new Map(questions.map((question) => [flagName(question.name), question]));
const optionByFlag = new Map<string, Option>(options.map((option) => [option.name, option]));

/** Every flag there is, without its dashes. */
export const flagNames: readonly string[] = [
  ...questionByFlag.keys(),
  ...options.flatMap((option: Option) => [
    option.name,
    ...(option.onByDefault ? [`no-${option.name}`] : []),
  ]),
];

/** Whether a flag is followed by a value. */
function takesValue(name: string): boolean {
  return questionByFlag.has(name) || optionByFlag.get(name)?.placeholder !== undefined;
}

/** A flag as it stands on the command line. */
interface Flag {
  /** Without dashes, a short one made long. */
  readonly name: string;
  /** As it was typed, without its value. */
  readonly typed: string;
  readonly value: string | undefined;
  /** Whether the value is behind `=`, where it may begin with a dash. */
  readonly isJoined: boolean;
}

const longNames = new Map(
  options.flatMap(({ name, ...option }: Option) =>
    option.short ? [[option.short, name] as const] : [],
  ),
);

/** Tells flags from other words. Everything behind `--` is a word. */
function split(argv: readonly string[]): {
  readonly flags: readonly Flag[];
  readonly words: readonly string[];
} {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  const flags: Flag[] = [];
  const words: string[] = [];
  for (let at = 0; at < end; at += 1) {
    const word = argv[at] ?? '';
    const match = /^(--?)([^=]+)(?:=([\s\S]*))?$/.exec(word);
    if (!match) {
      words.push(word);
      continue;
    }
    const [, dashes, typedName = '', joined] = match;
    const name = dashes === '-' ? (longNames.get(typedName) ?? typedName) : typedName;
    const follows = joined === undefined && takesValue(name) && at + 1 < end;
    if (follows) at += 1;
    const value = follows ? argv[at] : joined;
    flags.push({ name, typed: `${dashes}${typedName}`, value, isJoined: joined !== undefined });
  }
  return { flags, words: [...words, ...argv.slice(end + 1)] };
}

/** What the command line says. Every flag that is wrong is reported in one {@link UsageError}. */
export function readArguments(argv: readonly string[]): Arguments {
  const { flags, words } = split(argv);
  const problems = flags.flatMap((flag) => problemWith(flag) ?? []);
  if (problems.length > 0) throw new UsageError(problems.join('\n'), ['See --help.']);
  const command = commands.find((name) => name === words[0]) ?? 'create';
  return {
    command,
    directories: command === 'create' ? words : words.slice(1),
    answers: answersIn(flags),
    on: flagsOn(flags),
    flags: flags.flatMap(asTyped),
    answersFile: flags.findLast(({ name }) => name === 'answers')?.value,
    from: flags.findLast(({ name }) => name === 'from')?.value,
    root: flags.findLast(({ name }) => name === 'root')?.value,
  };
}

function asTyped({ typed, value, isJoined }: Flag): readonly string[] {
  if (value === undefined) return [typed];
  return isJoined ? [`${typed}=${value}`] : [typed, value];
}

/**
 * What the flags of questions give; the last of the same name counts, and those of a question that
 * takes several values count together.
 */
function answersIn(flags: readonly Flag[]): ReadonlyMap<QuestionName, string> {
  const given = new Map<QuestionName, string>();
  for (const { name, value = '' } of flags) {
    const question = questionByFlag.get(name);
    if (question === undefined) continue;
    const before = given.get(question.name);
    const joins = question.separator !== undefined && before;
    given.set(question.name, joins ? `${before}${question.separator}${value}` : value);
  }
  return given;
}

function flagsOn(flags: readonly Flag[]): ReadonlySet<OptionName> {
  const on = new Set<string>(
    options.flatMap((option: Option) => (option.onByDefault ? [option.name] : [])),
  );
  for (const { name } of flags) {
    if (optionByFlag.has(name)) on.add(name);
    else on.delete(name.replace(/^no-/, ''));
  }
  return on as ReadonlySet<OptionName>;
}

/** What is wrong with one flag as it was written, or nothing. */
function problemWith({ name, typed, value, isJoined }: Flag): string | undefined {
  if (!flagNames.includes(name)) {
    const near = nearest(name, flagNames);
    return `${typed} is not a flag of this program${near ? `; did you mean --${near}?` : '.'}`;
  }
  if (takesValue(name)) {
    // the first line of a private key is a value, which is refused for what it is
    const isFlag = !isJoined && /^-(?!$|----BEGIN)/.test(value ?? '');
    return value === undefined || isFlag ? `${typed} needs a value.` : undefined;
  }
  if (value === undefined) return undefined;
  const allowed = optionByFlag.get(name)?.values;
  if (allowed === undefined) return `${typed} takes no value.`;
  return allowed.includes(value)
    ? undefined
    : `${typed} can be ${allowed.join(', ')}, not ${JSON.stringify(value)}.`;
}
