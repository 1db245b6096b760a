/** Finds the text of the hardware file that the answers ask for. */
import fs from 'node:fs';
import path from 'node:path';
import { Failure } from '../../errors.js';
import { readHardware } from '../../nixos/hardware.js';
import { isPlaceholder } from '../../nixos/hardware-text.js';
import type { Answers } from '../../questions/answers.js';
import type { Run } from './run.js';

/**
 * The hardware file's text, or nothing for a placeholder. For this machine: its own file, else
 * what `nixos-generate-config` prints. A real file that stands in the target already is kept,
 * since a placeholder never replaces one.
 */
export async function hardwareText(run: Run, answers: Answers): Promise<string | undefined> {
  const { facts, directory } = run.context;
  if (answers.hardware === 'none') return realFileIn(directory, answers.hostname);
  return readHardware(answers.hardware, facts) ?? generated(run);
}

function realFileIn(directory: string, hostname: string): string | undefined {
  const file = path.join(directory, 'hosts', hostname, 'hardware-configuration.nix');
  const isFile = fs.lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  const text = isFile ? fs.readFileSync(file, 'utf8') : undefined;
  return text === undefined || isPlaceholder(text) ? undefined : text;
}

async function generated({ world }: Run): Promise<string> {
  const { run } = await import('../../effects/run.js');
  const command = ['nixos-generate-config', '--show-hardware-config'] as const;
  const runner = { env: world.env, person: undefined, signal: world.signal };
  const outcome = await run({ command, directory: world.workingDirectory }, runner);
  if (outcome.code === 0) return `${outcome.stdout}\n`;
  throw new Failure("This machine's hardware could not be read.", [
    `${command.join(' ')} ${outcome.absent ? 'is not here' : 'failed'}.`,
    'Name a file with --hardware, or --hardware none for a placeholder.',
  ]);
}
