/** The password of a user who is new, set while the new system is only tried. */
import { commandLine } from '../../cli/words.js';
import type { StepContext } from '../../effects/step.js';
import type { Draft } from './run.js';

/** Offers `passwd` for the new user. Returns whether a password is set. */
export async function setPassword(
  { answers, output, confirm }: Draft,
  step: StepContext,
  folder: string,
  isRoot: boolean,
): Promise<boolean> {
  const command = isRoot
    ? (['passwd', answers.username] as const)
    : (['sudo', 'passwd', answers.username] as const);
  output.block(`A password for ${answers.username}`, [
    output.style.cyan(commandLine(command)),
    output.style.dim('Without one, nobody could log in after a restart.'),
  ]);
  if (!(await confirm('Run this now?', true))) return false;
  const { runInTheOpen } = await import('../../effects/run.js');
  const runner = { ...step.runner, person: undefined };
  // a password is typed here, so nothing of it goes into the log
  const outcome = await runInTheOpen({ command, directory: folder }, runner, undefined, 'stdout');
  step.ran.push({ command, directory: folder, exitCode: outcome.code ?? null });
  const progress = step.start('passwd');
  if (outcome.code === 0) progress.done(`${answers.username} has a password`);
  else progress.failed('No password has been set.');
  return outcome.code === 0;
}
