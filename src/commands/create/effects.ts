/** The steps after the writing: git, flake.lock, the first commit, the first rebuild. */
import type { CommitState, GitSetup, GitState } from '../../effects/git.js';
import type { Ran, StepContext } from '../../effects/step.js';
import { type Done, type Draft, personOf, type Run } from './run.js';
import type { Rebuilt } from './steps.js';

/** Takes the steps that were not declined. One that fails leaves the repo, and the others go on. */
export async function runEffects(run: Run, draft: Draft): Promise<Done> {
  const ran: Ran[] = [];
  const step: StepContext = {
    directory: draft.plan.target.directory,
    runner: { env: run.world.env, person: personOf(run), interruption: run.world.interruption },
    start: (title) => draft.output.start(title),
    ran,
  };
  const { state: git, ignored } = await setUpGit(run, draft, step);
  const locked = await lock(run, draft, step, isTracked(git));
  const committed = await commit(run, draft, step, git, locked);
  const rebuilt = await offer(run, draft, step);
  const failed =
    git === 'failed' || git === 'no-repo' || committed === 'failed' || rebuilt === 'failed';
  return {
    git,
    ignored,
    locked,
    committed,
    rebuilt: rebuilt === 'done' || rebuilt === 'boot',
    startsAnew: rebuilt === 'boot',
    failed,
    ran,
    comparison: step.comparison,
  };
}

function isTracked(git: GitState): boolean {
  return git === 'new' || git === 'existing';
}

async function setUpGit({ args }: Run, { plan }: Draft, step: StepContext): Promise<GitSetup> {
  if (!args.on.has('git')) return { state: 'none', ignored: [] };
  const git = await import('../../effects/git.js');
  return git.setUpGit(
    step,
    plan.files.map((file) => file.path),
  );
}

/** A flake.lock that was there stays as it is, unless its flake.nix was replaced on request. */
async function lock(
  { args, mode }: Run,
  { plan }: Draft,
  step: StepContext,
  tracked: boolean,
): Promise<boolean> {
  const isThere = plan.target.content.includes('flake.lock');
  if (!args.on.has('lock') || (isThere && mode !== 'overwrite')) return isThere;
  const { lockInputs } = await import('../../effects/lock.js');
  return lockInputs(step, tracked);
}

/** A repo that was there is not ours to commit to. */
async function commit(
  { context }: Run,
  { answers }: Draft,
  step: StepContext,
  git: GitState,
  locked: boolean,
): Promise<CommitState> {
  if (!isTracked(git)) return 'done';
  const effects = await import('../../effects/git.js');
  if (locked) await effects.addToGit(step, 'flake.lock', git === 'new');
  if (git === 'existing') return 'done';
  const answered = { name: answers.fullName, email: answers.email };
  const message = `NixOS configuration for ${answers.hostname}`;
  return effects.commit(step, message, [context.facts.git, answered]);
}

/** Where nobody is there and no rebuild was asked for, there is none: `--yes` alone is no yes to it. */
async function offer(run: Run, draft: Draft, step: StepContext): Promise<Rebuilt> {
  if (run.context.facts.target !== undefined) {
    if (!run.args.on.has('install') && !run.interactive) return 'not';
    const { offerInstall } = await import('./first-install.js');
    return offerInstall(run, draft, step);
  }
  if (!run.args.on.has('rebuild') && !run.interactive) return 'not';
  const { offerRebuild } = await import('./first-rebuild.js');
  return offerRebuild(run, draft, step);
}
