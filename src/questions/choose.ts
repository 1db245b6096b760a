/**
 * Rows whose values are choices of a list. The list stands in a file of its own in `src/choices/`,
 * and is loaded only where a run needs more of it than the plain values, so that a choice which
 * nobody makes costs nothing.
 */
import { allThere, type Soon, whenThere } from '../soon.js';
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
  extends Omit<
    Question<Name>,
    'choices' | 'check' | 'brings' | 'view' | 'separator' | 'mayBeEmpty'
  > {
  /** The whole list. */
  readonly load: () => Promise<readonly Choice[]>;
  /** The values that need no list: they can always be chosen, and do this. */
  readonly plain: Readonly<Record<string, Effect>>;
}

/** Makes a row that takes one of its choices a question. */
export function chooseOne<const Name extends string>(row: ChoiceRow<Name>): Question<Name> {
  return Object.assign(row, fromList(row), {
    check: (typed: string, soFar: SoFar) =>
      isPlain(row, typed)
        ? accepted(typed)
        : row.load().then((choices) => checkMember(choices, typed, soFar)),
    brings: (value: string, soFar: SoFar) =>
      whenThere(effect(row, value), (does) => bringsOf(does, soFar)),
    view: (value: string, soFar: SoFar) =>
      whenThere(effect(row, value), (does) => viewOf(does, soFar)),
  });
}

/** Makes a row that takes any number of its choices, in one text with commas between them, a question. */
export function chooseSeveral<const Name extends string>(row: ChoiceRow<Name>): Question<Name> {
  const { name } = row;
  const effects = (value: string) => {
    const values = isPlain(row, value) ? [value] : members(value);
    return allThere(values.map((each) => effect(row, each)));
  };
  return Object.assign(row, fromList(row), {
    separator: ',' as const,
    mayBeEmpty: true,
    check: (typed: string, soFar: SoFar) =>
      isPlain(row, typed)
        ? accepted(typed)
        : row.load().then((choices) => checkMembers(name, choices, members(typed), soFar)),
    keep: (value: string, soFar: SoFar) =>
      isPlain(row, value)
        ? accepted(value)
        : row.load().then((choices) => keepMembers(name, choices, members(value), soFar)),
    brings: (value: string, soFar: SoFar) =>
      whenThere(effects(value), (all) => together(all.map((each) => bringsOf(each, soFar)))),
    view: (value: string, soFar: SoFar) =>
      whenThere(effects(value), (all) => ({
        ...Object.assign({}, ...all.map((each) => viewOf(each, soFar))),
        [name]: members(value),
      })),
  });
}

/** What every such row takes from its list. */
function fromList({ load }: ChoiceRow<string>) {
  return {
    choices: async (soFar: SoFar) =>
      (await load()).filter((choice) => choice.refused?.(soFar) === undefined),
    whyLeftOut: async (soFar: SoFar) => [
      ...new Set((await load()).flatMap((choice) => choice.refused?.(soFar) ?? [])),
    ],
  };
}

function isPlain({ plain }: ChoiceRow<string>, value: string): boolean {
  return Object.hasOwn(plain, value);
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

/** Those of a default that can be taken, with what is left out of it. */
function keepMembers(
  name: string,
  choices: readonly Choice[],
  wanted: readonly string[],
  soFar: SoFar,
): Check {
  const { taken, ruledOut } = sift(name, choices, wanted, soFar);
  const notes = ruledOut.map((each) => `without ${each.value}: ${each.why}`);
  return accepted(taken.join(','), notes.join('; ') || undefined);
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
function effect({ plain, load }: ChoiceRow<string>, value: string): Soon<Effect> {
  const known = value === '' ? {} : plain[value];
  return known ?? load().then((choices) => choices.find((each) => each.value === value) ?? {});
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
