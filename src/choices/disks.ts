/** Layouts of the disk, laid out by disko (github.com/nix-community/disko). */
import { definitions } from '../nix/definitions.js';
import { textOfHardware } from '../nixos/hardware.js';
import {
  accepted,
  type Brings,
  type Check,
  type Choice,
  refused,
  type SoFar,
} from '../questions/question.js';
import { notInWindows } from './in-windows.js';

const throughDisko: Brings = {
  files: ['hosts/HOST/disk.nix', 'parts/README.md/disk.md'],
  // `latest` is disko's newest release; its documentation names it so
  inputs: [{ name: 'disko', url: 'github:nix-community/disko/latest', follows: ['nixpkgs'] }],
};

/**
 * disko itself sets `fileSystems` from the layout, so the hardware file must not: two values for the
 * device of `/` are an error. A machine that is in use has its disks in its hardware file.
 */
function needsEmptyDisk(soFar: SoFar): string | undefined {
  const hardware = soFar['hardware'] ?? 'none';
  if (hardware === 'none') return undefined;
  if (hardware === 'this') return 'is for a new installation, and this computer is in use';
  return setsDisks(textOfHardware(hardware) ?? '')
    ? 'lays out the disk that the hardware file has in use (without it: nixos-generate-config --no-filesystems)'
    : undefined;
}

/** Whether a hardware file says what is on the disks. */
export function setsDisks(hardware: string): boolean {
  return definitions(hardware).some(
    ({ path }) =>
      path[0] === 'fileSystems' || path.slice(0, 4).join('.') === 'boot.initrd.luks.devices',
  );
}

/** ZFS is a module from outside the kernel, and comes for a new one some weeks after it. */
function needsDefaultKernel(soFar: SoFar): string | undefined {
  return (soFar['kernel'] ?? 'default') === 'default' ? undefined : 'needs the default kernel';
}

const layouts: readonly Choice[] = [
  {
    value: 'plain',
    hint: 'ext4, not encrypted',
    refused: needsEmptyDisk,
    brings: throughDisko,
  },
  {
    value: 'luks',
    hint: 'ext4, encrypted',
    refused: needsEmptyDisk,
    brings: throughDisko,
  },
  {
    value: 'btrfs',
    hint: 'compressed, with subvolumes',
    refused: needsEmptyDisk,
    brings: throughDisko,
  },
  {
    value: 'btrfs-luks',
    hint: 'compressed, with subvolumes, encrypted',
    refused: needsEmptyDisk,
    brings: throughDisko,
  },
  {
    value: 'zfs',
    hint: 'compressed, with checksums',
    refused: (soFar) => needsEmptyDisk(soFar) ?? needsDefaultKernel(soFar),
    brings: throughDisko,
    view: (soFar) => ({ hostId: hostId(soFar['hostname'] ?? '') }),
  },
];

export const disks: readonly Choice[] = [
  { value: 'keep', hint: 'as it is' },
  ...layouts.map((layout) => notInWindows(layout, 'needs a disk of its own, and Windows has it')),
];

/**
 * The number by which ZFS tells computers apart: eight hexadecimal digits that only have to differ
 * between those that could reach the same disk (networking.hostId). It is a hash of the host's name,
 * FNV-1a of 32 bits, so the same answers give the same repo. 0 stands for none (spl(4), spl_hostid).
 */
export function hostId(hostname: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(hostname)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return (hash || 1).toString(16).padStart(8, '0');
}

const folder = '/dev/disk/by-id/';

/** For the person who has to find the name. */
const whereNamesAre = `(ls -l ${folder.slice(0, -1)} shows them)`;

/**
 * Checks the name of the disk that is to be erased: only one that says which disk it is will do,
 * since /dev/sda may be another at the next start (udev(7), persistent storage).
 */
export function checkDiskDevice(typed: string): Check {
  const name = typed.startsWith(folder) ? typed.slice(folder.length) : undefined;
  // what udev leaves in such names as it is (util_replace_chars in systemd)
  if (name === undefined || !/^[A-Za-z0-9#+:=@_-][A-Za-z0-9#+.:=@_-]*$/.test(name)) {
    return refused(`must be a name in ${folder} ${whereNamesAre}`);
  }
  if (/-part\d+$/.test(name)) {
    const disk = folder + name.replace(/-part\d+$/, '');
    return refused('is a partition, and must be a disk', disk);
  }
  if (/^(dm|md|lvm)-/.test(name)) {
    return refused(`lies on other disks, and must be a disk ${whereNamesAre}`);
  }
  return accepted(typed);
}
