/** What the steps after the writing have in common. */
import type { Comparison } from '../compare/difference.js';
import type { Outcome, Program, Runner } from './run.js';

/** A command that was run, for the report of `--json`. */
export interface Ran {
  readonly command: readonly string[];
  readonly directory: string;
  /** The exit code; null where it could not be started or was stopped. */
  readonly exitCode: number | null;
}

/** How a step shows itself; the terminal, a pipe and `--json` each have their own. */
export interface Progress {
  update(text: string): void;
  done(text: string): void;
  /** The step was left out or has to wait; not a failure. */
  note(text: string, lines?: readonly string[]): void;
  failed(text: string, lines?: readonly string[]): void;
}

export interface StepContext {
  /** The repo, absolute. */
  readonly directory: string;
  readonly runner: Runner;
  readonly start: (title: string) => Progress;
  readonly ran: Ran[];
  /** Old and new held against each other, for the report of `--json`. */
  comparison?: Comparison;
}

/** Runs a program quietly and keeps it for the report. */
export async function runStep(
  context: StepContext,
  command: Program['command'],
  onLine?: (line: string) => void,
  env?: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const { run } = await import('./run.js');
  const runner = env
    ? { ...context.runner, env: { ...context.runner.env, ...env } }
    : context.runner;
  const outcome = await run({ command, directory: context.directory }, runner, onLine);
  if (!outcome.absent) {
    context.ran.push({ command, directory: context.directory, exitCode: outcome.code ?? null });
  }
  return outcome;
}

/** The last lines of a program's output, for a message. */
export function lastLines(output: string, count = 8): readonly string[] {
  return output.split('\n').filter(Boolean).slice(-count);
}
