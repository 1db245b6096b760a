/** Whether the target can be installed from this repo, the offer, and what belongs to it. */
import { whatIsNotMounted } from '../../checks/target-disks.js';
import { commandLine } from '../../cli/words.js';
import {
  install,
  installCommand,
  type Open,
  passwordCommand,
  setPassword,
} from '../../effects/install.js';
import type { StepContext } from '../../effects/step.js';
import { targetFolder } from '../../machine/target.js';
import { ownAll } from '../../repo/apply.js';
import { hardwareThatStands } from './hardware-that-stands.js';
import { logFile } from './log-file.js';
import type { Draft, Run } from './run.js';

export type Installed = 'done' | 'failed' | 'not';

/** Whether the user has no account on the target yet, and so no password. */
export function isNewThere({ context }: Run, username: string): boolean {
  return !context.facts.accounts.some(({ name }) => name === username);
}

/**
 * Shows the exact command, and runs it on a yes or `--install`. After it the new user's password is
 * asked for, where somebody is there to type it.
 */
export async function offerInstall(run: Run, draft: Draft, step: StepContext): Promise<Installed> {
  const asked = run.args.on.has('install');
  const why = await whyNot(run, draft);
  if (why !== undefined) {
    const progress = draft.output.start('Installing');
    if (asked) progress.failed(`Not installed: ${why}.`);
    else progress.note(`It can't be installed yet: ${why}.`);
    return asked ? 'failed' : 'not';
  }
  const { hostname, username } = draft.answers;
  const target = targetFolder(run.context.facts);
  const command = installCommand(target, step.directory, hostname);
  const password = passwordCommand(target, username);
  const asksPassword = run.interactive && isNewThere(run, username);
  draft.output.block('The installation', [
    commandLine(command),
    ...(asksPassword ? [commandLine(password)] : []),
  ]);
  if (!asked && !(await draft.confirm('Install now?', false))) return 'not';
  const open: Open = {
    log: logFile(run, 'install.log'),
    stream: run.args.on.has('json') ? 'stderr' : 'stdout',
  };
  try {
    if (!(await install(step, command, run.context.facts.root, open))) return 'failed';
  } finally {
    // flake.lock, where it was not written before, is root's now; also where somebody stopped it
    if (run.owner !== undefined && run.owner !== 'root') ownAll(step.directory, run.owner);
  }
  if (asksPassword) await setPassword(step, password, username, { ...open, log: undefined });
  return 'done';
}

/** Why the target can't be installed from this repo, or nothing if it can. */
async function whyNot({ context }: Run, draft: Draft): Promise<string | undefined> {
  const stands = await hardwareThatStands(draft, "the target's");
  if ('why' in stands) return stands.why;
  return whatIsNotMounted(context.facts, stands.text, draft.answers.bootLoader);
}
