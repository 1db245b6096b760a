// What is to be evaluated: all pairs of answers, every choice by itself, and every preset, on each
// channel. A case is a repo in memory, with what it is there for.
import fs from 'node:fs';
import path from 'node:path';
import { project } from '../sources.mjs';
import { answersOf, factorsOf, rulesOf } from './factors.mjs';
import { coverPairs, fill } from './pairs.mjs';

/** The same rows each time, so that what was evaluated need not be again. */
const seed = 26;

const hardwareFile = (name) => path.join(project, `test/nix/hardware/${name}.nix`);

/** The article's answers: what a single choice is added to. */
const article = {
  hostname: 'framework-desktop',
  username: 'leon',
  hardware: hardwareFile('framework-desktop'),
  shell: 'zsh',
  theme: 'robbyrussell',
  fullName: 'Aumit Leon',
  email: 'leon@example.org',
  timeZone: 'America/New_York',
};

/** An SSH key, for a preset that wants one. */
const sshKey =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG3ZTN/fh9g+iDcoECO/PEtraE8uR7uWNVumMlAZDZ9t leon@laptop';

/**
 * @returns for a channel, `cases` (each with `kind`, `title`, `answers` and `files`), and of the pairs
 *   how many there are and which can't be
 */
export async function casesOf(program, channel) {
  const factors = await factorsOf(program, channel);
  const rules = rulesOf(program, hardwareFile);
  const { rows, impossible, pairs } = await coverPairs(factors, rules, seed);
  const made = [
    ...rows.map((row, at) => ({
      kind: 'pairs',
      title: `pairs ${at + 1}`,
      answers: answersOf(program, rules, factors, row),
    })),
    ...(await singleChoices(program, { factors, rules, channel })),
    ...(await presets(program, channel)),
  ];
  const cases = [];
  for (const each of made) {
    const answers = await asTheProgramSees(program, each);
    cases.push({ ...each, channel, answers, files: await filesOf(program, answers) });
  }
  return { channel, factors, cases, pairs, impossible };
}

/** Every choice with the article's answers, and with what else it needs. */
async function singleChoices(program, { factors, rules, channel }) {
  const plain = await answered(program, { ...article, channel });
  const found = [];
  for (const factor of factors.filter(({ question }) => question.choices !== undefined)) {
    for (const value of factor.values.filter((each) => each !== 'no')) {
      const what = factor.choice
        ? [factor.question.name, factor.choice.value]
        : [factor.name, value];
      const row = await rowFor([factor.name, value], { factors, rules, plain });
      if (row === undefined) throw new Error(`${what.join(' ')} can never be chosen`);
      const answers = answersOf(program, rules, factors, row);
      found.push({ kind: 'choice', title: what.join(' '), choice: what, answers });
    }
  }
  return found;
}

/** The plain answers with a value; where it needs another, with the first that will do. */
async function rowFor(value, { factors, rules, plain }) {
  const asPlain = (factor, open) => {
    const { question, choice } = factor;
    const before = plain[question.name];
    if (choice) return before.split(',').includes(choice.value) ? 'yes' : 'no';
    return open.find((each) => before === (each in hardware ? hardware[each] : each)) ?? open[0];
  };
  const hardware = Object.fromEntries(
    (factors.find(({ name }) => name === 'hardware')?.values ?? []).map((name) => [
      name,
      hardwareFile(name),
    ]),
  );
  const alone = await fill(factors, rules, new Map([value]), asPlain);
  if (alone !== undefined) return alone;
  for (const factor of factors.filter(({ name }) => name !== value[0]).reverse()) {
    for (const other of factor.values) {
      const row = await fill(factors, rules, new Map([[factor.name, other], value]), asPlain);
      if (row !== undefined) return row;
    }
  }
  return undefined;
}

async function presets(program, channel) {
  const question = program.questions.find(({ name }) => name === 'preset');
  const found = [];
  for (const { value, asks = [] } of await question.choices(program.mostChoices)) {
    const { shell: _shell, theme: _theme, ...who } = article;
    const wanted = asks.includes('sshKey') ? { sshKey } : {};
    const answers = await answered(program, { ...who, ...wanted, preset: value, channel });
    found.push({ kind: 'preset', title: `preset ${value}`, choice: ['preset', value], answers });
  }
  return found;
}

/** What the program makes of these answers; that it refuses one of them is a mistake in here. */
async function answered({ resolveAnswers, values, unknownMachine }, some) {
  const given = new Map(
    Object.entries(some).map(([name, value]) => [name, { value, source: 'the matrix' }]),
  );
  const { answers, wrong, missing } = await resolveAnswers(
    given,
    unknownMachine,
    async (_question, standard) => standard,
  );
  const problems = [
    ...wrong.map(({ question, typed, check }) => `${question.name} ${typed} ${check.why}`),
    ...missing.map(({ name }) => `${name} is missing`),
  ];
  if (problems.length > 0) throw new Error(problems.join('; '));
  return values(answers);
}

/** The answers, taken by the program itself: what applies is given, what does not is left out. */
async function asTheProgramSees(program, { title, answers }) {
  const applying = program.questions.filter(
    ({ name, applies, mayBeEmpty }) =>
      (applies?.(answers) ?? true) && (answers[name] !== '' || mayBeEmpty),
  );
  const some = Object.fromEntries(applying.map(({ name }) => [name, answers[name]]));
  try {
    return await answered(program, some);
  } catch (error) {
    throw new Error(`${title}: ${error.message}`);
  }
}

async function filesOf(program, answers) {
  return program.renderRepo(answers, fs.readFileSync(answers.hardware, 'utf8'));
}
