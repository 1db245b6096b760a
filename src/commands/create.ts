/** The program's main way: facts, answers, repo, plan, apply, effects. */
import { resolve } from 'node:path';
import type { Arguments } from '../cli/arguments.js';
import { Interrupted, UsageError } from '../errors.js';
import { Facts } from '../machine/facts.js';
import { values } from '../questions/answers.js';
import { applyPlan, listen } from '../repo/apply.js';
import { planRepo, toWrite } from '../repo/plan.js';
import { renderRepo } from '../repo/render.js';
import { removeStale } from '../repo/staging.js';
import { lookAt, type Mode, refuseOccupied } from '../repo/target.js';
import { runEffects } from './create/effects.js';
import { findAnswers } from './create/find-answers.js';
import { hardwareText } from './create/hardware.js';
import { nextSteps } from './create/next-steps.js';
import { report, showPlan } from './create/report.js';
import { type Done, type Draft, personOf, type Run, type World } from './create/run.js';

/** Returns whether every step that was asked for was done. */
export async function create(args: Arguments, world: World): Promise<boolean> {
  const run = beginning(args, world);
  const draft = await draftOf(run);
  await showPlan(run, draft);
  if (args.on.has('dry-run')) {
    report(run, draft, nothingDone, [], 'Nothing has been written.');
    return true;
  }
  if (!(await draft.confirm(question(run, draft)))) {
    draft.output.end('Nothing has been written.');
    return true;
  }
  await applyPlan(draft.plan, personOf(run), world.signal);
  const done = await finishing(run, draft).catch(sayWhatStands(draft));
  const { directory } = draft.plan.target;
  report(run, draft, done, nextSteps(run, draft, done), `Your configuration is in ${directory}`);
  return !done.failed;
}

/** The steps after the writing; a signal that came in late stops here too. */
async function finishing(run: Run, draft: Draft): Promise<Done> {
  const done = await runEffects(run, draft);
  await listen(run.world.signal);
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
  locked: false,
  committed: true,
  rebuilt: false,
  failed: false,
  ran: [],
};

/** Looks at the target first: a directory that can't be used is said before anything is asked. */
function beginning(args: Arguments, world: World): Run {
  const mode = modeOf(args);
  const target = lookAt(resolve(world.workingDirectory, typedDirectory(args)));
  if (!args.on.has('dry-run')) removeStale(target.directory);
  refuseOccupied(target, mode);
  const facts = new Facts(world.root, { uid: world.uid, env: world.env });
  const context = { facts, directory: target.directory };
  return { args, world, context, mode, interactive: isInteractive(args, world) };
}

/** Whether somebody is there and wants to be asked; looks at the streams last. */
function isInteractive({ on }: Arguments, { stdin, stdout }: World): boolean {
  if (on.has('yes') || on.has('json')) return false;
  return stdin.isTTY === true && stdout.isTTY === true;
}

function modeOf({ on }: Arguments): Mode {
  if (on.has('overwrite')) return 'overwrite';
  return on.has('merge') ? 'merge' : 'create';
}

function typedDirectory({ directories }: Arguments): string {
  const [typed = 'nixos-config'] = directories;
  if (typed === '') throw new UsageError('The directory is empty: name one, or leave it out.');
  return typed;
}

async function draftOf(run: Run): Promise<Draft> {
  const talk = await findAnswers(run);
  const answers = values(talk.found);
  const hardware = await hardwareText(run, answers);
  const files = await renderRepo(answers, hardware);
  // again, since somebody may have taken the place while questions were answered
  const target = lookAt(run.context.directory);
  refuseOccupied(target, run.mode);
  const plan = planRepo(files, target, run.mode);
  return { ...talk, answers, hardware, plan };
}

function question({ args }: Run, { plan }: Draft): string {
  const count = toWrite(plan).length;
  const files = count === 1 ? 'this file' : `these ${count} files`;
  return `Write ${files} to ${typedDirectory(args)}?`;
}
