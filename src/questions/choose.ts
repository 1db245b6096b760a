/**
 * Rows whose values are choices of a list. The list stands in a file of its own in `src/choices/`,
 * and is loaded only where a run needs more of it than the plain values, so that a choice which
 * nobody makes costs nothing.
 */
import { nearest } from './nearest.js';
import {
  accepted,
  type Brings,
  type Check,
  type Choice,
  type Effect,
  type Question,
  refused,
  type SoFar,
  type View,
} from './question.js';

/** What such a row says itself; the rest of the question follows from its list. */
interface ChoiceRow<Name extends string>
  extends Omit<Question<Name>, 'choices' | 'check' | 'brings' | 'separator' | 'mayBeEmpty'> {
  /** The whole list. */
  readonly load: () => Promise<readonly Choice[]>;
  /** The values that need no list: they can always be chosen, and do this. */
  readonly plain: Readonly<Record<string, Effect>>;
}

/** A row that takes one of its choices. */
export function chooseOne<const Name extends string>(row: ChoiceRow<Name>): Question<Name> {
  return {
    ...common(row),
    async check(typed, soFar) {
      if (Object.hasOwn(row.plain, typed)) return accepted(typed);
      return checkMember(await row.load(), typed, soFar);
    },
    brings: async (value, soFar) => bringsOf(await effect(row, value), soFar),
    view: async (value, soFar) => ({
      ...(await row.view?.(value, soFar)),
      ...viewOf(await effect(row, value), soFar),
    }),
  };
}

/** A row that takes any number of its choices, in one text with commas between them. */
export function chooseSeveral<const Name extends string>(row: ChoiceRow<Name>): Question<Name> {
  const effectsOf = async (value: string) =>
    Object.hasOwn(row.plain, value)
      ? [row.plain[value] ?? {}]
      : Promise.all(members(value).map((member) => effect(row, member)));
  return {
    ...common(row),
    separator: ',',
    mayBeEmpty: true,
    async check(typed, soFar) {
      if (Object.hasOwn(row.plain, typed)) return accepted(typed);
      return checkMembers(row.name, await row.load(), members(typed), soFar);
    },
    async keep(value, soFar) {
      if (Object.hasOwn(row.plain, value)) return accepted(value);
      const { taken, ruledOut } = sift(row.name, await row.load(), members(value), soFar);
      const notes = ruledOut.map((each) => `without ${each.value}: ${each.why}`);
      return accepted(taken.join(','), notes.join('; ') || undefined);
    },
    brings: async (value, soFar) =>
      together((await effectsOf(value)).map((each) => bringsOf(each, soFar))),
    view: async (value, soFar) => ({
      ...(await row.view?.(value, soFar)),
      ...Object.assign({}, ...(await effectsOf(value)).map((each) => viewOf(each, soFar))),
      [row.name]: members(value),
    }),
  };
}

function common<Name extends string>(row: ChoiceRow<Name>) {
  const { load, plain: _plain, view: _view, ...question } = row;
  return {
    ...question,
    choices: async (soFar: SoFar) =>
      (await load()).filter((choice) => choice.refused?.(soFar) === undefined),
    whyLeftOut: async (soFar: SoFar) => [
      ...new Set((await load()).flatMap((choice) => choice.refused?.(soFar) ?? [])),
    ],
  };
}

/** The values of an answer that can have several; the word `none` stands for none. */
export function members(value: string): readonly string[] {
  return value
    .split(',')
    .map((member) => member.trim())
    .filter((member) => member !== '' && member !== 'none');
}

/** One of the list, which these answers do not rule out. */
function checkMember(choices: readonly Choice[], typed: string, soFar: SoFar): Check {
  const choice = choices.find(({ value }) => value === typed);
  const why = choice?.refused?.(soFar);
  if (choice !== undefined) return why === undefined ? accepted(typed) : refused(why);
  const values = choices
    .filter((each) => each.refused?.(soFar) === undefined)
    .map(({ value }) => value);
  const meant = values.filter((value) => value !== 'none');
  return refused(`must be one of ${values.join(', ')}`, nearest(typed, meant));
}

/** Each of them as `checkMember` has it, seen after those before it in the list; in its order. */
function checkMembers(
  name: string,
  choices: readonly Choice[],
  typed: readonly string[],
  soFar: SoFar,
): Check {
  const values = choices.map(({ value }) => value);
  const unknown = typed.find((member) => !values.includes(member));
  if (unknown !== undefined) {
    const near = nearest(
      unknown,
      values.filter((value) => !typed.includes(value)),
    );
    return refused(
      `has ${JSON.stringify(unknown)}, which is none of ${values.join(', ')}`,
      near && typed.map((member) => (member === unknown ? near : member)).join(','),
    );
  }
  const { taken, ruledOut } = sift(name, choices, typed, soFar);
  const [first] = ruledOut;
  if (first === undefined) return accepted(taken.join(','));
  const others = typed.filter((member) => member !== first.value);
  if (others.length === 0) return refused(first.why);
  return refused(`has ${first.value}, which ${first.why}`, others.join(','));
}

/** Those that can be taken, each seen after those before it, and those that are ruled out. */
function sift(
  name: string,
  choices: readonly Choice[],
  wanted: readonly string[],
  soFar: SoFar,
): { taken: readonly string[]; ruledOut: readonly { value: string; why: string }[] } {
  const taken: string[] = [];
  const ruledOut: { value: string; why: string }[] = [];
  for (const { value, refused } of choices.filter((choice) => wanted.includes(choice.value))) {
    const why = refused?.({ ...soFar, [name]: taken.join(',') });
    if (why === undefined) taken.push(value);
    else ruledOut.push({ value, why });
  }
  return { taken, ruledOut };
}

/** What one value does; nothing for none. */
async function effect(row: ChoiceRow<string>, value: string): Promise<Effect> {
  if (value === '') return {};
  return row.plain[value] ?? (await row.load()).find((choice) => choice.value === value) ?? {};
}

function bringsOf({ brings }: Effect, soFar: SoFar): Brings {
  return (typeof brings === 'function' ? brings(soFar) : brings) ?? {};
}

function viewOf({ view }: Effect, soFar: SoFar): View {
  return (typeof view === 'function' ? view(soFar) : view) ?? {};
}

function together(all: readonly Brings[]): Brings {
  return {
    files: all.flatMap(({ files }) => files ?? []),
    inputs: all.flatMap(({ inputs }) => inputs ?? []),
    groups: all.flatMap(({ groups }) => groups ?? []),
  };
}
