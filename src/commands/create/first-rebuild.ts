/** Whether the first rebuild can be offered, what it would lose, and the offer itself. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '../../cli/words.js';
import type { RebuildAction } from '../../effects/rebuild.js';
import type { StepContext } from '../../effects/step.js';
import { type Loss, losses } from '../../machine/losses.js';
import { isPlaceholder } from '../../nixos/hardware-text.js';
import { isForHere } from '../../questions/question.js';
import type { PlannedFile } from '../../repo/plan.js';
import type { Output } from '../../terminal/output.js';
import type { Draft, Run } from './run.js';

export type Rebuilt = 'done' | 'failed' | 'not';

/** Offers it where it can be done, shows the exact command, and runs it on a yes or `--rebuild`. */
export async function offerRebuild(run: Run, draft: Draft, step: StepContext): Promise<Rebuilt> {
  const asked = run.args.on.has('rebuild');
  const why = whyNot(run, draft);
  if (why !== undefined) {
    if (asked) draft.output.start('Rebuilding').failed(`No rebuild: ${why}.`);
    return asked ? 'failed' : 'not';
  }
  const action = safeAction(run, draft);
  const { rebuild, rebuildCommand } = await import('../../effects/rebuild.js');
  const isRoot = run.world.uid === 0;
  const command = rebuildCommand(action, step.directory, draft.answers.hostname, isRoot);
  const isSwitch = action === 'switch';
  draft.output.block(isSwitch ? 'The first rebuild' : 'The first build', [commandLine(command)]);
  if (!asked && !(await isWanted(draft, isSwitch))) return 'not';
  const stream = run.args.on.has('json') ? 'stderr' : 'stdout';
  const worked = await rebuild(step, command, logFile(run), run.context.facts.root, stream);
  if (!worked) return 'failed';
  if (action === 'switch') return 'done';
  // asked for a switch, and got a build: the repo is there, but not what was asked for
  return asked ? 'failed' : 'not';
}

/** Why this machine can't be rebuilt from this repo, or nothing if it can. */
function whyNot({ context }: Run, { answers, plan, hardware }: Draft): string | undefined {
  if (!context.facts.isInstalledNixos) return 'this computer does not run an installed NixOS';
  const file = plan.files.find(({ path: name }) => name.endsWith('/hardware-configuration.nix'));
  const stands = file && standing(file);
  if (stands === undefined || isPlaceholder(stands)) return 'the hardware file is a placeholder';
  const isOwn = isForHere(answers) && stands === hardware;
  return isOwn ? undefined : "the hardware file is not this machine's own";
}

/** What a file holds now that all is written. */
function standing({ state, before, text }: PlannedFile): string | undefined {
  return state === 'keep' ? before : text;
}

/** A switch, where nothing that the old configuration sets would be gone; else a build only. */
function safeAction({ context }: Run, { plan, output }: Draft): RebuildAction {
  const old = context.facts.oldDefinitions;
  if (old.length === 0) {
    output.warn('/etc/nixos holds no configuration to compare with, so only a build is offered.');
    return 'build';
  }
  const lost = losses(
    old,
    plan.files.map((file) => standing(file) ?? ''),
  );
  if (lost.length === 0) return 'switch';
  showLosses(lost, output);
  return 'build';
}

function showLosses(lost: readonly Loss[], output: Output): void {
  const lines = lost.map(({ option, entries, file }) => {
    const what = entries.length > 0 ? `${option}: ${entries.join(', ')}` : option;
    return `${what}  ${output.style.dim(file)}`;
  });
  output.block('The old /etc/nixos sets these, and the new files do not', lines);
  output.warn('Take over what you need before you switch. Until then, only a build is offered.');
}

function isWanted({ confirm }: Draft, isSwitch: boolean): Promise<boolean> {
  return confirm(isSwitch ? 'Run this now?' : 'Build it now, without switching?', false);
}

/**
 * Where the output of the rebuild is kept: XDG's folder for state, for root `/var/log`. Nothing
 * where that can't be written: a rebuild is worth more than its log.
 */
function logFile({ world }: Run): string | undefined {
  const home = world.env['HOME'] ?? homedir();
  const usual = world.uid === 0 ? '/var/log' : join(home, '.local/state');
  const folder = join(world.env['XDG_STATE_HOME'] || usual, 'create-nixos-config');
  const file = join(folder, 'rebuild.log');
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, '');
    return file;
  } catch {
    return undefined;
  }
}
