/** What is mounted where (proc_pid_mounts(5)). */
import type { Root } from './read.js';

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
