/** Whether the file systems that the new configuration mounts are the ones that are mounted. */

import { kernelName } from '../machine/disk.js';
import { type Mount, mounts } from '../machine/mounts.js';
import type { Root } from '../machine/read.js';
import type { Finding, Situation } from './check.js';
import { type FileSystem, fileSystems, isForBoot } from './file-systems.js';
import { settings } from './settings.js';

type Needs = Pick<Situation, 'root' | 'files' | 'host'>;

/** What is known of one place: it is so, it is not, or it can't be said. */
type Match = 'same' | 'other' | 'unknown';

/**
 * Somebody else's hardware file, or one of before the disk was laid out anew, leaves a machine that
 * waits for a disk that is not there. So each device is compared with what is mounted now.
 */
export function devices({ root, files, host }: Needs): Finding {
  const mounted = mounts(root);
  if (mounted === undefined) return unknown('what is mounted cannot be read');
  const wanted = fileSystems(settings(files, host)).filter(({ place }) => isForBoot(place));
  if (!wanted.some(({ place }) => place === '/')) {
    return unknown('no file here says what is mounted at /');
  }
  const compared = wanted.map((fileSystem) => {
    const mount = mounted.get(fileSystem.place);
    return {
      fileSystem,
      mount,
      match: mount ? compare(root, fileSystem, mount) : absent(fileSystem),
    };
  });
  const other = compared.filter(({ match }) => match === 'other');
  if (other.length > 0) {
    return {
      mark: 'bad',
      text: `What is mounted at ${places(other)} is not what the configuration names`,
      stops: 'no-boot',
      fix: [
        ...other.flatMap(({ fileSystem, mount }) => [
          `  ${fileSystem.place} is to be ${fileSystem.device ?? 'a device that is not named'}`,
          `  ${' '.repeat(fileSystem.place.length)} and is    ${mount?.source ?? 'not mounted'}`,
        ]),
        'Have the hardware file written anew, and look at what changes in it:',
        `  nixos-generate-config --show-hardware-config > hosts/${host}/hardware-configuration.nix`,
      ],
    };
  }
  const same = compared.filter(({ match }) => match === 'same');
  if (!same.some(({ fileSystem }) => fileSystem.place === '/')) {
    return unknown('what is at / cannot be told from its name');
  }
  return { mark: 'good', text: `The disks are the ones that are mounted: ${places(same)}` };
}

function places(all: readonly { readonly fileSystem: FileSystem }[]): string {
  return all.map(({ fileSystem }) => fileSystem.place).join(', ');
}

function unknown(why: string): Finding {
  return { mark: 'unknown', text: `The disks were not compared: ${why}` };
}

/** What is mounted on demand only need not be there now. */
function absent({ options }: FileSystem): Match {
  return /noauto|automount/.test(options) ? 'unknown' : 'other';
}

/** Whether a file system is what is mounted where it belongs. */
export function compare(root: Root, wanted: FileSystem, mount: Mount): Match {
  if (otherSubvolume(wanted, mount)) return 'other';
  const device = asPath(wanted.device);
  if (isInMemory(wanted.type)) return wanted.type === mount.type ? 'same' : 'other';
  if (device === undefined) return 'unknown';
  if (device === mount.source) return 'same';
  if (mount.type === 'zfs' || wanted.type === 'zfs') return 'other';
  if (!device.startsWith('/dev/') || !mount.source.startsWith('/dev/')) return 'unknown';
  return sameDevice(root, device, mount);
}

function sameDevice(root: Root, device: string, mount: Mount): Match {
  const isOne = kernelName(root, mount.source);
  // several disks stand as one, joined by colons: bcachefs
  if (isOne === undefined || mount.source.includes(':')) return 'unknown';
  if (mount.type === 'btrfs' && disksOfBtrfs(root, device).includes(isOne)) return 'same';
  const names = kernelName(root, device);
  if (names !== undefined) return names === isOne ? 'same' : 'other';
  // without the folder that the name is in, nothing can be said of what is not in it
  const folder = device.slice(0, device.lastIndexOf('/'));
  return root.list(folder).length > 0 ? 'other' : 'unknown';
}

/** `UUID=…` and the like are names for the same as the links below `/dev/disk` (fstab(5)). */
function asPath(device: string | undefined): string | undefined {
  const match = /^(UUID|LABEL|PARTUUID|PARTLABEL)=(.+)$/.exec(device ?? '');
  return match ? `/dev/disk/by-${match[1]?.toLowerCase()}/${match[2]}` : device;
}

/** A btrfs on several disks is mounted from the first, while its UUID leads to any of them. */
function disksOfBtrfs(root: Root, device: string): readonly string[] {
  const uuid = /^\/dev\/disk\/by-uuid\/(.+)$/.exec(device)?.[1];
  return uuid ? root.list(`/sys/fs/btrfs/${uuid}/devices`) : [];
}

/** The root file system of btrfs is one of its subvolumes; another one is another system. */
function otherSubvolume(wanted: FileSystem, mount: Mount): boolean {
  const option = (text: string) => /(?:^|[",\s])subvol=\/?([^",\s]*)/.exec(text)?.[1];
  const named = option(wanted.options);
  const is = option(mount.options.join(' '));
  return named !== undefined && is !== undefined && named !== is;
}

function isInMemory(type: string | undefined): boolean {
  return type === 'tmpfs' || type === 'ramfs' || type === 'overlay';
}
