/** Reads the command line. Flags of questions come from the table, the others from `options.ts`. */
import { UsageError } from '../errors.js';
import { nearest } from '../questions/nearest.js';
import { flagName, type Question } from '../questions/question.js';
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

/** Every flag there is, without its dashes. */
export function flagNames(): readonly string[] {
  return [
    ...questions.map(({ name }) => flagName(name)),
    ...options.flatMap((option: Option) => [
      option.name,
      ...(option.onByDefault ? [`no-${option.name}`] : []),
    ]),
  ];
}

/** The question of a flag, which comes without its dashes; `timeZone` is none, though it is a name. */
export function questionOf(flag: string): Question<QuestionName> | undefined {
  const name = flag.replace(/-[a-z]/g, ([, letter = '']) => letter.toUpperCase());
  return questions.find((question) => question.name === name && flagName(name) === flag);
}

function optionOf(flag: string): Option | undefined {
  return options.find(({ name }) => name === flag);
}

/** What a flag stands for; nothing where it is none of ours. */
interface Meaning {
  readonly question?: Question<QuestionName> | undefined;
  readonly option?: Option | undefined;
  /** Whether it is the option's opposite: `no-git`. */
  readonly isOff?: true;
}

function meaningOf(flag: string): Meaning {
  const option = optionOf(flag);
  if (option !== undefined) return { option };
  const off = flag.startsWith('no-') ? optionOf(flag.slice('no-'.length)) : undefined;
  return off?.onByDefault ? { option: off, isOff: true } : { question: questionOf(flag) };
}

/** Whether a flag is followed by a value. */
function takesValue({ question, option, isOff }: Meaning): boolean {
  return question !== undefined || (!isOff && option?.placeholder !== undefined);
}

/** A flag as it stands on the command line. */
interface Flag {
  /** Without dashes, a short one made long. */
  readonly name: string;
  readonly meaning: Meaning;
  /** As it was typed, without its value. */
  readonly typed: string;
  readonly value: string | undefined;
  /** Whether the value is behind `=`, where it may begin with a dash. */
  readonly isJoined: boolean;
}

/** A flag as it is written with two dashes: `y` → `yes`. */
function longName(short: string): string {
  return options.find((option: Option) => option.short === short)?.name ?? short;
}

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
    const name = dashes === '-' ? longName(typedName) : typedName;
    const meaning = meaningOf(name);
    const isJoined = joined !== undefined;
    const follows = !isJoined && takesValue(meaning) && at + 1 < end;
    if (follows) at += 1;
    const value = follows ? argv[at] : joined;
    flags.push({ name, meaning, typed: `${dashes}${typedName}`, value, isJoined });
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
  for (const { meaning, value = '' } of flags) {
    const { question } = meaning;
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
  for (const { option, isOff } of flags.map(({ meaning }) => meaning)) {
    if (option === undefined) continue;
    if (isOff) on.delete(option.name);
    else on.add(option.name);
  }
  return on as ReadonlySet<OptionName>;
}

/** What is wrong with one flag as it was written, or nothing. */
function problemWith({ name, meaning, typed, value, isJoined }: Flag): string | undefined {
  const { question, option } = meaning;
  if (question === undefined && option === undefined) {
    const near = nearest(name, flagNames());
    return `${typed} is not a flag of this program${near ? `; did you mean --${near}?` : '.'}`;
  }
  if (takesValue(meaning)) {
    // the first line of a private key is a value, which is refused for what it is
    const isNext = !isJoined && /^-(?!$|----BEGIN)/.test(value ?? '');
    return value === undefined || isNext ? `${typed} needs a value.` : undefined;
  }
  if (value === undefined) return undefined;
  const allowed = option?.values;
  if (allowed === undefined) return `${typed} takes no value.`;
  return allowed.includes(value)
    ? undefined
    : `${typed} can be ${allowed.join(', ')}, not ${JSON.stringify(value)}.`;
}
