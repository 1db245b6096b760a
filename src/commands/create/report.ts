/** What is shown of a plan before it is carried out, and of everything at the end. */
import { basename } from 'node:path';
import type { Output } from '../../terminal/output.js';
import { drawTree } from '../../terminal/tree.js';
import { wrap } from '../../terminal/wrap.js';
import { type NextStep, repeatLine } from './next-steps.js';
import type { Done, Draft, Run } from './run.js';

/** The tree, what it takes over, and for each file that differs the difference. */
export async function showPlan(
  { args, interactive }: Run,
  { plan, output, accounts, context }: Draft,
): Promise<void> {
  const name = basename(plan.target.directory);
  output.block('', drawTree(name, plan.files, output.style));
  // without a person to say yes, the report at the end is enough
  if (interactive && accounts.length > 0) {
    const { countsOf } = await import('../../import/report.js');
    output.block(`From ${context.old?.folder}`, countsOf(accounts, output.columns));
  }
  const differing = plan.files.filter(({ state }) => state === 'keep' || state === 'change');
  if (differing.length === 0 || args.on.has('json')) return;
  const { drawDiff } = await import('../../terminal/diff.js');
  for (const file of differing) output.block(file.path, drawDiff(file, output.style));
}

/** The last words: next steps and the line that repeats the run, or with `--json` the object. */
export async function report(
  run: Run,
  draft: Draft,
  done: Done,
  steps: readonly NextStep[],
  words: string,
): Promise<void> {
  const { plan, answers, output } = draft;
  if (run.args.on.has('json')) {
    const object = {
      directory: plan.target.directory,
      host: answers.hostname,
      files: plan.files.map(({ path: file, state }) => ({ path: file, state })),
      imported: draft.accounts,
      commands: done.ran,
      comparedBy: done.comparison?.by,
      differences: done.comparison?.differences,
      nextSteps: steps,
    };
    run.world.stdout.write(`${JSON.stringify(object, null, 2)}\n`);
    return;
  }
  if (draft.accounts.length > 0) {
    const { drawReport } = await import('../../import/report.js');
    const title = `What became of ${draft.context.old?.folder}`;
    output.block(title, drawReport(draft.accounts, output.style, output.columns));
  }
  if (steps.length > 0) {
    output.block(
      'Next steps',
      steps.flatMap((step, at) => drawStep(step, at + 1, output)),
    );
  }
  output.block('The same again, without questions', [output.style.dim(repeatLine(run, draft))]);
  output.end(words);
}

function drawStep({ text, command }: NextStep, number: number, output: Output): readonly string[] {
  const [first, ...rest] = wrap(text, output.columns - 5);
  return [
    `${number}. ${first}`,
    ...rest.map((line) => `   ${line}`),
    ...(command ? [`   ${output.style.cyan(command)}`] : []),
  ];
}
