/** What is mounted, from `/proc/mounts`, and which block device a name leads to. */
import type { Root } from '../machine/read.js';

export interface Mount {
  /** The device, the ZFS dataset, or whatever the kernel says it is mounted from. */
  readonly source: string;
  readonly type: string;
  readonly options: readonly string[];
}

/**
 * Place → what is mounted there; where several are, the last one is seen (proc(5)). Nothing where
 * the list can't be read. An automount stands in it before what it mounts, and is left out.
 */
export function mounts(root: Root): ReadonlyMap<string, Mount> | undefined {
  const text = root.read('/proc/mounts') ?? root.read('/proc/self/mounts');
  if (!text?.trim()) return undefined;
  const found = new Map<string, Mount>();
  for (const line of text.split('\n')) {
    const [source, place, type, options = ''] = line.split(' ').map(unescaped);
    if (!source || !place || !type || type === 'autofs' || type === 'rootfs') continue;
    found.set(place, { source, type, options: options.split(',') });
  }
  return found;
}

/** Spaces and the like stand as `\040` (getmntent(3)). */
function unescaped(word: string): string {
  return word.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
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

/** A device and all that lies below it, down to disks: through LUKS, LVM and RAID (sysfs(5)). */
export function layersBelow(root: Root, name: string, depth = 0): readonly string[] {
  if (depth > 8) return [];
  const slaves = root.list(`/sys/class/block/${name}/slaves`);
  return [name, ...slaves.flatMap((slave) => layersBelow(root, slave, depth + 1))];
}
