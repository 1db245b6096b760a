/** Installs NixOS to a system that is mounted: shown, run on a yes, and in words when it fails. */
import { readFileSync } from 'node:fs';
import { commandLine } from '../cli/words.js';
import { Interrupted } from '../errors.js';
import type { Root } from '../machine/read.js';
import type { Program, Runner } from './run.js';
import type { StepContext } from './step.js';

/**
 * The command for a host of the flake at `directory`. nixos-install switches flakes on for itself.
 *
 * The flake is named by its path, and not as the git repo that it is: the repo belongs to its user,
 * and Nix as root refuses to open somebody else's ("repository path … is not owned by current
 * user", which libgit2 says, and which no variable of git's changes). Only behind that very user's
 * sudo it would not.
 */
export function installCommand(
  target: string,
  directory: string,
  host: string,
): Program['command'] {
  return ['nixos-install', '--root', target, '--flake', `path:${directory}#${host}`];
}

/** Sets the password of a user of the installed system (nixos-enter(8)). */
export function passwordCommand(target: string, user: string): Program['command'] {
  return ['nixos-enter', '--root', target, '-c', `passwd ${user}`];
}

/** The profile that the boot loader starts; on the target it is there once the system is built. */
const profile = '/nix/var/nix/profiles/system';

/** Where a run in the open writes to: the terminal's stream, and a log. */
export interface Open {
  readonly log: string | undefined;
  readonly stream: 'stdout' | 'stderr';
}

/** Runs nixos-install in the open, and says in words what came of it. Returns whether it worked. */
export async function install(
  context: StepContext,
  command: Program['command'],
  target: Root,
  open: Open,
): Promise<boolean> {
  const before = target.link(profile);
  // begun only behind it: a moving line would write over its output, and over its questions
  const say = () => context.start('nixos-install');
  const again = (when: string) => [
    ...(open.log ? [`The log is in ${open.log}.`] : []),
    `What is written and built stays. ${when}, the same again goes on from there:`,
    `  sudo ${commandLine(command)}`,
  ];
  const { code, absent } = await runOpenly(context, command, open).catch((error: unknown) => {
    if (error instanceof Interrupted) {
      say().note(`Stopped. ${unfinished}`, again('Whenever you want'));
    }
    throw error;
  });
  if (code === 0) {
    say().done('NixOS is installed');
    return true;
  }
  if (absent) {
    say().failed('nixos-install is not here, so nothing has been installed.', [
      "It is on NixOS' live system. On another Linux, with Nix:",
      '  nix-shell -p nixos-install-tools',
    ]);
    return false;
  }
  const { explain, saidToItsEnd } = await import('./failures.js');
  const isBuilt = target.link(profile) !== before;
  say().failed(whatFailed(isBuilt, open.log), [
    ...explain(saidToItsEnd(textOf(open.log), code), context.directory),
    ...again('When it is mended'),
  ]);
  return false;
}

const unfinished = 'The installation is not complete, and the target may not start yet.';

/** How far it came; the words are those of nixos-install. */
function whatFailed(isBuilt: boolean, log: string | undefined): string {
  if (!isBuilt) return 'The system could not be built. The target does not start yet.';
  return /setting root password/i.test(textOf(log))
    ? "NixOS is installed, but root's password could not be set."
    : 'The system is built, but its boot loader could not be installed. The target does not start yet.';
}

function textOf(file: string | undefined): string {
  try {
    return file === undefined ? '' : readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Asks for the password there, in the open. Returns whether it was set. */
export async function setPassword(
  context: StepContext,
  command: Program['command'],
  user: string,
  open: Open,
): Promise<boolean> {
  const { code } = await runOpenly(context, command, open);
  // not before: a moving line would write over the question, and hide what is asked
  const progress = context.start('passwd');
  if (code === 0) progress.done(`${user} has a password`);
  else progress.failed(`${user} has no password yet, and can't log in without one.`);
  return code === 0;
}

/** As root, whoever the repo belongs to. */
async function runOpenly(context: StepContext, command: Program['command'], { log, stream }: Open) {
  const { runInTheOpen } = await import('./run.js');
  const { directory } = context;
  const runner: Runner = { ...context.runner, person: undefined };
  const outcome = await runInTheOpen({ command, directory }, runner, log, stream);
  context.ran.push({ command, directory, exitCode: outcome.code ?? null });
  return outcome;
}
