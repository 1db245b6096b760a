/** Whether the boot partition that is mounted now is mounted by the new configuration too. */

import { mounts } from '../machine/mounts.js';
import type { Finding, Situation } from './check.js';
import { fileSystems } from './file-systems.js';
import { settings } from './settings.js';

/** Where boot partitions are mounted (`boot.loader.efi.efiSysMountPoint`, by default `/boot`). */
export const bootPlaces = ['/boot', '/boot/efi', '/efi'] as const;

/**
 * Without it the next kernels would be written beside the partition that the firmware reads: the
 * machine would start the old system for ever, and the new one would seem to be there.
 */
export function bootMounted({
  root,
  files,
  host,
}: Pick<Situation, 'root' | 'files' | 'host'>): Finding | undefined {
  const mounted = mounts(root);
  const wanted = fileSystems(settings(files, host)).map(({ place }) => place);
  // a file that names none is said elsewhere; a layout of its own mounts as it likes
  if (mounted === undefined || !wanted.includes('/')) return undefined;
  const lost = bootPlaces.find((place) => mounted.has(place) && !wanted.includes(place));
  if (lost === undefined) return undefined;
  return {
    mark: 'bad',
    text: `${lost} is a partition of its own now, and would not be mounted any more`,
    stops: 'no-boot',
    fix: [
      `Have the hardware file written anew, with ${lost} mounted:`,
      `  nixos-generate-config --show-hardware-config > hosts/${host}/hardware-configuration.nix`,
    ],
  };
}
