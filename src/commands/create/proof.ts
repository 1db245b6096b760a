/** Proof that nothing was lost: old and new compared, shown, and what needs a yes asked for. */
import { compare } from '../../compare/compare.js';
import { areaNames, type Comparison, needsName, unasked } from '../../compare/difference.js';
import { drawComparison } from '../../compare/draw.js';
import { type OldFlake, oldFlake, oldSource } from '../../compare/old-source.js';
import type { StepContext } from '../../effects/step.js';
import { type OldConfiguration, readOld } from '../../import/old.js';
import type { Progress } from '../../terminal/output.js';
import type { Draft, Run } from './run.js';

/** Whether the rebuild may go on. */
export type Verdict = 'go on' | 'stop';

/**
 * Compares old and new, shows the table, asks by name; whether the rebuild may go on. Throws
 * `Interrupted` where somebody stops it.
 */
export async function proveNothingLost(
  run: Run,
  draft: Draft,
  step: StepContext,
): Promise<Verdict> {
  const { output, answers, found } = draft;
  const own = machinesOwn(run, draft);
  const flake = flakeOf(run, own);
  const old = flake?.source ?? oldSource(own, run.world.root);
  if (old === undefined) {
    const what = own?.isFlake ? 'is a flake already' : 'holds no configuration to compare with';
    output.warn(`/etc/nixos ${what}, so nothing is switched.`);
    return 'stop';
  }
  const progress = step.start('Comparing old and new');
  const made = { host: answers.hostname, found };
  const comparison = await compare(old, made, step, (text) => progress.update(text));
  step.comparison = comparison;
  say(progress, comparison);
  const lines = drawComparison(comparison, output.style, output.columns);
  if (lines.length > 0) output.block('Old and new', lines);
  const isKnown = flake === undefined || isFlakeKnown(flake, comparison, output);
  return isKnown ? decide(run, draft, comparison) : 'stop';
}

/** The flake that this machine was built from so far, by the name that it has (nixos-rebuild(8)). */
function flakeOf(
  { context: { facts }, world }: Run,
  own: OldConfiguration | undefined,
): OldFlake | undefined {
  const host = facts.hostname?.value;
  if (!own?.isFlake || host === undefined) return undefined;
  return oldFlake(facts.root, own.folder, host, world.root);
}

/**
 * Whether a flake was evaluated, and its host's modules are named there. What has been read of one
 * is too little: most of it may stand in functions and in other flakes.
 */
function isFlakeKnown(
  { host, notRead }: OldFlake,
  { by }: Comparison,
  output: Draft['output'],
): boolean {
  if (by === 'evaluation' && notRead !== undefined) {
    if (notRead.length > 0) {
      const lines = notRead.map((text) => text.replace(/\s+/g, ' '));
      output.block('Modules of /etc/nixos that were evaluated, and not read', lines);
    }
    return true;
  }
  const why =
    by === 'reading' ? 'can’t be evaluated here' : `makes the modules of ${host} by a function`;
  output.warn(
    `/etc/nixos is a flake already and ${why}, so nothing is switched. Compare the two yourself, and then switch.`,
  );
  return false;
}

/** What this machine has now, whether it was taken over or another one was. */
function machinesOwn({ context }: Run, draft: Draft): OldConfiguration | undefined {
  const { old } = draft.context;
  return old && !old.isNamed ? old : readOld(context.facts.root, '/etc/nixos', false);
}

/** How it was compared, and what came of it in one line. */
function say(progress: Progress, comparison: Comparison): void {
  const { by, because } = comparison;
  const count = unasked(comparison).length;
  const what = count === 1 ? '1 difference was' : `${count} differences were`;
  const result = count === 0 ? 'nothing is lost' : `${what} not asked for`;
  if (by === 'reading') {
    const how = 'The files of old and new were read, not evaluated';
    progress.note(`${how}: ${count === 0 ? 'nothing in them is missing' : result}.`, because);
    return;
  }
  const read = whatWasRead(comparison);
  if (count === 0 && read.length === 0) progress.done(`Evaluated old and new: ${result}`);
  else progress.note(`Evaluated old and new: ${result}.`, read);
}

/** Where a part of the two could not be evaluated, by name. */
function whatWasRead({ read }: Comparison): readonly string[] {
  const names = read.map((area) => areaNames[area].toLowerCase()).join(', ');
  return names === '' ? [] : [`What could not be evaluated was read: ${names}.`];
}

/** What nobody asked for needs a yes, what a machine can't do without one by its name. */
async function decide(run: Run, { output, confirm }: Draft, comparison: Comparison) {
  const open = unasked(comparison);
  if (open.length === 0) return 'go on';
  if (!run.interactive) {
    output.warn(
      'Nothing is switched: these differences need the yes of a person, in a terminal. Or take over what is missing, and run the rebuild yourself.',
    );
    return 'stop';
  }
  const named = needsName(comparison);
  if (named.length > 0) {
    const { yesByName } = await import('../../compare/yes-by-name.js');
    const { style, columns } = output;
    const isYes = await yesByName(named, { style, columns, signal: run.world.interruption.signal });
    if (!isYes) return stopped(output);
  }
  if (named.length === open.length) return 'go on';
  return (await confirm('Go on without the rest?', false)) ? 'go on' : stopped(output);
}

function stopped(output: Draft['output']): Verdict {
  output.warn('Nothing is switched. Take over what you need, and then switch.');
  return 'stop';
}
