/** Gathers the answers: given ones first; then by asking where somebody is there, else defaults. */

import { UsageError } from '../../errors.js';
import { mounts } from '../../machine/mounts.js';
import { type Resolved, resolveAnswers } from '../../questions/answers.js';
import { flagName } from '../../questions/question.js';
import { questions } from '../../questions/table.js';
import { type Output, PlainOutput, SilentOutput } from '../../terminal/output.js';
import { styleFor } from '../../terminal/style.js';
import { drawSummary, type SummaryRow } from '../../terminal/summary.js';
import { version } from '../../version.js';
import { completeCommand } from './next-steps.js';
import type { Run, Talk } from './run.js';

/** What was given, and by what; answers at prompts come to it. */
export type GivenMap = Map<string, { value: string; source: string }>;

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
  const early = await resolveAnswers(given, context, (_question, standard) => standard);
  const problems = [...file.problems, ...wrongValues(early)];
  if (problems.length > 0) {
    throw new UsageError(problems.join('\n'), ['See --help.']);
  }
  if (!run.interactive) return takeDefaults(run, early);
  const { askQuestions } = await import('./ask.js');
  return askQuestions(run, given);
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
export function rowsOf(answers: Resolved['answers']): readonly SummaryRow[] {
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
export function sayThatRootIsThere({ context }: Run, output: Output): void {
  const { facts } = context;
  if (facts.target !== undefined || !facts.isLive || !mounts(facts.machine)?.has('/mnt')) return;
  output.warn(
    'This is the live system, and something is mounted at /mnt: --root /mnt writes the configuration there and installs it.',
  );
}
