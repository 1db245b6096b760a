#!/usr/bin/env node
import { type Arguments, readArguments } from './cli/arguments.js';
/** Arguments in, exit code out. What a run does not need is not loaded. */
import { correctedLine } from './cli/invocation.js';
import type { World } from './commands/create/run.js';
import {
  type ExitCode,
  exitCode,
  Failure,
  Interrupted,
  ProgramError,
  UsageError,
} from './errors.js';
import { Interruption } from './interruption.js';
import type { Stream } from './terminal/output.js';
import { standardStream, whyOutputIsLost } from './terminal/streams.js';
import { styleFor } from './terminal/style.js';
import { version } from './version.js';

async function main(argv: readonly string[], world: World): Promise<ExitCode> {
  try {
    return await command(readArguments(argv), world);
  } catch (error) {
    const said = error instanceof ProgramError ? error : unexpected(error);
    const style = await styleFor(world.stderr, world.env);
    world.stderr.write(`${style.red(said.message)}\n`);
    for (const line of said.help) world.stderr.write(`${line}\n`);
    return said.code;
  }
}

/** An error that nobody has thought of. */
function unexpected(error: unknown): Failure {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const places = stack.split('\n').filter((line) => line.startsWith('    at '));
  return new Failure(`This should not have happened: ${message}`, [
    'Please report it, with what you typed and these lines:',
    ...places.slice(0, 5),
  ]);
}

async function command(args: Arguments, world: World): Promise<ExitCode> {
  if (args.on.has('help')) {
    const { helpText } = await import('./cli/help.js');
    const style = await styleFor(world.stdout, world.env);
    world.stdout.write(`${helpText(style, world.stdout.columns ?? 80)}\n`);
    return exitCode.done;
  }
  if (args.on.has('version')) {
    world.stdout.write(`${version}\n`);
    return exitCode.done;
  }
  if (args.command === 'schema') {
    const { answersSchema } = await import('./commands/schema.js');
    world.stdout.write(`${JSON.stringify(await answersSchema(), null, 2)}\n`);
    return exitCode.done;
  }
  if (args.command === 'facts') {
    const { printFacts } = await import('./commands/facts.js');
    await printFacts(args, world);
    return exitCode.done;
  }
  refuseWhatNpmTook(args, world);
  const { create } = await import('./commands/create.js');
  return (await create(args, world)) ? exitCode.done : exitCode.failed;
}

/** Flags that npm kept for itself, and what else came from that, with the line as it was meant. */
function refuseWhatNpmTook(args: Arguments, { env }: World): void {
  const corrected = correctedLine(args, env);
  if (corrected !== undefined)
    throw new UsageError(corrected.problem, ['You meant:', `  ${corrected.line}`]);
}

/** A signal stops what is under way; a second one ends the process at once. */
function abortOnSignals(): Interruption {
  const interruption = new Interruption();
  const stop = (code: 130 | 143) => () => {
    if (interruption.aborted) process.exit(code);
    interruption.abort(new Interrupted(code));
  };
  process.on('SIGINT', stop(exitCode.interrupted));
  process.on('SIGTERM', stop(exitCode.terminated));
  process.on('SIGHUP', stop(exitCode.terminated));
  return interruption;
}

function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    const help = ['Go to one that is, such as your home:', '  cd'];
    throw new Failure('The folder that you are in is not there any more.', help);
  }
}

/** Looked at where something is said there, which in most runs is never. */
let errors: Stream | undefined;

const world: World = {
  env: process.env,
  uid: process.getuid?.(),
  get workingDirectory() {
    return workingDirectory();
  },
  root: process.env['CREATE_NIXOS_CONFIG_ROOT'] ?? '/',
  stdin: {
    get isTTY() {
      return process.stdin.isTTY;
    },
  },
  stdout: standardStream(1),
  get stderr() {
    errors ??= standardStream(2);
    return errors;
  },
  interruption: abortOnSignals(),
};

// not awaited at the top, which the format of the bundle does not have
void main(process.argv.slice(2), world).then((code) => {
  const why = whyOutputIsLost();
  if (why) world.stderr.write(`Not all of the output could be written: ${why}.\n`);
  // all is written by now, and Node need not take down what ends with the process
  process.exit(why ? code || exitCode.failed : code);
});
