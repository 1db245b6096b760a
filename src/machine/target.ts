/** `--root`: the system that facts are read from, where it is not the one that runs. */
import { resolve } from 'node:path';
import { Facts } from './facts.js';

interface Place {
  /** Below which the machine is: `/`. */
  readonly root: string;
  readonly workingDirectory: string;
  readonly uid: number | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where the target of an installation is on this computer, links followed. */
export function targetFolder({ machine, target = '/' }: Facts): string {
  return machine.place(target) ?? target;
}

/** The facts of the machine, with the files of the system at `root` where one is named. */
export function factsFor(place: Place, root: string | undefined): Facts {
  const { uid, env } = place;
  const at = root === undefined ? '/' : resolve(place.workingDirectory, root);
  return new Facts(place.root, { uid, env }, process.arch, at === '/' ? undefined : at);
}
