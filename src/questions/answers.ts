/**
 * From what was given and what the machine says to one value for each question. Each answer keeps
 * where it came from; what is wrong is gathered, so that it can be reported all at once.
 */
import type { Preset } from '../choices/presets.js';
import { members } from './choose.js';
import { plainPreset } from './extras.js';
import {
  accepted,
  type Check,
  type Context,
  type Default,
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
  question: Question,
  soFar: SoFar,
  context: Context,
): Promise<Answer | undefined> {
  let passedOver: string | undefined;
  for (const { value, source, note } of await defaultsOf(question, soFar, context)) {
    const check = await checkDefault(question, value, soFar, context);
    if (check.ok) {
      return { value: check.value, source, note: check.note ?? note ?? passedOver, given: false };
    }
    // a preset was asked for by name, so what comes of it otherwise has to be said
    if (source.startsWith('preset ')) passedOver ??= `${source} has ${value}, which ${check.why}`;
  }
  return undefined;
}

/**
 * The row's own, behind what the preset answers; none where the preset wants it asked. A preset
 * takes no desktop and no service from a machine that has it.
 */
async function defaultsOf(
  question: Question,
  soFar: SoFar,
  context: Context,
): Promise<readonly Default[]> {
  const preset = await presetOf(soFar);
  if (preset?.asks?.includes(question.name)) return [];
  const own = await question.defaults(soFar, context);
  const value = preset?.answers[question.name];
  if (value === undefined) return own;
  const first = { value, source: `preset ${preset?.value}` };
  const here = question.keepsMachine ? own.filter(({ source }) => source === '/etc/nixos') : [];
  const { separator } = question;
  const both = here.map((each) => ({
    value: separator ? `${each.value}${separator}${value}` : each.value,
    source: separator ? `${each.source}, ${first.source}` : each.source,
  }));
  return [...both, first, ...own];
}

/** The preset that was chosen; nothing for the plain one, which leaves every default as it is. */
async function presetOf({ preset }: SoFar): Promise<Preset | undefined> {
  if (preset === undefined || preset === plainPreset) return undefined;
  const { presets } = await import('../choices/presets.js');
  return presets.find(({ value }) => value === preset);
}

/** As the row checks it; of a list, without the members that are ruled out, and a note on them. */
async function checkDefault(
  question: Question,
  value: string,
  soFar: SoFar,
  context: Context,
): Promise<Check> {
  const check = await question.check(value, soFar, context);
  if (check.ok || question.separator !== ',') return check;
  const kept: string[] = [];
  const left: string[] = [];
  for (const member of members(value)) {
    const next = await question.check([...kept, member].join(','), soFar, context);
    if (next.ok) kept.push(member);
    else left.push(`without ${member}: ${next.why.replace(/^has \S+, which /, '')}`);
  }
  const rest = await question.check(kept.join(','), soFar, context);
  return rest.ok ? accepted(rest.value, left.join('; ')) : rest;
}

/** The plain values, once nothing is wrong and nothing missing. */
export function values(answers: ReadonlyMap<QuestionName, Answer>): Answers {
  const entries = questions.map(({ name }) => [name, answers.get(name)?.value ?? '']);
  return Object.fromEntries(entries) as Answers;
}
