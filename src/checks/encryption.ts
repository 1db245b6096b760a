/** Whether an encrypted disk that the machine runs on is unlocked by the new configuration too. */

import { kernelName } from '../machine/disk.js';
import { mounts } from '../machine/mounts.js';
import type { Root } from '../machine/read.js';
import { stringValue } from '../nix/values.js';
import type { Finding, Situation } from './check.js';
import { isForBoot } from './file-systems.js';
import { layersBelow } from './layers.js';
import { below, namesBelow, type Setting, settings } from './settings.js';

type Needs = Pick<Situation, 'root' | 'files' | 'host'>;

/** An unlocked disk: the name that it got, and the kernel's name of what was unlocked. */
interface Unlocked {
  readonly name: string;
  readonly from: string | undefined;
}

/**
 * The graphical installer writes the devices that it encrypts into configuration.nix, not into the
 * hardware file: what copies the latter alone leaves a machine that asks for no passphrase.
 */
export function encryption({ root, files, host }: Needs): Finding | undefined {
  const unlocked = unlockedForBoot(root);
  if (unlocked.length === 0) return undefined;
  const all = settings(files, host);
  const missing = unlocked.filter((each) => !isUnlocked(root, all, each));
  if (missing.length === 0) {
    return { mark: 'good', text: `The encrypted disk is unlocked: ${names(unlocked)}` };
  }
  return {
    mark: 'bad',
    text: `Nothing in the new files unlocks the encrypted disk ${names(missing)}`,
    stops: 'no-boot',
    fix: [
      'Take over what the old configuration says about it:',
      '  grep -rn luks /etc/nixos',
      `  boot.initrd.luks.devices."${missing[0]?.name}".device = "/dev/disk/by-uuid/…";`,
    ],
  };
}

function names(all: readonly Unlocked[]): string {
  return all.map(({ name }) => name).join(', ');
}

/** The unlocked devices below what a start needs. */
function unlockedForBoot(root: Root): readonly Unlocked[] {
  const found = new Map<string, Unlocked>();
  for (const [place, { source }] of mounts(root) ?? []) {
    const top = isForBoot(place) ? kernelName(root, source) : undefined;
    for (const name of top ? layersBelow(root, top) : []) {
      const crypt = cryptName(root, name, source);
      const [from] = root.list(`/sys/class/block/${name}/slaves`);
      if (crypt) found.set(crypt, { name: crypt, from });
    }
  }
  return [...found.values()];
}

/** The name of a device-mapper device that decrypts: its UUID begins with `CRYPT-`. */
function cryptName(root: Root, kernel: string, source: string): string | undefined {
  const folder = `/sys/class/block/${kernel}/dm`;
  const uuid = root.read(`${folder}/uuid`);
  if (uuid !== undefined) {
    return uuid.startsWith('CRYPT-') ? (root.read(`${folder}/name`)?.trim() ?? kernel) : undefined;
  }
  // without sysfs, by the name that installers give
  const name = /^\/dev\/mapper\/((?:luks|crypt)[^/]*)$/.exec(source)?.[1];
  return name && kernelName(root, source) === kernel ? name : undefined;
}

/** By the same name, or by another one for the same device. */
function isUnlocked(root: Root, all: readonly Setting[], { name, from }: Unlocked): boolean {
  const path = ['boot', 'initrd', 'luks', 'devices'];
  const named = namesBelow(all, ...path);
  if (named.includes(name)) return true;
  if (from === undefined) return false;
  return below(all, ...path).some(({ rest, value }) => {
    const device = rest[1] === 'device' ? stringValue(value) : undefined;
    return device !== undefined && kernelName(root, device) === from;
  });
}
