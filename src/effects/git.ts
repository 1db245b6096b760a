/** Sets up git: a flake in a git repo consists of the files that git tracks, and of no others. */
import type { GitIdentity } from '../machine/git-identity.js';
import { lastLines, runStep, type StepContext } from './step.js';

/** What became of git: a repo of its own, a place in one that was there, or none. */
export type GitState = 'new' | 'existing' | 'none' | 'failed';

/** Makes a repo on `main` where there is none, and adds the files. */
export async function setUpGit(context: StepContext, files: readonly string[]): Promise<GitState> {
  const progress = context.start('Setting up git');
  const inside = await runStep(context, ['git', 'rev-parse', '--is-inside-work-tree']);
  if (inside.absent) {
    progress.note('git is not installed, so nothing is under version control yet.', [
      'Nix reads the repo without it; once you have git:',
      '  git init --initial-branch=main && git add --all',
    ]);
    return 'none';
  }
  const existing = inside.code === 0 && inside.output.trim() === 'true';
  const steps: (readonly ['git', ...string[]])[] = [
    ...(existing ? [] : [['git', 'init', '--quiet', '--initial-branch=main'] as const]),
    ['git', 'add', '--', ...files],
  ];
  for (const command of steps) {
    const { code, output } = await runStep(context, command);
    if (code !== 0) {
      progress.failed(
        `git ${command[1]} failed. The files are written and stay.`,
        lastLines(output),
      );
      return 'failed';
    }
  }
  progress.done(existing ? 'Added the files to the git repo that is there' : 'Set up git');
  return existing ? 'existing' : 'new';
}

/** Adds one more file, quietly. */
export async function addToGit(context: StepContext, file: string): Promise<void> {
  await runStep(context, ['git', 'add', '--', file]);
}

/** What became of the first commit; `unknown` where nobody knows who commits. */
export type CommitState = 'done' | 'unknown' | 'failed';

/**
 * The first commit of a new repo, where it is known who commits: git's own settings, or the name
 * and address among the answers.
 */
export async function commit(
  context: StepContext,
  message: string,
  git: GitIdentity,
  answered: GitIdentity,
): Promise<CommitState> {
  const progress = context.start('Committing');
  const who = identityToPass(context.runner.env, git, answered);
  if (who === undefined) {
    progress.note('Nothing is committed yet: git does not know who you are.', [
      'Tell it once:',
      '  git config --global user.name "Your Name"',
      '  git config --global user.email you@example.org',
    ]);
    return 'unknown';
  }
  const { code, output } = await runStep(
    context,
    ['git', 'commit', '--quiet', '--message', message],
    undefined,
    who,
  );
  if (code === 0) progress.done('Made the first commit');
  else progress.failed('git commit failed. The files are written and added.', lastLines(output));
  return code === 0 ? 'done' : 'failed';
}

/** Settings for git's environment: none where git knows by itself; undefined where nobody does. */
function identityToPass(
  env: Readonly<Record<string, string | undefined>>,
  git: GitIdentity,
  answered: GitIdentity,
): Readonly<Record<string, string>> | undefined {
  const known = {
    name: env['GIT_COMMITTER_NAME'] || git.name,
    email: env['GIT_COMMITTER_EMAIL'] || env['EMAIL'] || git.email,
  };
  if (known.name && known.email) return {};
  const name = known.name || answered.name;
  const email = known.email || answered.email;
  if (!name || !email) return undefined;
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  };
}
