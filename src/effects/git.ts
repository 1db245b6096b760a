/** Sets up git: a flake in a git repo consists of the files that git tracks, and of no others. */
import type { GitIdentity } from '../machine/git-identity.js';
import type { Program } from './run.js';
import { lastLines, runStep, type StepContext } from './step.js';

/**
 * What became of git: a repo of its own, a place in one that was there, none without git, none since
 * git could not make one, or one that the files could not be added to.
 */
export type GitState = 'new' | 'existing' | 'none' | 'no-repo' | 'failed';

export interface GitSetup {
  readonly state: GitState;
  /** The files that a repo that was there has git ignore, and Nix would not see. */
  readonly ignored: readonly string[];
}

/** Makes a repo on `main` where there is none, and adds the files. */
export async function setUpGit(context: StepContext, files: readonly string[]): Promise<GitSetup> {
  const progress = context.start('Setting up git');
  const place = await placeOf(context);
  if (place === 'no git') {
    progress.note('git is not installed, so nothing is under version control yet.', [
      'Nix reads the repo without it; once you have git:',
      '  git init --initial-branch=main && git add --all',
    ]);
    return { state: 'none', ignored: [] };
  }
  const failed = (state: GitState, what: string, lines: readonly string[]): GitSetup => {
    progress.failed(`${what}. The files are written and stay.`, lines);
    return { state, ignored: [] };
  };
  if (typeof place === 'object') return failed(place.state, "git can't be used here", place.said);
  const isNew = place === 'outside';
  if (isNew) {
    const { code, output } = await runStep(context, ['git', 'init', '--quiet', branch]);
    if (code !== 0) return failed('no-repo', 'git init failed', whatGitSaid(output));
  }
  // in a repo of our own it is not for somebody's settings to say which of our files there are
  const force = isNew ? ['--force'] : [];
  const { code, output } = await runStep(context, ['git', 'add', ...force, '--', ...files]);
  if (code === 0) {
    progress.done(isNew ? 'Set up git' : 'Added the files to the git repo that is there');
    return { state: isNew ? 'new' : 'existing', ignored: [] };
  }
  const ignored = isNew ? [] : await ignoredOf(context, files);
  if (ignored.length === 0) return failed('failed', 'git add failed', whatGitSaid(output));
  const what = 'git add failed: git ignores some of the files';
  return { ...failed('failed', what, shown(ignored)), ignored };
}

const branch = '--initial-branch=main';

type Place = 'no git' | 'outside' | 'inside';

/** Where git sees the directory, or why it does not say: nobody's repo may be what it refuses. */
async function placeOf(
  context: StepContext,
): Promise<Place | { readonly state: GitState; readonly said: readonly string[] }> {
  const command = ['git', 'rev-parse', '--is-inside-work-tree'] as const;
  // in English, since its words are looked at
  const outcome = await runStep(context, command, undefined, { LC_ALL: 'C' });
  const { absent, code, output } = outcome;
  if (absent) return 'no git';
  // it may warn besides
  if (code === 0) return outcome.stdout.trim() === 'true' ? 'inside' : 'outside';
  if (output.includes('not a git repository')) return 'outside';
  const isThere = output.includes('dubious ownership');
  return { state: isThere ? 'failed' : 'no-repo', said: whatGitSaid(output) };
}

async function ignoredOf(
  context: StepContext,
  files: readonly string[],
): Promise<readonly string[]> {
  const asTheyAre = ['-c', 'core.quotePath=false'] as const;
  const command = ['git', ...asTheyAre, 'check-ignore', '--', ...files] as const;
  const { code, stdout } = await runQuietly(context, command);
  return code === 0 ? stdout.split('\n').filter(Boolean) : [];
}

/** Nobody reads more names than this at once. */
const mostNames = 5;

function shown(files: readonly string[]): readonly string[] {
  const rest = files.length - mostNames;
  const names = files.slice(0, mostNames).map((file) => `  ${file}`);
  return rest > 0 ? [...names, `  and ${rest} more`] : names;
}

/** Its reason comes first and its advice last; between the two it may name every file. */
function whatGitSaid(output: string): readonly string[] {
  const lines = lastLines(output, Number.POSITIVE_INFINITY);
  return lines.length <= 8 ? lines : [...lines.slice(0, 3), '…', ...lines.slice(-4)];
}

/** Runs what only looks, and stands in no report. */
async function runQuietly({ directory, runner }: StepContext, command: Program['command']) {
  const { run } = await import('./run.js');
  return run({ command, directory }, runner);
}

/** Adds one more file, quietly; in a repo of our own whatever somebody's settings ignore. */
export async function addToGit(context: StepContext, file: string, isOwn: boolean): Promise<void> {
  await runStep(context, ['git', 'add', ...(isOwn ? ['--force'] : []), '--', file]);
}

/** What became of the first commit; `unknown` where nobody knows who commits. */
export type CommitState = 'done' | 'unknown' | 'failed';

/**
 * The first commit of a new repo, where it is known who commits: by git itself, or by what else was
 * `found`, the first that has a name and the first that has an address.
 */
export async function commit(
  context: StepContext,
  message: string,
  found: readonly GitIdentity[],
): Promise<CommitState> {
  const who = await identityToPass(context, found);
  const command = ['git', 'commit', '--quiet', '--message', message] as const;
  const outcome = who && (await runStep(context, command, undefined, who));
  // begun only behind it: a commit that is signed may ask for a passphrase, which a moving line hides
  const progress = context.start('Committing');
  if (outcome === undefined) {
    progress.note('Nothing is committed yet: git does not know who you are.', [
      'Tell it once:',
      '  git config --global user.name "Your Name"',
      '  git config --global user.email you@example.org',
    ]);
    return 'unknown';
  }
  if (outcome.code === 0) progress.done('Made the first commit');
  else {
    const said = whatGitSaid(outcome.output);
    progress.failed(
      'git commit failed. The files are written and added.',
      said.length > 0 ? said : ['It did not say why: a hook may have stopped it.'],
    );
  }
  return outcome.code === 0 ? 'done' : 'failed';
}

/**
 * Settings for git's environment: none where git knows by itself, in whatever file or variable
 * (git-config(1)); undefined where nobody does.
 */
async function identityToPass(
  context: StepContext,
  found: readonly GitIdentity[],
): Promise<Readonly<Record<string, string>> | undefined> {
  const { env } = context.runner;
  const own = await ownIdentity(context);
  const known = {
    name: (env['GIT_AUTHOR_NAME'] && env['GIT_COMMITTER_NAME']) || own.name,
    email: (env['GIT_AUTHOR_EMAIL'] && env['GIT_COMMITTER_EMAIL']) || env['EMAIL'] || own.email,
  };
  if (known.name && known.email) return {};
  const name = known.name || found.find((each) => each.name)?.name;
  const email = known.email || found.find((each) => each.email)?.email;
  if (!name || !email) return undefined;
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  };
}

async function ownIdentity(context: StepContext): Promise<GitIdentity> {
  const command = ['git', 'config', '-z', '--get-regexp', '^user\\.(name|email)$'] as const;
  const { stdout } = await runQuietly(context, command);
  // a key, a line break and the value; the last of the same key counts
  const entries = stdout.split('\0').map((entry) => {
    const at = entry.indexOf('\n');
    return [entry.slice(0, at), entry.slice(at + 1)] as const;
  });
  const settings = new Map(entries);
  return { name: settings.get('user.name'), email: settings.get('user.email') };
}
