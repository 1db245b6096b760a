/** Which disk holds `/boot`, for a boot loader that is written to the start of a disk. */
import type { Root } from './read.js';

/** The whole disk (`/dev/sda`) below what is mounted at `/boot`, or at `/` where `/boot` is not apart. */
export function bootDisk(root: Root): string | undefined {
  const mounted = mounts(root);
  const device = mounted.get('/boot') ?? mounted.get('/');
  const name = device?.startsWith('/dev/') ? blockName(root, device) : undefined;
  const disk = name && wholeDisk(root, name);
  return disk ? `/dev/${disk}` : undefined;
}

/** Mount point → device, the last one mounted at a place counts (proc(5), /proc/mounts). */
function mounts(root: Root): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of (root.read('/proc/mounts') ?? '').split('\n')) {
    const [device, place] = line.split(' ');
    if (device && place) found.set(place, device);
  }
  return found;
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
