/** Whether what the hardware file of a target names is what is mounted there. */
import type { Facts } from '../machine/facts.js';
import { mounts } from '../machine/mounts.js';
import { definitions } from '../nix/definitions.js';
import { bootPlaces } from './boot-mounted.js';
import { compare } from './devices.js';
import { fileSystems } from './file-systems.js';

/**
 * What is wrong with the mounts, as the end of a sentence, or nothing: another root device than the
 * hardware file's would be installed to, but not be started; UEFI starts from a partition of its own.
 */
export function whatIsNotMounted(
  { machine, target = '', firmware }: Pick<Facts, 'machine' | 'target' | 'firmware'>,
  hardware: string,
  bootLoader: string,
): string | undefined {
  const all = mounts(machine);
  const named = fileSystems(definitions(hardware)).find(({ place }) => place === '/');
  const mounted = all?.get(target);
  if (named && mounted && compare(machine, named, mounted) === 'other') {
    return `the hardware file has ${named.device} as its root, and at ${target} is ${mounted.source} (nixos-generate-config --root ${target} writes a new one)`;
  }
  const isUefi = bootLoader === 'systemd-boot' && firmware?.value === 'uefi';
  return isUefi && !bootPlaces.some((place) => all?.has(target + place))
    ? `nothing is mounted at ${target}/boot, where systemd-boot goes`
    : undefined;
}
