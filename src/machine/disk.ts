/** Which disk holds `/boot`, for a boot loader that is written to the start of a disk. */
import { mounts } from './mounts.js';
import type { Root } from './read.js';

/**
 * The whole disk (`/dev/sda`) below what is mounted at `/boot`, or at `/` where `/boot` is not apart;
 * for an installation, at those places of the target.
 */
export function bootDisk(root: Root, target = ''): string | undefined {
  const mounted = mounts(root);
  const device = (mounted.get(`${target}/boot`) ?? mounted.get(target || '/'))?.device;
  const name = device?.startsWith('/dev/') ? blockName(root, device) : undefined;
  const disk = name && wholeDisk(root, name);
  return disk ? `/dev/${disk}` : undefined;
}

/** The kernel's name of a device: `/dev/mapper/luks-1` is a link to `../dm-0`. */
function blockName(root: Root, device: string): string | undefined {
  return (root.link(device) ?? device).split('/').at(-1);
}

/** Down from a mapped device to what it lies on, and from a partition to its disk. */
function wholeDisk(root: Root, name: string, depth = 0): string | undefined {
  if (depth > 8) return undefined;
  const [below] = root.list(`/sys/class/block/${name}/slaves`);
  if (below !== undefined) return wholeDisk(root, below, depth + 1);
  const match = /^((?:nvme\d+n\d+|mmcblk\d+))p\d+$|^([a-z]+)\d+$/.exec(name);
  return match?.[1] ?? match?.[2] ?? name;
}
