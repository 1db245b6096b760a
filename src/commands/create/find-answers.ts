/** Gathers the answers: given ones first, then by asking where somebody is there, then defaults. */

import { UsageError } from '../../errors.js';
import { mounts } from '../../machine/mounts.js';
import { type Resolved, resolveAnswers } from '../../questions/answers.js';
import { type Context, flagName } from '../../questions/question.js';
import { questions } from '../../questions/table.js';
import { type Output, PlainOutput, SilentOutput } from '../../terminal/output.js';
import type { Prompts } from '../../terminal/prompts.js';
import { styleFor } from '../../terminal/style.js';
import { drawSummary, type SummaryRow } from '../../terminal/summary.js';
import { version } from '../../version.js';
import { completeCommand } from './next-steps.js';
import type { Run, Talk } from './run.js';

type GivenMap = Map<string, { value: string; source: string }>;

export async function findAnswers(run: Run): Promise<Talk> {
  const { args, context } = run;
  const file =
    args.answersFile !== undefined
      ? (await import('../../questions/answers-file.js')).readAnswersFile(args.answersFile)
      : { given: [], problems: [] };
  const given: GivenMap = new Map(file.given);
  for (const [name, value] of args.answers) {
    given.set(name, { value, source: `--${flagName(name)}` });
  }
  const early = await resolveAnswers(given, context, async (_question, standard) => standard);
  const problems = [...file.problems, ...wrongValues(early)];
  if (problems.length > 0) {
    throw new UsageError(problems.join('\n'), ['See --help.']);
  }
  return run.interactive ? ask(run, given) : takeDefaults(run, early);
}

/** Every value that can't be taken, with why and what would do. */
function wrongValues({ wrong }: Resolved): readonly string[] {
  return wrong.map(({ question, typed, source, check }) => {
    const suggestion = check.suggestion === undefined ? '' : ` Try ${check.suggestion}`;
    const shown = question.mayBeSecret ? '' : ` ${JSON.stringify(typed)}`;
    return `${source}: ${question.label}${shown} ${check.why}.${suggestion}`;
  });
}

async function takeDefaults(run: Run, { answers, missing }: Resolved): Promise<Talk> {
  const { args, world } = run;
  const yes = args.on.has('yes');
  const open = yes
    ? missing
    : questions.filter((question) => question.alwaysAsked && !answers.get(question.name)?.given);
  const lacksYes = !yes && !args.on.has('dry-run');
  if (open.length > 0 || lacksYes || missing.length > 0) {
    const wanted = [...new Set([...open, ...missing])];
    throw new UsageError(
      whatIsMissing(
        wanted.map(({ name }) => `--${flagName(name)}`),
        lacksYes,
      ),
      [
        'Nobody can be asked here. A complete command is:',
        `  ${completeCommand(run, answers, wanted)}`,
      ],
    );
  }
  const output = args.on.has('json')
    ? new SilentOutput(world.stderr, await styleFor(world.stderr, world.env))
    : new PlainOutput(world.stdout, await styleFor(world.stdout, world.env));
  sayThatRootIsThere(run, output);
  output.block(
    `create-nixos-config ${version}`,
    drawSummary(rowsOf(answers), output.style, output.columns),
  );
  return { found: answers, context: run.context, output, confirm: async () => true };
}

/** The answers in the table's order, without the questions that do not apply. */
function rowsOf(answers: Resolved['answers']): readonly SummaryRow[] {
  return questions.flatMap((question) => {
    const answer = answers.get(question.name);
    return answer ? [{ question, answer }] : [];
  });
}

function whatIsMissing(flags: readonly string[], lacksYes: boolean): string {
  const parts = [
    ...(flags.length > 0 ? [`missing: ${flags.join(', ')}`] : []),
    ...(lacksYes ? ['missing: --yes, which confirms that the files are written'] : []),
  ];
  return parts.join('; ');
}

/** On the live system with new disks mounted, what is most likely meant is to install to them. */
function sayThatRootIsThere({ context }: Run, output: Output): void {
  const { facts } = context;
  if (facts.target !== undefined || !facts.isLive || !mounts(facts.machine)?.has('/mnt')) return;
  output.warn(
    'This is the live system, and something is mounted at /mnt: --root /mnt writes the configuration there and installs it.',
  );
}

/** Asks the first questions, shows the rest, and asks again for what is to be changed. */
async function ask(run: Run, given: GivenMap): Promise<Talk> {
  const { Prompts } = await import('../../terminal/prompts.js');
  const { stdout, env, interruption } = run.world;
  const prompts = new Prompts(stdout, await styleFor(stdout, env), interruption.signal, env);
  prompts.intro(`create-nixos-config ${version}`);
  sayThatRootIsThere(run, prompts);
  const context = await whichContext(run, prompts, given);
  let resolved = await askOpen(context, prompts, given);
  for (;;) {
    warnAboutNotes(prompts, resolved);
    const change = await prompts.review(rowsOf(resolved.answers));
    if (change === undefined) break;
    const soFar = Object.fromEntries(
      [...resolved.answers].map(([name, { value }]) => [name, value]),
    );
    const before = resolved.answers.get(change.name);
    const after = await prompts.orBack(() => prompts.ask(change, before, soFar, context));
    // one that was only looked at still follows the preset
    if (after !== undefined && after.value !== before?.value) given.set(change.name, after);
    resolved = await askOpen(context, prompts, given);
  }
  const confirm = (message: string, initial = true) => prompts.confirm(message, initial);
  return { found: resolved.answers, context, output: prompts, confirm };
}

/** Asks which computer it is for, where this one could be; and with it whether it keeps what it has. */
async function whichContext({ context }: Run, prompts: Prompts, given: GivenMap): Promise<Context> {
  if (!context.facts.isInstalledNixos || given.has('hardware')) return context;
  const asksOld = context.old !== undefined && !context.old.isNamed && !context.old.isFlake;
  const which = await prompts.askWhichMachine(asksOld);
  given.set('hardware', { value: which === 'none' ? 'none' : 'this', source: 'you' });
  return which === 'afresh' ? { ...context, old: undefined } : context;
}

/**
 * Asks what is always asked and not given yet, what has no default, and what another answer has
 * made wrong. What is answered is kept in `given`, so that nothing is asked twice.
 */
async function askOpen(context: Context, prompts: Prompts, given: GivenMap): Promise<Resolved> {
  for (;;) {
    const resolved = await resolveAnswers(given, context, async (question, standard, soFar) => {
      const suggested = await question.suggests?.(soFar, context);
      if (standard !== undefined && !suggested && !question.alwaysAsked) return standard;
      if (suggested?.note) prompts.warn(`${question.label}: ${suggested.note}.`);
      const first = suggested ? { ...suggested, given: false } : standard;
      const answer = await prompts.ask(question, first, soFar, context);
      given.set(question.name, answer);
      return answer;
    });
    if (resolved.wrong.length === 0) return resolved;
    for (const { question, typed, check } of resolved.wrong) {
      const shown = question.mayBeSecret ? '' : ` ${typed}`;
      prompts.warn(`${question.label}${shown} ${check.why}.`);
      given.delete(question.name);
    }
  }
}

/** What an answer of the first questions wants to have said; the others' stand in the summary. */
function warnAboutNotes(prompts: Prompts, { answers }: Resolved): void {
  for (const { name, label, alwaysAsked } of questions) {
    const note = answers.get(name)?.note;
    if (alwaysAsked && note) prompts.warn(`${label}: ${note}.`);
  }
}
