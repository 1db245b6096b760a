/** The disks of the machine itself, as the kernel shows them (Documentation/ABI, sysfs-block). */
import type { Fact } from './fact.js';
import type { Root } from './read.js';

export interface BlockDevice {
  /** The kernel's name, `nvme0n1`. */
  readonly name: string;
  readonly isSsd: boolean;
}

const folder = '/sys/block';

/** Names of what is no disk: memory, mapped and virtual devices, drives for media. */
const noDisk = /^(loop|ram|zram|dm-|md|sr|fd|nbd|zd|mtdblock|rbd|drbd)\d*|boot\d+$|rpmb$/;

/** What one can pull out is left out: on the live system that is the stick. */
export function blockDevices(machine: Root): readonly BlockDevice[] {
  return machine.list(folder).flatMap((name) => {
    const read = (field: string) => machine.read(`${folder}/${name}/${field}`)?.trim();
    const isUsb = machine.link(`${folder}/${name}`)?.includes('/usb') ?? false;
    const rotational = read('queue/rotational');
    const isKnown = rotational === '0' || rotational === '1';
    if (noDisk.test(name) || isUsb || read('removable') === '1' || !isKnown) return [];
    return [{ name, isSsd: rotational === '0' }];
  });
}

/** Whether one of them is an SSD, which profits from being told what is free (fstrim(8)). */
export function hasSsd(machine: Root): Fact<boolean> | undefined {
  const all = blockDevices(machine);
  const shown = all.find(({ isSsd }) => isSsd) ?? all[0];
  return shown && { value: shown.isSsd, source: `${folder}/${shown.name}/queue/rotational` };
}
