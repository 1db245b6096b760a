/** What is mounted where (proc_pid_mounts(5)). */
import type { Root } from './read.js';

export interface Mount {
  /** `/dev/nvme0n1p2`; for what is on no device its name, `tmpfs`. */
  readonly device: string;
  readonly fsType: string;
}

/** Mount point → what is mounted there; the last one at a place counts. */
export function mounts(machine: Root): ReadonlyMap<string, Mount> {
  const found = new Map<string, Mount>();
  for (const line of (machine.read('/proc/mounts') ?? '').split('\n')) {
    const [device, place, fsType = ''] = line.split(' ').map(unescaped);
    if (device && place) found.set(place, { device, fsType });
  }
  return found;
}

/** Spaces, tabs, line breaks and backslashes stand there as octal numbers: `\\040`. */
function unescaped(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}
