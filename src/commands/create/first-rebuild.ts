/** Whether the first rebuild can be offered, the checks before it, and the way through its steps. */
import type { RebuildAction } from '../../effects/rebuild.js';
import type { StepContext } from '../../effects/step.js';
import { hardwareThatStands } from './hardware-that-stands.js';
import { logFile } from './log-file.js';
import { lookAround } from './look-around.js';
import { takeSteps } from './rebuild-steps.js';
import type { Draft, Run } from './run.js';
import { drawFindings } from './show-findings.js';
import type { Rebuilt } from './steps.js';

/** Looks at the machine, says what it found, and goes through the steps on a yes or `--rebuild`. */
export async function offerRebuild(run: Run, draft: Draft, step: StepContext): Promise<Rebuilt> {
  const asked = askedFor(run);
  const why = await whyNot(run, draft);
  if (why !== undefined) {
    if (asked) draft.output.start('Rebuilding').failed(`No rebuild: ${why}.`);
    return asked ? 'failed' : 'not';
  }
  const progress = draft.output.start('Looking at this computer');
  const findings = await lookAround(run, draft, step);
  const bad = findings.filter((finding) => finding.mark === 'bad');
  if (bad.length === 0) progress.done('Looked at this computer: nothing is in the way');
  else
    progress.note(
      `Looked at this computer: ${bad.length} of ${findings.length} ${bad.length === 1 ? 'needs' : 'need'} a hand`,
    );
  draft.output.block('', drawFindings(findings, draft.output));
  if (run.args.on.has('json')) {
    // nobody sees the list, so what is wrong is said on its own
    for (const finding of bad) draft.output.warn([finding.text, ...finding.fix].join('\n'));
  }
  return takeSteps({ run, draft, step, asked, findings, log: logFile(run, 'rebuild.log') });
}

/** What `--rebuild` names; the last one counts, and without a value it is a switch. */
function askedFor({ args }: Run): RebuildAction | undefined {
  if (!args.on.has('rebuild')) return undefined;
  const typed = args.flags.findLast((flag) => /^--rebuild(?:=|$)/.test(flag));
  return (typed?.split('=')[1] ?? 'switch') as RebuildAction;
}

/** Why this machine can't be rebuilt from this repo, or nothing if it can. */
async function whyNot({ context }: Run, draft: Draft): Promise<string | undefined> {
  if (!context.facts.isInstalledNixos) return 'this computer does not run an installed NixOS';
  const stands = await hardwareThatStands(draft, "this machine's");
  return 'why' in stands ? stands.why : undefined;
}
