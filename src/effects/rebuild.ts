/** The first rebuild. It is offered, shown and only then run; what it does can be taken back. */
import { dirname } from 'node:path';
import { commandLine } from '../cli/words.js';
import type { Root } from '../machine/read.js';
import type { Program, Runner } from './run.js';
import type { StepContext } from './step.js';

export type RebuildAction = 'switch' | 'build';

/**
 * The command for a host of the flake at `directory`. nixos-rebuild switches flakes on for itself;
 * only an action that changes the system needs root.
 */
export function rebuildCommand(
  action: RebuildAction,
  directory: string,
  host: string,
  isRoot: boolean,
): Program['command'] {
  const sudo = action === 'switch' && !isRoot;
  const flake = `${directory}#${host}`;
  return sudo
    ? ['sudo', 'nixos-rebuild', action, '--flake', flake]
    : ['nixos-rebuild', action, '--flake', flake];
}

/** The system profile, and the link to what runs (nixos/modules/system/activation). */
const profile = '/nix/var/nix/profiles/system';
const running = '/run/current-system';

/** Which generation is the newest, and which system runs, as links below the root. */
function systemState(root: Root): { generation: string | undefined; runs: string | undefined } {
  return { generation: root.link(profile), runs: root.link(running) };
}

/**
 * The number of the generation that runs: the one that the profile points to, if it leads to the
 * same system, else the newest that does.
 */
function runningGeneration(root: Root): string | undefined {
  const runs = root.link(running);
  if (runs === undefined) return undefined;
  const folder = dirname(profile);
  const numbers = root.list(folder).flatMap((name) => /^system-(\d+)-link$/.exec(name)?.[1] ?? []);
  const same = numbers.filter((number) => root.link(`${folder}/system-${number}-link`) === runs);
  const current = root.link(profile)?.split('-')[1];
  return same.find((number) => number === current) ?? same.sort((a, b) => Number(b) - Number(a))[0];
}

/** Runs the command in the open, and says in words what came of it. Returns whether it worked. */
export async function rebuild(
  context: StepContext,
  command: Program['command'],
  log: string | undefined,
  root: Root,
  output: 'stdout' | 'stderr',
): Promise<boolean> {
  const { runInTheOpen } = await import('./run.js');
  const before = systemState(root);
  const progress = context.start(commandLine(command));
  const runner: Runner = { ...context.runner, person: undefined };
  const outcome = await runInTheOpen(
    { command, directory: context.directory },
    runner,
    log,
    output,
  );
  context.ran.push({ command, directory: context.directory, exitCode: outcome.code ?? null });
  if (outcome.code === 0) {
    progress.done(
      command.includes('build')
        ? 'It builds. Nothing has been switched.'
        : 'Switched to the new configuration',
    );
    return true;
  }
  if (outcome.absent) {
    progress.failed(`${command[0]} is not here, so nothing has been changed.`);
    return false;
  }
  progress.failed(...whatFailed(root, before, log, command));
  return false;
}

/** A build that failed has changed nothing; an activation that failed has made a generation. */
function whatFailed(
  root: Root,
  before: ReturnType<typeof systemState>,
  log: string | undefined,
  command: readonly string[],
): readonly [string, readonly string[]] {
  const after = systemState(root);
  const goOn = [
    ...(log ? [`The log is in ${log}.`] : []),
    'When it is mended:',
    `  ${commandLine(command)}`,
  ];
  if (after.generation === before.generation && after.runs === before.runs) {
    return ['The build failed. Nothing has been changed: the system runs as before.', goOn];
  }
  const generation = runningGeneration(root);
  const runs = generation ? `Generation ${generation} runs now.` : 'What runs is between the two.';
  return [
    `The new system is built, but not all of it could be started. ${runs}`,
    ['To go back to the one before:', '  sudo nixos-rebuild switch --rollback', ...goOn],
  ];
}
