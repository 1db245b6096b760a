/**
 * From what was given and what the machine says to one value for each question. Each answer keeps
 * where it came from; what is wrong is gathered, so that it can be reported all at once.
 */
import type { Preset } from '../choices/presets.js';
import { type Soon, whenThere } from '../soon.js';
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
) => Soon<Answer | undefined>;

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
    const soon: Soon<Answer | Wrong | undefined> =
      typed === undefined
        ? whenThere(standardAnswer(question, soFar, context), (standard) =>
            ask(question, standard, soFar),
          )
        : givenAnswer(question, typed, soFar, context);
    const result = soon instanceof Promise ? await soon : soon;
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
export function standardAnswer(
  question: Question<QuestionName>,
  soFar: SoFar,
  context: Context,
): Soon<Answer | undefined> {
  const check = question.keep ?? question.check;
  const firstFrom = (
    at: number,
    defaults: readonly Default[],
    passedOver?: string,
  ): Soon<Answer | undefined> => {
    const candidate = defaults[at];
    if (candidate === undefined) return undefined;
    const { value, source, note, isPreset } = candidate;
    return whenThere(check(value, soFar, context), (checked) => {
      if (!checked.ok) {
        const why = isPreset && `${source} has ${value}, which ${checked.why}`;
        return firstFrom(at + 1, defaults, passedOver ?? why);
      }
      const said = checked.note ?? note ?? passedOver;
      return { value: checked.value, source, note: said, given: false };
    });
  };
  return whenThere(defaultsOf(question, soFar, context), (defaults) => firstFrom(0, defaults));
}

/** A row's own defaults, and before them what a preset and the old configuration say. */
function defaultsOf(
  question: Question<QuestionName>,
  soFar: SoFar,
  context: Context,
): Soon<readonly Default[]> {
  const alone = !hasPreset(soFar) && oldOf(soFar, context) === undefined;
  return alone ? question.defaults(soFar, context) : withOthers(question, soFar, context);
}

/**
 * What the old configuration has, before the row's own defaults; and before both what the preset
 * answers, except that it takes no desktop and no service from a machine that has it. None where
 * the preset wants it asked.
 */
async function withOthers(
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

/** Whether a preset was chosen; the plain one leaves every default as it is. */
function hasPreset({ preset }: SoFar): boolean {
  return preset !== undefined && preset !== plainPreset;
}

async function presetOf(soFar: SoFar): Promise<Preset | undefined> {
  if (!hasPreset(soFar)) return undefined;
  const { presets } = await import('../choices/presets.js');
  return presets.find(({ value }) => value === soFar['preset']);
}

/** The plain values, once nothing is wrong and nothing missing. */
export function values(answers: ReadonlyMap<QuestionName, Answer>): Answers {
  const all: Partial<Record<QuestionName, string>> = {};
  for (const { name } of questions) all[name] = answers.get(name)?.value ?? '';
  return all as Answers;
}
