/** What the steps after the writing have in common. */
import { stripVTControlCharacters } from 'node:util';
import type { Comparison } from '../compare/difference.js';
import type { Progress } from '../terminal/output.js';
import type { Outcome, Program, Runner } from './run.js';

/** A command that was run, for the report of `--json`. */
export interface Ran {
  readonly command: readonly string[];
  readonly directory: string;
  /** The exit code; null where it could not be started or was stopped. */
  readonly exitCode: number | null;
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

/** The last lines of a program's output, for a message. Some have colours whoever reads them. */
export function lastLines(output: string, count = 8): readonly string[] {
  return stripVTControlCharacters(output).split('\n').filter(Boolean).slice(-count);
}
