/** Starts programs: never through a shell, and only what a step has named before. */

import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { execa, type Options } from 'execa';
import type { Interruption } from '../interruption.js';
import { listen, type Owner } from '../repo/apply.js';
import type { Stream } from '../terminal/output.js';
import { standardStream } from '../terminal/streams.js';

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
  readonly interruption: Interruption;
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
  await listenBehind(result, runner.interruption);
  return {
    code: result.exitCode,
    absent: isAbsent(result),
    output: result.all,
    stdout: result.stdout,
  };
}

/**
 * Runs a program in the open: its output goes to the terminal and into `log`, its questions are
 * answered there. Asked to stop, it is waited for and never killed: it may be at the boot loader.
 */
export async function runInTheOpen(
  program: Program,
  runner: Runner,
  log: string | undefined,
  output: 'stdout' | 'stderr',
): Promise<Outcome> {
  const [file, ...args] = program.command;
  const common = {
    ...settings(program, runner),
    stdin: 'inherit',
    buffer: false,
    forceKillAfterDelay: false,
  } as const;
  const there = output === 'stdout' ? 1 : 2;
  const child =
    log === undefined
      ? execa(file, args, { ...common, stdout: there, stderr: 2 })
      : execa(file, args, { ...common, stdout: 'pipe', stderr: 'pipe' });
  if (log !== undefined) {
    copy(child.stdout, standardStream(there), log);
    copy(child.stderr, standardStream(2), log);
  }
  const result = await child;
  await listenBehind(result, runner.interruption);
  return { code: result.exitCode, absent: isAbsent(result), output: '', stdout: '' };
}

/**
 * Whether there was nothing to start. A folder of PATH that its user may not look into, such as
 * root's own behind sudo, makes it EACCES where the program is in none (execvp(3)).
 */
function isAbsent({ code }: { readonly code?: string | undefined }): boolean {
  return code === 'ENOENT' || code === 'EACCES';
}

interface Ended {
  readonly exitCode?: number | undefined;
  readonly signal?: string | undefined;
}

/**
 * Ctrl-C reaches both, and it may be the program's end that is heard of first: behind one that ended
 * by it, our own signal is on its way.
 */
async function listenBehind({ exitCode, signal }: Ended, ours: Interruption): Promise<void> {
  if ((signal === 'SIGINT' || exitCode === 130) && !ours.aborted) {
    await new Promise((heard) => {
      ours.signal.addEventListener('abort', heard, { once: true });
      setTimeout(heard, atMost);
    });
  }
  await listen(ours);
}

/** How long our own signal may be on its way behind a program's, in milliseconds. */
const atMost = 500;

/** To who reads it and into the log. That one of the two is gone or full does not end the program. */
function copy(from: Readable | null, to: Stream, log: string): void {
  from?.setEncoding('utf8').on('data', (text: string) => {
    to.write(text);
    try {
      appendFileSync(log, text);
    } catch {
      // a rebuild is worth more than its log
    }
  });
}

function settings({ directory }: Program, { env, person, interruption }: Runner) {
  const kept = Object.entries(env).filter(([name]) => !gitSurroundings.includes(name));
  const theirs = person ? { HOME: person.home, USER: person.name, LOGNAME: person.name } : {};
  return {
    cwd: directory,
    env: { ...Object.fromEntries(kept), ...theirs },
    extendEnv: false,
    reject: false,
    cancelSignal: interruption.signal,
    ...(person ? { uid: person.uid, gid: person.gid } : {}),
  } satisfies Options;
}
