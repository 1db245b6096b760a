/** Finds the configuration that is taken over: the one that was named, or this machine's own. */
import { resolve } from 'node:path';
import type { Arguments } from '../../cli/arguments.js';
import { UsageError } from '../../errors.js';
import type { OldConfiguration, readOld } from '../../import/old.js';
import type { Facts } from '../../machine/facts.js';
import { rootAt } from '../../machine/read.js';
import type { World } from './run.js';

/** Where NixOS has it. */
const folder = '/etc/nixos';

/** Nothing where there is none, or where it was declined. One that was named has to be there. */
export async function oldConfiguration(
  { from, on }: Arguments,
  { workingDirectory }: World,
  facts: Facts,
  directory: string,
): Promise<OldConfiguration | undefined> {
  if (from !== undefined) {
    const place = resolve(workingDirectory, from);
    refuseInside(directory, place);
    return named(place, on.has('import'));
  }
  const isHere = facts.isInstalledNixos && facts.root.exists(`${folder}/configuration.nix`);
  if (!isHere || !on.has('import')) return undefined;
  const old = await read(facts.root, folder, false);
  if (old) await refuseUnreadable(old, 'leave it out with --no-import');
  if (old && !old.isFlake) refuseInside(directory, facts.root.place(folder) ?? folder);
  return old;
}

async function read(...old: Parameters<typeof readOld>): Promise<OldConfiguration | undefined> {
  const [{ expectShortRun }, { readOld }] = await Promise.all([
    import('../../import/short-run.js'),
    import('../../import/old.js'),
  ]);
  expectShortRun();
  return readOld(...old);
}

/** What is taken over stays as it is, so the new repo can't stand in it. */
function refuseInside(directory: string, place: string): void {
  if (directory !== place && !directory.startsWith(`${place}/`)) return;
  throw new UsageError(`${directory} is in ${place}, which is taken over and stays as it is.`, [
    'Name a directory elsewhere, such as one in your home, or leave it out with --no-import.',
  ]);
}

async function named(from: string, isWanted: boolean): Promise<OldConfiguration> {
  if (!isWanted) throw new UsageError('--from and --no-import exclude each other.');
  const old = await read(rootAt('/'), from, true);
  if (old === undefined) {
    throw new UsageError(`--from: there is no configuration.nix in ${from}`);
  }
  if (old.isFlake) throw new UsageError(`--from: ${alreadyFlake(from)}`, [howToAdd]);
  await refuseUnreadable(old, 'leave out --from');
  return old;
}

/** What Nix can't read it can't rebuild either, and too little of it would be known. */
async function refuseUnreadable(
  { folder, files }: OldConfiguration,
  without: string,
): Promise<void> {
  const [entry] = files;
  if (entry === undefined) return;
  const { problemIn } = await import('../../import/old.js');
  const problem = problemIn(entry.text);
  if (problem === undefined) return;
  const { line, message } = problem;
  throw new UsageError(
    `Nix can’t read ${folder}/${entry.path}, line ${line} (${message}), so nothing can be taken over from it.`,
    [`Mend that line and run this again, or ${without}.`],
  );
}

/** What is said of a configuration that needs no taking over. */
export function alreadyFlake(place: string): string {
  return `${place} is a flake already, so nothing is taken over from it.`;
}

export const howToAdd =
  'To add to it, name it as the directory, with --merge: what is there stays as it is.';
