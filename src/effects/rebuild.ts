/** The first rebuild, a step at a time: each is shown and only then run, and can be taken back. */
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { commandLine } from '../cli/words.js';
import { Interrupted } from '../errors.js';
import type { Root } from '../machine/read.js';
import type { Outcome, Program, Runner } from './run.js';
import type { StepContext } from './step.js';

/**
 * What `nixos-rebuild` is asked for (nixos-rebuild(8)): `build` changes nothing, `test` activates
 * what a restart takes back, `switch` activates it for good, `boot` makes it the next start.
 */
export type RebuildAction = 'build' | 'test' | 'switch' | 'boot';

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
  const flake = `${directory}#${host}`;
  return action === 'build' || isRoot
    ? ['nixos-rebuild', action, '--flake', flake]
    : ['sudo', 'nixos-rebuild', action, '--flake', flake];
}

/** The system profile, and the link to what runs (nixos/modules/system/activation). */
const profile = '/nix/var/nix/profiles/system';
const running = '/run/current-system';

/** Which generation is the newest, and which system runs, as links below the root. */
interface SystemState {
  readonly generation: string | undefined;
  readonly runs: string | undefined;
}

function systemState(root: Root): SystemState {
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

/** Where a rebuild runs and what is looked at around it. */
export interface Surroundings {
  readonly root: Root;
  /** Where the output is kept, if it could be made. */
  readonly log: string | undefined;
  /** Where the output is shown besides. */
  readonly output: 'stdout' | 'stderr';
  /** The folder to start in: where `build` leaves its link `result`. */
  readonly folder: string;
  /** Whether the new system runs already, tried and not kept. */
  readonly isTried: boolean;
}

const done: Readonly<Record<RebuildAction, string>> = {
  build: 'It builds. Nothing has been switched.',
  test: 'The new system runs. A restart brings the old one back.',
  switch: 'Switched to the new configuration',
  boot: 'The next start is the new system. Until then, everything is as before.',
};

/** Runs the command in the open, and says in words what came of it. Returns whether it worked. */
export async function rebuild(
  context: StepContext,
  action: RebuildAction,
  command: Program['command'],
  around: Surroundings,
): Promise<boolean> {
  const before = systemState(around.root);
  const start = sizeOf(around.log);
  // a title that is not broken in a narrow window, which a moving line could not take away
  const say = () => context.start(`nixos-rebuild ${action}`);
  const stands = () => {
    const said = textFrom(around.log, start);
    return { said, ...whatStands(action, before, around, said) };
  };
  const outcome = await inTheOpen(context, command, around).catch((error: unknown) => {
    if (error instanceof Interrupted) {
      const { said, text, lines } = stands();
      say().note(`Stopped. ${text}`, [...lines, ...(activating.test(said) ? mayGoOn : [])]);
    }
    throw error;
  });
  if (outcome.code === 0) {
    say().done(done[action]);
    return true;
  }
  if (outcome.absent) {
    const [program, ...rest] = command;
    const asRoot = program === 'sudo' ? ['As root it is:', `  ${commandLine(rest)}`] : [];
    say().failed(`${program} is not here, so nothing has been changed.`, asRoot);
    return false;
  }
  const { explain, saidToItsEnd } = await import('./failures.js');
  const { said, text, lines } = stands();
  say().failed(`${action === 'build' ? 'The build failed. ' : ''}${text}`, [
    ...explain(saidToItsEnd(said, outcome.code), context.directory),
    ...lines,
    ...(around.log ? [`The log is in ${around.log}.`] : []),
    'When it is mended:',
    `  ${commandLine(command)}`,
  ]);
  return false;
}

/** A build needs no root: behind sudo it runs as the person, whom what it writes belongs to. */
async function inTheOpen(
  context: StepContext,
  command: Program['command'],
  { folder, log, output }: Surroundings,
): Promise<Outcome> {
  const { runInTheOpen } = await import('./run.js');
  const asPerson = command[1] === 'build';
  const runner = asPerson ? context.runner : rootFor(context.runner);
  const outcome = await runInTheOpen({ command, directory: folder }, runner, log, output);
  context.ran.push({ command, directory: folder, exitCode: outcome.code ?? null });
  return outcome;
}

/**
 * Root opens somebody else's repo only behind that person's sudo, which Nix's libgit2 tells by this
 * variable; doas does not set it.
 */
function rootFor({ person, env, interruption }: Runner): Runner {
  const known = person ? { ...env, SUDO_UID: String(person.uid) } : env;
  return { env: known, person: undefined, interruption };
}

/** What switch-to-configuration says when it begins to change the system that runs. */
const activating = /^(?:activating the configuration|stopping the following units)/m;

/** nixos-rebuild has systemd run the activation, which does not end with who waits for it. */
const mayGoOn = [
  'What had begun may go on by itself. To see how it stands:',
  '  systemctl status nixos-rebuild-switch-to-configuration',
] as const;

interface Standing {
  readonly text: string;
  readonly lines: readonly string[];
}

/** Which system runs now, and how to get back to the one before. */
function whatStands(
  action: RebuildAction,
  before: SystemState,
  around: Surroundings,
  said: string,
): Standing {
  const { root, log } = around;
  const after = systemState(root);
  const isSame = after.generation === before.generation && after.runs === before.runs;
  const number = runningGeneration(root);
  if (isSame && !activating.test(said)) {
    // a system that is tried moves no link before its end, so that only the log could tell
    if (action === 'test' && log === undefined) return untold;
    return unchanged(number, around);
  }
  if (action === 'test') return { text: partly(undefined), lines: backFromTest };
  // the boot menu comes before the activation, and nothing is started where that fails
  const isStarted = log === undefined || activating.test(said) || after.runs !== before.runs;
  if (action === 'boot' || !isStarted) {
    const text = `The new system is built, but it may not be in the boot menu. ${runs(number)}`;
    return { text, lines: ['To make the one before the next start again:', rollBack('boot')] };
  }
  return { text: partly(number), lines: ['To go back to the one before:', rollBack(action)] };
}

function unchanged(number: string | undefined, { isTried }: Surroundings): Standing {
  if (isTried && number === undefined) {
    return { text: 'It is not kept: the system that was tried runs still.', lines: backFromTest };
  }
  const runs = number ? `generation ${number} runs` : 'the system runs';
  return { text: `Nothing has been changed: ${runs} as before.`, lines: [] };
}

function rollBack(action: RebuildAction): string {
  return `  sudo nixos-rebuild ${action} --rollback --no-reexec`;
}

function partly(number: string | undefined): string {
  const text = 'The new system is built, but not all of it could be started.';
  return number ? `${text} ${runs(number)}` : text;
}

function runs(number: string | undefined): string {
  return number ? `Generation ${number} runs now.` : 'What runs is between the two.';
}

/** What the profile leads to is still the old system, which can be activated as it stands. */
const backFromTest = [
  'A restart brings the old one back. To go back at once:',
  `  sudo ${profile}/bin/switch-to-configuration test`,
] as const;

const untold: Standing = {
  text: 'How far it came is not known, since no log of it could be kept.',
  lines: backFromTest,
};

function sizeOf(log: string | undefined): number {
  try {
    return log === undefined ? 0 : statSync(log).size;
  } catch {
    return 0;
  }
}

/** What was written to the log since it had this size. */
function textFrom(log: string | undefined, start: number): string {
  try {
    return log === undefined ? '' : readFileSync(log).subarray(start).toString('utf8');
  } catch {
    return '';
  }
}
