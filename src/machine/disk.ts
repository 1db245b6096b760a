/** Which disk holds `/boot`, for a boot loader that is written to the start of a disk. */
import { mounts } from './mounts.js';
import type { Root } from './read.js';

/**
 * The whole disk (`/dev/sda`) below what is mounted at `/boot`, or at `/` where `/boot` is not apart;
 * for an installation, at those places of the target.
 */
export function bootDisk(root: Root, target = ''): string | undefined {
  const mounted = mounts(root);
  const mount = mounted?.get(`${target}/boot`) ?? mounted?.get(target || '/');
  const name = mount && kernelName(root, mount.source);
  const disk = name && wholeDisk(root, name);
  return disk ? `/dev/${disk}` : undefined;
}

/**
 * The kernel's name of a device: `/dev/disk/by-uuid/X` and `/dev/mapper/luks-1` are links to
 * `../../sda2` and `../dm-0`, `/dev/sda2` is it already. Nothing for a name that leads nowhere.
 */
export function kernelName(root: Root, device: string): string | undefined {
  if (!device.startsWith('/dev/')) return undefined;
  const link = root.link(device);
  if (link !== undefined) return link.split('/').at(-1);
  return /^\/dev\/[^/]+$/.test(device) ? device.slice('/dev/'.length) : undefined;
}

/** Down from a mapped device to what it lies on, and from a partition to its disk. */
function wholeDisk(root: Root, name: string, depth = 0): string | undefined {
  if (depth > 8) return undefined;
  const [below] = root.list(`/sys/class/block/${name}/slaves`);
  if (below !== undefined) return wholeDisk(root, below, depth + 1);
  const match = /^((?:nvme\d+n\d+|mmcblk\d+))p\d+$|^([a-z]+)\d+$/.exec(name);
  return match?.[1] ?? match?.[2] ?? name;
}
