/** The program's main way: facts, answers, repo, plan, apply, effects. */
import { resolve } from 'node:path';
import type { Arguments } from '../cli/arguments.js';
import { Interrupted, UsageError } from '../errors.js';
import { Facts } from '../machine/facts.js';
import { values } from '../questions/answers.js';
import { applyPlan, listen } from '../repo/apply.js';
import { planRepo, toWrite } from '../repo/plan.js';
import { withManifest } from '../repo/render.js';
import { removeStale } from '../repo/staging.js';
import { lookAt, type Mode, refuseOccupied } from '../repo/target.js';
import { runEffects } from './create/effects.js';
import { findAnswers } from './create/find-answers.js';
import { hardwareIn, hardwareText } from './create/hardware.js';
import { type NextStep, nextSteps } from './create/next-steps.js';
import { alreadyFlake, howToAdd, oldConfiguration } from './create/old-configuration.js';
import { report, showPlan } from './create/report.js';
import { type Done, type Draft, personOf, type Run, type Talk, type World } from './create/run.js';
import { takeOver } from './create/take-over.js';

/** Returns whether every step that was asked for was done. */
export async function create(args: Arguments, world: World): Promise<boolean> {
  const begun = await beginning(args, world);
  const talk = await findAnswers(begun);
  const run = await placed(begun, talk);
  const draft = await draftOf(run, talk);
  await showPlan(run, draft);
  if (args.on.has('dry-run')) {
    await report(run, draft, nothingDone, [], 'Nothing has been written.');
    return true;
  }
  if (!(await draft.confirm(question(run, draft)))) {
    draft.output.end('Nothing has been written.');
    return true;
  }
  await write(run, draft);
  const done = await finishing(run, draft).catch(sayWhatStands(draft));
  const { directory } = draft.plan.target;
  const steps = await whatIsLeft(run, draft, done);
  await report(run, draft, done, steps, `Your configuration is in ${directory}`);
  return !done.failed;
}

/** The steps after the writing; a signal that came in late stops here too. */
async function finishing(run: Run, draft: Draft): Promise<Done> {
  const done = await runEffects(run, draft);
  await listen(run.world.interruption);
  return done;
}

/** Stopped after the writing: the repo is whole, and that has to be said. */
function sayWhatStands({ plan }: Draft): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof Interrupted)) throw error;
    const { directory } = plan.target;
    throw new Interrupted(error.code, `Stopped. Your configuration is written, in ${directory}`);
  };
}

const nothingDone: Done = {
  git: 'none',
  ignored: [],
  locked: false,
  committed: 'done',
  rebuilt: false,
  startsAnew: false,
  failed: false,
  ran: [],
};

/** With `--root`, what is written goes to the home of a user who is only known after the answers. */
async function placed(run: Run, { found }: Talk): Promise<Run> {
  if (run.context.facts.target === undefined) return run;
  const { onTarget } = await import('./create/installing.js');
  return onTarget(run, values(found));
}

async function write(run: Run, { plan }: Draft): Promise<void> {
  const apply = () => applyPlan(plan, personOf(run), run.world.interruption);
  if (run.context.facts.target === undefined) return apply();
  const { withHome } = await import('./create/installing.js');
  return withHome(run, apply);
}

async function whatIsLeft(run: Run, draft: Draft, done: Done): Promise<readonly NextStep[]> {
  if (run.context.facts.target === undefined) return nextSteps(run, draft, done);
  const { installSteps } = await import('./create/install-steps.js');
  return installSteps(run, draft, done);
}

/** Looks at the target first: a directory that can't be used is said before anything is asked. */
async function beginning(args: Arguments, world: World): Promise<Run> {
  const mode = modeOf(args);
  if (args.root !== undefined || args.on.has('install')) {
    const { beginInstalling } = await import('./create/installing.js');
    const begun = beginInstalling(args, world);
    if (begun) {
      const old = await oldConfiguration(args, world, begun.facts, begun.directory);
      const context = { ...begun, old };
      return { args, world, mode, context, interactive: isInteractive(args, world) };
    }
  }
  const target = lookAt(resolve(world.workingDirectory, typedDirectory(args)));
  if (!args.on.has('dry-run')) removeStale(target.directory);
  refuseOccupied(target, mode);
  const facts = new Facts(world.root, { uid: world.uid, env: world.env });
  const old = await oldConfiguration(args, world, facts, target.directory);
  const context = { facts, directory: target.directory, old };
  return { args, world, context, mode, interactive: isInteractive(args, world) };
}

/** Whether somebody is there and wants to be asked; looks at the streams last. */
function isInteractive({ on }: Arguments, { stdin, stdout }: World): boolean {
  if (on.has('yes') || on.has('json')) return false;
  return stdin.isTTY === true && stdout.isTTY === true;
}

function modeOf({ on }: Arguments): Mode {
  if (on.has('merge') && on.has('overwrite')) {
    throw new UsageError('--merge and --overwrite exclude each other.');
  }
  if (on.has('overwrite')) return 'overwrite';
  return on.has('merge') ? 'merge' : 'create';
}

function typedDirectory({ directories }: Arguments): string {
  const [typed = 'nixos-config'] = directories;
  if (typed === '') throw new UsageError('The directory is empty: name one, or leave it out.');
  return typed;
}

async function draftOf(run: Run, talk: Talk): Promise<Draft> {
  const { old } = talk.context;
  if (old?.isFlake) talk.output.warn(`${alreadyFlake(old.folder)} ${howToAdd}`);
  const answers = values(talk.found);
  const found = await hardwareText(run, talk.context, answers);
  const { files, accounts } = await takeOver(talk.context, answers, found);
  const hardware = found && hardwareIn(files, answers);
  // again, since somebody may have taken the place while questions were answered
  const target = lookAt(run.context.directory);
  refuseOccupied(target, run.mode);
  const plan = planRepo(withManifest(answers, files), target, run.mode);
  return { ...talk, answers, hardware, plan, accounts };
}

function question({ args, context }: Run, { plan }: Draft): string {
  const count = toWrite(plan).length;
  const files = count === 1 ? 'this file' : `these ${count} files`;
  const { facts, directory } = context;
  const place = facts.target === undefined ? typedDirectory(args) : directory;
  if (count === 0) return `There is nothing to write to ${place}. Go on?`;
  return `Write ${files} to ${place}?`;
}
