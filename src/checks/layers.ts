/** What a block device lies on. */
import type { Root } from '../machine/read.js';

/** A device and all that lies below it, down to disks: through LUKS, LVM and RAID (sysfs(5)). */
export function layersBelow(root: Root, name: string, depth = 0): readonly string[] {
  if (depth > 8) return [];
  const slaves = root.list(`/sys/class/block/${name}/slaves`);
  return [name, ...slaves.flatMap((slave) => layersBelow(root, slave, depth + 1))];
}
