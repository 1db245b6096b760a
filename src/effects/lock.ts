/** Pins the inputs: `nix flake lock` writes flake.lock. */
import { stripVTControlCharacters } from 'node:util';
import { commandLine } from '../cli/words.js';
import { lockCommand } from './lock-command.js';
import { lastLines, runStep, type StepContext } from './step.js';

/**
 * Runs it, where Nix is there. That it did not work (most often: no network) is a note, since the
 * first rebuild does the same. Returns whether flake.lock was written.
 */
export async function lockInputs(context: StepContext, tracked: boolean): Promise<boolean> {
  const progress = context.start('Pinning the inputs');
  const command = lockCommand(tracked);
  const messages: string[] = [];
  const [program, ...args] = command;
  const withLog = [program, ...args, '--log-format', 'internal-json'] as const;
  const outcome = await runStep(context, withLog, (line) => {
    const { activity, message } = readLogLine(line);
    if (activity) progress.update(activity);
    if (message) messages.push(...message.split('\n'));
  });
  const later = ['To do it later, in the repo:', `  ${commandLine(command)}`];
  if (outcome.absent) {
    progress.note('Nix is not here, so flake.lock is not written yet.', later);
    return false;
  }
  if (outcome.code !== 0) {
    const said = messages.join('\n');
    const { explain } = await import('./failures.js');
    progress.note('The inputs could not be pinned yet.', [
      ...lastLines(said, 4),
      ...explain(said, context.directory),
      ...later,
    ]);
    return false;
  }
  progress.done('Pinned the inputs in flake.lock');
  return true;
}

/**
 * A line of Nix's `--log-format internal-json`: `@nix` and an object (nix/src/libutil/logging.cc).
 * Anything else is a message as it stands.
 */
function readLogLine(line: string): { activity?: string; message?: string } {
  if (!line.startsWith('@nix ')) return { message: stripVTControlCharacters(line) };
  let entry: { action?: unknown; text?: unknown; msg?: unknown; level?: unknown } | null;
  try {
    entry = JSON.parse(line.slice('@nix '.length)) as typeof entry;
  } catch {
    return {};
  }
  if (typeof entry !== 'object' || entry === null) return {};
  if (entry.action === 'start' && typeof entry.text === 'string' && entry.text !== '') {
    return { activity: stripVTControlCharacters(entry.text) };
  }
  const serious = entry.action === 'msg' && typeof entry.level === 'number' && entry.level <= 1;
  if (!serious || typeof entry.msg !== 'string') return {};
  return { message: stripVTControlCharacters(entry.msg) };
}
