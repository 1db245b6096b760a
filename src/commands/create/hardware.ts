/** Finds the text of the hardware file that the answers ask for. */
import { Failure } from '../../errors.js';
import { noHardware, readHardware } from '../../nixos/hardware.js';
import { isPlaceholder, setsAnything } from '../../nixos/hardware-text.js';
import type { Answers } from '../../questions/answers.js';
import type { Context } from '../../questions/question.js';
import type { RepoFile } from '../../repo/file.js';
import { textAt } from '../../repo/plan.js';
import type { Run } from './run.js';

/**
 * The hardware file's text, or nothing for a placeholder. For this machine: its own file, else
 * what `nixos-generate-config` prints. A real file that stands in the target already is kept,
 * since a placeholder never replaces one. Where nothing but the platform is to be said, it says that.
 */
export async function hardwareText(
  run: Run,
  sources: Pick<Context, 'facts' | 'old'>,
  answers: Answers,
): Promise<string | undefined> {
  const named = readHardware(answers.hardware, sources);
  if (named !== undefined && !(await isPlaceholder(named))) return named;
  if (answers.hardware === 'this') {
    if (noHardware(sources)) return platformOnly(answers);
    return named === undefined ? generated(run) : undefined;
  }
  const real = await realFileIn(run.context.directory, answers.hostname);
  return real ?? (answers.bootLoader === 'wsl' ? platformOnly(answers) : undefined);
}

async function platformOnly(answers: Answers): Promise<string> {
  const { platformFile } = await import('../../repo/hardware-platform.js');
  return platformFile(answers);
}

/** The hardware file of a repo as it is to stand there: what it names beside it may have moved. */
export function hardwareIn(files: readonly RepoFile[], answers: Answers): string | undefined {
  return files.find(({ path }) => path === hardwareFileOf(answers.hostname))?.text;
}

/** Where a host has its hardware file in the repo. */
export function hardwareFileOf(hostname: string): string {
  return `hosts/${hostname}/hardware-configuration.nix`;
}

async function realFileIn(directory: string, hostname: string): Promise<string | undefined> {
  const text = textAt(directory, hardwareFileOf(hostname));
  return text === undefined || (await isPlaceholder(text)) ? undefined : text;
}

async function generated({ world, context }: Run): Promise<string> {
  const { run } = await import('../../effects/run.js');
  const { target } = context.facts;
  const root =
    target === undefined ? [] : ['--root', context.facts.machine.place(target) ?? target];
  const command = ['nixos-generate-config', ...root, '--show-hardware-config'] as const;
  const runner = { env: world.env, person: undefined, interruption: world.interruption };
  const outcome = await run({ command, directory: world.workingDirectory }, runner);
  const isHardware = outcome.code === 0 && (await setsAnything(outcome.stdout));
  if (isHardware) return `${outcome.stdout}\n`;
  throw new Failure("This machine's hardware could not be read.", [
    `${command.join(' ')} ${outcome.absent ? 'is not here' : 'gave no hardware file'}.`,
    'Name a file with --hardware, or --hardware none for a placeholder.',
  ]);
}
