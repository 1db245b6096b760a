/**
 * `--root`: the repo is for a system that is mounted there and does not run yet. What is asked for is
 * looked at first, then the home of the user is made on the target, and the repo belongs to them.
 */
import { chmodSync, chownSync, mkdirSync, realpathSync, rmdirSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Arguments } from '../../cli/arguments.js';
import { invocation } from '../../cli/invocation.js';
import { commandLine } from '../../cli/words.js';
import { Failure, UsageError } from '../../errors.js';
import type { Facts } from '../../machine/facts.js';
import { mounts } from '../../machine/mounts.js';
import { factsFor, targetFolder } from '../../machine/target.js';
import { targetUser } from '../../machine/target-user.js';
import type { Answers } from '../../questions/answers.js';
import type { Context } from '../../questions/question.js';
import { entryAt, explained } from '../../repo/disk.js';
import { removeStale } from '../../repo/staging.js';
import type { Run, World } from './run.js';

/**
 * What the questions are asked in, or nothing where `--root` is the system itself. A target that
 * nothing is mounted at, or flags that do not go together, are a {@link UsageError}.
 */
export function beginInstalling(args: Arguments, world: World): Context | undefined {
  const named = resolve(world.workingDirectory, args.root ?? '/');
  if (named === '/') {
    if (!args.on.has('install')) return undefined;
    throw new UsageError('--install needs to know where to: add --root, most often --root /mnt.');
  }
  if (args.on.has('rebuild')) {
    throw new UsageError('--rebuild is for the system that runs. With --root it is --install.');
  }
  const at = world.root === '/' ? withoutLinks(named) : named;
  const facts = factsFor(world, at);
  if (!mounts(facts.machine)?.has(at)) throw nothingMounted(args.root ?? at);
  if (world.uid !== 0 && !args.on.has('dry-run')) {
    const same = [...invocation(world.env), ...args.directories, ...args.flags];
    throw new UsageError(`Only root can write to ${at}.`, [
      'The same as root:',
      `  ${commandLine(['sudo', ...same])}`,
    ]);
  }
  const [typed] = args.directories;
  if (typed === '') throw new UsageError('The directory is empty: name one, or leave it out.');
  const directory =
    typed === undefined ? '' : onTheTarget(facts, resolve(world.workingDirectory, typed));
  return { facts, directory };
}

function withoutLinks(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function nothingMounted(at: string): UsageError {
  return new UsageError(`Nothing is mounted at ${at}.`, [
    'Mount the new root file system there first, then the boot partition, such as:',
    `  mount /dev/disk/by-label/nixos ${at}`,
    `  mount --mkdir -o umask=077 /dev/disk/by-label/boot ${at}/boot`,
    'The NixOS manual has it whole, under "Installing": nixos.org/manual',
  ]);
}

/** What the target calls a folder of this computer; empty where it is not on the target. */
function onTheTarget(facts: Facts, directory: string): string {
  const inside = relative(targetFolder(facts), directory);
  return inside === '' || inside === '..' || inside.startsWith('../') ? '' : `/${inside}`;
}

/** The run with the place that the answers give the repo, and whom it is to belong to. */
export function onTarget(run: Run, answers: Answers): Run {
  const { args, world, context } = run;
  const { facts } = context;
  const [typed] = args.directories;
  const directory =
    typed === undefined
      ? facts.root.place(answers.repoPath)
      : resolve(world.workingDirectory, typed);
  if (directory === undefined) {
    throw new Failure(`${answers.repoPath} leads nowhere on the target: a link in it is a loop.`, [
      'Name another place with --repo-path.',
    ]);
  }
  if (!args.on.has('dry-run')) removeStale(directory);
  const placed = { ...run, context: { ...context, directory } };
  const inTarget = onTheTarget(facts, directory) !== '';
  return inTarget ? { ...placed, owner: ownerOf(run, answers, directory) } : placed;
}

/** What is in somebody's home is theirs, the rest of the target root's. */
function ownerOf(
  { world, context }: Run,
  answers: Answers,
  directory: string,
): NonNullable<Run['owner']> {
  const user = targetUser(context.facts, answers.username);
  const home = context.facts.root.place(user.home);
  const isTheirs = home !== undefined && directory.startsWith(`${home}/`);
  return isTheirs && world.uid === 0 ? { ...user, home } : 'root';
}

/** Makes the home that the repo is to stand in, and takes it away again where `apply` fails. */
export async function withHome(
  { owner }: Pick<Run, 'owner'>,
  apply: () => Promise<void>,
): Promise<void> {
  const made = owner === undefined || owner === 'root' ? [] : absentFolders(owner.home);
  try {
    for (const folder of made) makeFolder(folder);
    // NixOS gives a home it makes to its user alone (users.users.<name>.homeMode)
    const [home] = made.slice(-1);
    if (home !== undefined && owner !== undefined && owner !== 'root') {
      chmodSync(home, 0o700);
      chownSync(home, owner.uid, owner.gid);
    }
    await apply();
  } catch (error) {
    for (const folder of made.reverse()) removeEmpty(folder);
    throw explained(error, 'Nothing has been changed: the home on the target could not be made');
  }
}

/** Those on the way to a folder that are not there, the uppermost first. */
function absentFolders(folder: string): string[] {
  if (entryAt(folder) !== undefined) return [];
  return [...absentFolders(dirname(folder)), folder];
}

/** Whatever the umask is, `/home` can be gone through. */
function makeFolder(folder: string): void {
  mkdirSync(folder);
  chmodSync(folder, 0o755);
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // something is in it, so it is not ours any more
  }
}
