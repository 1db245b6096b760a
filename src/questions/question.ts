/** What a question is, and what a choice brings. The rows themselves are in `table.ts`. */
import type { OldConfiguration } from '../import/old.js';
import type { Facts } from '../machine/facts.js';
import type { Soon } from '../soon.js';
import { nearest } from './nearest.js';

/** What an answer may depend on besides the answers before it. */
export interface Context {
  readonly facts: Facts;
  /**
   * Where the repo is to be written, absolute; on the target of an installation as that calls it, and
   * empty where it is the home of the user who is still to be asked for.
   */
  readonly directory: string;
  /** The configuration so far, where there is one and it is taken over. */
  readonly old?: OldConfiguration | undefined;
}

/** The answers given so far, by question name; a later row may look at an earlier one. */
export type SoFar = Readonly<Record<string, string | undefined>>;

/** A further input of the generated flake. */
export interface FlakeInput {
  readonly name: string;
  readonly url: string;
  /** Those of its own inputs that follow ours. */
  readonly follows: readonly string[];
  /** Those of its own inputs that we need nothing of, so that they are not fetched. */
  readonly without?: readonly string[];
}

/** A group that the user is put into, and why, for the comment beside it. */
interface Group {
  readonly name: string;
  readonly why: string;
}

/** What an answer adds to the repo that is written. */
export interface Brings {
  /**
   * Templates below `templates/`, without `.hbs`. What is in `modules/` or beside the host's
   * configuration is imported by the host; what is in `parts/FILE/` becomes a piece of that file.
   */
  readonly files?: readonly string[];
  readonly inputs?: readonly FlakeInput[];
  readonly groups?: readonly Group[];
}

/** Names for templates, and what they stand for. */
export type View = Readonly<Record<string, unknown>>;

/** What a choice does once it is made. */
export interface Effect {
  readonly brings?: Brings | ((soFar: SoFar) => Brings);
  readonly view?: View | ((soFar: SoFar) => View);
}

export interface Choice extends Effect {
  readonly value: string;
  /** A few words beside the value in a list. */
  readonly hint?: string;
  /** Why it can't be chosen after these answers, as the end of a sentence; nothing where it can. */
  readonly refused?: (soFar: SoFar) => string | undefined;
}

/** What a check says of something typed: the value as it is kept, or why it can't be. */
export type Check =
  | { readonly ok: true; readonly value: string; readonly note?: string | undefined }
  | { readonly ok: false; readonly why: string; readonly suggestion?: string | undefined };

/** An answer that was not asked for, with the words that tell where it came from. */
export interface Default {
  readonly value: string;
  readonly source: string;
  /** What has to be said with it. */
  readonly note?: string | undefined;
  /** Whether a preset says so: it was asked for, so what comes of it otherwise has to be said. */
  readonly isPreset?: true;
}

/** One row of the table: everything that the program knows about one question. */
export interface Question<Name extends string = string> {
  /** Its key in the answers file; the flag is the same in kebab case. */
  readonly name: Name;
  /** Two or three words, as the summary shows them. */
  readonly label: string;
  /** What it decides, for `--help` and the schema: one line, no full stop. */
  readonly help: string;
  /** What stands for the value in `--help`. */
  readonly placeholder: string;
  /** Asked in every terminal, instead of only shown in the summary. */
  readonly alwaysAsked?: boolean;
  /** Whether an empty answer is an answer. */
  readonly mayBeEmpty?: boolean;
  /** The value that leaves a thing out: the summary gathers those that nobody gave in one line. */
  readonly nothing?: string;
  /** Whether what the old configuration has counts more than what a preset says. */
  readonly keepsMachine?: boolean;
  /** Whether something secret may be typed here by mistake: a value that is refused is not shown. */
  readonly mayBeSecret?: boolean;
  /** What stands between the values of an answer that can have several. */
  readonly separator?: ',' | '\n';
  /** The values to choose from; absent where any text that passes the check will do. */
  readonly choices?: (soFar: SoFar, context?: Context) => Soon<readonly Choice[]>;
  /** Why choices of its list are left out after these answers, each reason once, as `refused` has it. */
  readonly whyLeftOut?: (soFar: SoFar, context?: Context) => Promise<readonly string[]>;
  /** A pattern that every accepted value matches, for the schema. */
  readonly pattern?: string;
  /** Whether the question makes sense after the answers so far (a GRUB device without GRUB does not). */
  readonly applies?: (soFar: SoFar) => boolean;
  /** What it wants where it makes none, as the end of a sentence. */
  readonly appliesTo?: string;
  readonly check: (typed: string, soFar: SoFar, context: Context) => Soon<Check>;
  /** As `check`, for a default that can have several values: leaves out what is ruled out, and says so. */
  readonly keep?: (value: string, soFar: SoFar) => Soon<Check>;
  /** What may be taken without asking, best first; the first that passes the check is. */
  readonly defaults: (soFar: SoFar, context: Context) => Soon<readonly Default[]>;
  /**
   * What the machine calls for, where that is not to be taken without a yes: where there is
   * something, it is asked in every terminal, and is what Enter alone answers.
   */
  readonly suggests?: (soFar: SoFar, context: Context) => Soon<Default | undefined>;
  /** What the default is, in words, for `--help` and the docs. */
  readonly defaultInWords: string;
  /** What the answer adds to the repo. */
  readonly brings?: (value: string, soFar: SoFar) => Soon<Brings>;
  /** Further names that templates can use, worked out from the answer. */
  readonly view?: (value: string, soFar: SoFar) => Soon<View>;
}

/** The flag of a question: `timeZone` → `time-zone`. */
export function flagName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export function accepted(value: string, note?: string): Check {
  return { ok: true, value, note };
}

export function refused(why: string, suggestion?: string): Check {
  return { ok: false, why, suggestion };
}

/** The default of a row that has one value for everybody. */
export function standard(value: string): Default {
  return { value, source: 'default' };
}

/** A candidate read from the machine, if it was there to read. */
export function found(fact: { value: string; source: string } | undefined): readonly Default[] {
  return fact === undefined ? [] : [fact];
}

/** The old configuration, where it is the answers' own: named by somebody, or this machine's. */
export function oldOf(soFar: SoFar, { old }: Context): OldConfiguration | undefined {
  return old?.isNamed || isForHere(soFar) ? old : undefined;
}

/** Whether the configuration is for the computer that the program runs on. */
export function isForHere(soFar: SoFar): boolean {
  return soFar['hardware'] === 'this';
}

/** A check that takes the choices of a row and nothing else, and names the nearest. */
export function oneOf(choices: readonly Choice[], typed: string): Check {
  const values = choices.map((choice) => choice.value);
  if (values.includes(typed)) return accepted(typed);
  const allowed = values.length > 12 ? `${values.slice(0, 12).join(', ')}, …` : values.join(', ');
  return refused(`must be one of ${allowed}`, nearest(typed, values));
}
