/**
 * From what was given and what the machine says to one value for each question. Each answer keeps
 * where it came from; what is wrong is gathered, so that it can be reported all at once.
 */
import type { Preset } from '../choices/presets.js';
import { plainPreset } from './extras.js';
import {
  type Check,
  type Context,
  type Default,
  oldOf,
  type Question,
  refused,
  type SoFar,
} from './question.js';
import { type QuestionName, questions } from './table.js';

/** A value for every question, checked. A question that does not apply has an empty one. */
export type Answers = Readonly<Record<QuestionName, string>>;

/** Answers by name, as somebody gave them: not checked yet, and with what they came from. */
export type Given = ReadonlyMap<string, { readonly value: string; readonly source: string }>;

/** One answer, and where it came from. */
export interface Answer {
  readonly value: string;
  readonly source: string;
  /** Whether the person gave it, by a flag, in the answers file or at a prompt. */
  readonly given: boolean;
  readonly note?: string | undefined;
}

/** A given value that can't be taken. */
interface Wrong {
  readonly question: Question<QuestionName>;
  readonly typed: string;
  readonly source: string;
  readonly check: Extract<Check, { ok: false }>;
}

/** What is to be done about a question that nobody has answered yet. */
export type Ask = (
  question: Question<QuestionName>,
  standard: Answer | undefined,
  soFar: SoFar,
) => Promise<Answer | undefined>;

export interface Resolved {
  readonly answers: ReadonlyMap<QuestionName, Answer>;
  readonly wrong: readonly Wrong[];
  /** Those without an answer: nobody gave one, and nothing stands in for it. */
  readonly missing: readonly Question<QuestionName>[];
}

/** Goes through the table once, top to bottom, so that each row sees the answers above it. */
export async function resolveAnswers(given: Given, context: Context, ask: Ask): Promise<Resolved> {
  const answers = new Map<QuestionName, Answer>();
  const soFar: Partial<Record<QuestionName, string>> = {};
  const wrong: Wrong[] = [];
  const missing: Question<QuestionName>[] = [];
  for (const question of questions) {
    const typed = given.get(question.name);
    const applies = question.applies?.(soFar) ?? true;
    if (!applies && (typed === undefined || typed.value === question.nothing)) continue;
    const result =
      typed === undefined
        ? await ask(question, await standardAnswer(question, soFar, context), soFar)
        : await givenAnswer(question, typed, soFar, context);
    if (result === undefined) missing.push(question);
    else if ('check' in result) wrong.push(result);
    else {
      answers.set(question.name, result);
      soFar[question.name] = result.value;
    }
  }
  return { answers, wrong, missing };
}

/** What somebody gave, checked; one that goes with other answers only is wrong without them. */
async function givenAnswer(
  question: Question<QuestionName>,
  { value: typed, source }: { readonly value: string; readonly source: string },
  soFar: SoFar,
  context: Context,
): Promise<Answer | Wrong> {
  const check =
    (question.applies?.(soFar) ?? true)
      ? await question.check(typed, soFar, context)
      : refused(question.appliesTo ?? 'does not go with the other answers');
  if (!check.ok) return { question, typed, source, check };
  return { value: check.value, source, note: check.note, given: true };
}

/** The first of a row's defaults that passes its own check. */
export async function standardAnswer(
  question: Question<QuestionName>,
  soFar: SoFar,
  context: Context,
): Promise<Answer | undefined> {
  const check = question.keep ?? question.check;
  let passedOver: string | undefined;
  for (const { value, source, note, isPreset } of await defaultsOf(question, soFar, context)) {
    const checked = await check(value, soFar, context);
    if (checked.ok) {
      const said = checked.note ?? note ?? passedOver;
      return { value: checked.value, source, note: said, given: false };
    }
    if (isPreset) passedOver ??= `${source} has ${value}, which ${checked.why}`;
  }
  return undefined;
}

/**
 * What the old configuration has, before the row's own defaults; and before both what the preset
 * answers, except that it takes no desktop and no service from a machine that has it. None where
 * the preset wants it asked.
 */
async function defaultsOf(
  question: Question<QuestionName>,
  soFar: SoFar,
  context: Context,
): Promise<readonly Default[]> {
  const preset = await presetOf(soFar);
  if (preset?.asks?.includes(question.name)) return [];
  const old = await oldDefault(question, soFar, context);
  const own = [...old, ...(await question.defaults(soFar, context))];
  const value = preset?.answers[question.name];
  if (value === undefined) return own;
  const first: Default = { value, source: `preset ${preset?.value}`, isPreset: true };
  if (!question.keepsMachine) return [first, ...own];
  const { separator } = question;
  const both = old.map((each) =>
    separator
      ? { value: `${each.value}${separator}${value}`, source: `${each.source}, ${first.source}` }
      : each,
  );
  return [...both, first, ...own];
}

async function oldDefault(
  { name }: Question<QuestionName>,
  soFar: SoFar,
  context: Context,
): Promise<readonly Default[]> {
  const old = oldOf(soFar, context);
  if (old === undefined) return [];
  const { readings } = await import('../import/readings.js');
  const found = readings[name]?.(old, soFar, context);
  return found === undefined
    ? []
    : [{ value: found.value, source: old.isNamed ? '--from' : old.folder, note: found.note }];
}

/** The preset that was chosen; nothing for the plain one, which leaves every default as it is. */
async function presetOf({ preset }: SoFar): Promise<Preset | undefined> {
  if (preset === undefined || preset === plainPreset) return undefined;
  const { presets } = await import('../choices/presets.js');
  return presets.find(({ value }) => value === preset);
}

/** The plain values, once nothing is wrong and nothing missing. */
export function values(answers: ReadonlyMap<QuestionName, Answer>): Answers {
  const entries = questions.map(({ name }) => [name, answers.get(name)?.value ?? '']);
  return Object.fromEntries(entries) as Answers;
}
