/** Whether the boot partition has room for one more kernel. */

import { mounts } from '../machine/mounts.js';
import { booleanValue } from '../nix/values.js';
import { bootPlaces } from './boot-mounted.js';
import type { Finding, Situation } from './check.js';
import { below, type Setting, settings } from './settings.js';
import { mebi, size } from './sizes.js';

/**
 * The system that runs shows how much a kernel with its initrd takes here. The new one is a little
 * larger where it brings a driver or a picture for the start, so half as much is added.
 */
const margin = 1.5;

/** Where that can't be read: most kernels of nixpkgs take 12 to 15 MB, most initrds 15 to 40. */
const usual = 80 * mebi;

/**
 * systemd-boot and GRUB on a partition of its own copy kernel and initrd of every generation there,
 * after they have taken away what no generation needs (systemd-boot-builder.py, install-grub.pl).
 */
export function bootRoom({
  root,
  freeAt,
  sizeOf,
  files,
  host,
}: Pick<Situation, 'root' | 'freeAt' | 'sizeOf' | 'files' | 'host'>): Finding | undefined {
  const mounted = mounts(root);
  if (mounted === undefined) {
    return { mark: 'unknown', text: 'The boot partition was not looked at: no list of mounts' };
  }
  const places = usesGrub(settings(files, host)) ? ['/boot'] : bootPlaces;
  const place = places.find((each) => mounted.has(each));
  // without one, kernels stay on the disk that the store is on
  if (place === undefined) return undefined;
  const free = freeAt(place);
  if (free === undefined) return { mark: 'unknown', text: `${place} does not say what is free` };
  const needs = Math.ceil(sizeOfKernel(sizeOf) ?? usual);
  const text = `${size(free)} free on ${place}, and a new kernel may take ${size(needs)}`;
  if (free >= needs) return { mark: 'good', text };
  return {
    mark: 'bad',
    text,
    stops: 'change',
    fix: [
      'Take generations older than two weeks out of the boot menu:',
      '  sudo nix-collect-garbage --delete-older-than 14d',
      '  sudo /run/current-system/bin/switch-to-configuration boot',
    ],
  };
}

/** GRUB reads kernels from wherever `/boot` is, and has itself alone on the EFI partition. */
function usesGrub(all: readonly Setting[]): boolean {
  return below(all, 'boot', 'loader', 'grub', 'enable').some(({ value }) => booleanValue(value));
}

function sizeOfKernel(sizeOf: Situation['sizeOf']): number | undefined {
  const [kernel, initrd] = ['kernel', 'initrd'].map((name) =>
    sizeOf(`/run/current-system/${name}`),
  );
  return kernel && initrd ? (kernel + initrd) * margin : undefined;
}
