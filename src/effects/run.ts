/** Starts programs: never through a shell, and only what a step has named before. */
import { createInterface } from 'node:readline';
import { execa, type Options } from 'execa';
import type { Owner } from '../repo/apply.js';

/** A program to start, its arguments, and where. */
export interface Program {
  readonly command: readonly [program: string, ...args: string[]];
  /** The directory that it is started in, absolute. */
  readonly directory: string;
}

/** For whom programs are started, where that is not who runs this one (behind sudo). */
export interface Person extends Owner {
  readonly name: string;
  readonly home: string;
}

export interface Outcome {
  /** The exit code; undefined where the program could not be started or was killed. */
  readonly code: number | undefined;
  /** Whether there is no such program. */
  readonly absent: boolean;
  /** What it wrote, both streams, without the last line break. */
  readonly output: string;
  /** What it wrote to standard output alone. */
  readonly stdout: string;
}

export interface Runner {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly person: Person | undefined;
  readonly signal: AbortSignal;
}

/** What git takes from its surroundings, which may be those of another repo (a hook runs us). */
const gitSurroundings = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_GRAFT_FILE',
  'GIT_SHALLOW_FILE',
  'GIT_NAMESPACE',
];

/**
 * Runs a program to its end. `onLine` gets each line that it writes to standard error as it comes.
 * An abort stops the program and throws the reason.
 */
export async function run(
  program: Program,
  runner: Runner,
  onLine?: (line: string) => void,
): Promise<Outcome> {
  const [file, ...args] = program.command;
  const child = execa(file, args, {
    ...settings(program, runner),
    stdin: 'ignore',
    all: true,
  });
  if (onLine && child.stderr) {
    for await (const line of createInterface({ input: child.stderr })) onLine(line);
  }
  const result = await child;
  runner.signal.throwIfAborted();
  return {
    code: result.exitCode,
    absent: result.code === 'ENOENT',
    output: result.all,
    stdout: result.stdout,
  };
}

/**
 * Runs a program in the open: its output goes to the terminal and into `log`, its questions are
 * answered there.
 */
export async function runInTheOpen(
  program: Program,
  runner: Runner,
  log: string | undefined,
  output: 'stdout' | 'stderr',
): Promise<Outcome> {
  const [file, ...args] = program.command;
  const there = output === 'stdout' ? 1 : 2;
  const result = await execa(file, args, {
    ...settings(program, runner),
    stdin: 'inherit',
    stdout: log === undefined ? there : [there, { file: log, append: true }],
    stderr: log === undefined ? 2 : [2, { file: log, append: true }],
    buffer: false,
  });
  runner.signal.throwIfAborted();
  return { code: result.exitCode, absent: result.code === 'ENOENT', output: '', stdout: '' };
}

function settings({ directory }: Program, { env, person, signal }: Runner) {
  const kept = Object.entries(env).filter(([name]) => !gitSurroundings.includes(name));
  const theirs = person ? { HOME: person.home, USER: person.name, LOGNAME: person.name } : {};
  return {
    cwd: directory,
    env: { ...Object.fromEntries(kept), ...theirs },
    extendEnv: false,
    reject: false,
    cancelSignal: signal,
    ...(person ? { uid: person.uid, gid: person.gid } : {}),
  } satisfies Options;
}
