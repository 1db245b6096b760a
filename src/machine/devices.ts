/** Memory, and the radios that a machine has. */
import type { Fact } from './fact.js';
import type { Root } from './read.js';

/** `MemTotal`, in bytes: what the kernel can give out, a little less than what is built in. */
export function memory(machine: Root): Fact<number> | undefined {
  const source = '/proc/meminfo';
  const total = /^MemTotal:\s+(\d{1,12}) kB$/m.exec(machine.read(source) ?? '')?.[1];
  return total === undefined ? undefined : { value: Number(total) * 1024, source };
}

/** Whether a network device has a radio (Documentation/ABI, sysfs-class-net: `phy80211`). */
export function hasWifi(machine: Root): Fact<boolean> | undefined {
  const folder = '/sys/class/net';
  if (!machine.exists(folder)) return undefined;
  const radio = machine
    .list(folder)
    .find((name) =>
      ['wireless', 'phy80211'].some((it) => machine.exists(`${folder}/${name}/${it}`)),
    );
  return radio === undefined
    ? { value: false, source: `none in ${folder}` }
    : { value: true, source: folder };
}

/** Whether there is a Bluetooth controller: `/sys/class/bluetooth/hci0`. */
export function hasBluetooth(machine: Root): Fact<boolean> | undefined {
  const folder = '/sys/class/bluetooth';
  const found = machine.list(folder).some((name) => /^hci\d+$/.test(name));
  if (found) return { value: true, source: folder };
  return machine.exists('/sys/class') ? { value: false, source: `none in ${folder}` } : undefined;
}
