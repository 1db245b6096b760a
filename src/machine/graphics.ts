/** The graphics cards, as the kernel shows the PCI bus (sysfs, Documentation/PCI/sysfs-pci.rst). */
import type { Root } from './read.js';

/** A card: its ids in hexadecimal as the kernel writes them, `0x8086`, and its address. */
export interface DisplayDevice {
  readonly vendor: string;
  readonly device: string;
  /** `0000:01:00.0`. */
  readonly address: string;
}

const folder = '/sys/bus/pci/devices';

export function displayDevices(root: Root): readonly DisplayDevice[] {
  return root.list(folder).flatMap((address) => {
    const read = (name: string) => root.read(`${folder}/${address}/${name}`)?.trim() ?? '';
    const vendor = read('vendor');
    const device = read('device');
    // base class 03 is a display controller
    if (!/^0x03[0-9a-f]{4}$/i.test(read('class')) || !isId(vendor) || !isId(device)) return [];
    return [{ vendor, device, address }];
  });
}

function isId(text: string): boolean {
  return /^0x[0-9a-f]{4}$/i.test(text);
}
