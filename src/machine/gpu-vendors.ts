/** Who makes the graphics cards, by PCI vendor id (the PCI ID repository, pci-ids.ucw.cz). */
import type { Fact } from './fact.js';
import { displayDevices } from './graphics.js';
import type { Root } from './read.js';

/** Those that NixOS has something for. */
export type GpuVendor = 'nvidia' | 'amd' | 'intel';

const vendors: Readonly<Record<string, GpuVendor>> = {
  '0x10de': 'nvidia',
  '0x1002': 'amd',
  '0x8086': 'intel',
};

/** Who made a card with this vendor id, as the kernel writes it: `0x10de`. */
export function vendorOf(id: string): GpuVendor | undefined {
  return vendors[id.toLowerCase()];
}

const folder = '/sys/class/drm';

/** Each maker once, in the order of the bus; nothing where there is no card. */
export function gpuVendors(machine: Root): Fact<readonly GpuVendor[]> | undefined {
  const onBus = displayDevices(machine).map(({ vendor }) => vendor);
  const ids = onBus.length > 0 ? onBus : cards(machine);
  const found = [...new Set(ids.flatMap((id) => vendorOf(id) ?? []))];
  const source = onBus.length > 0 ? '/sys/bus/pci/devices' : folder;
  return ids.length > 0 ? { value: found, source } : undefined;
}

/** `card0`, and not its connectors `card0-eDP-1`. */
function cards(machine: Root): readonly string[] {
  return machine
    .list(folder)
    .filter((name) => /^card\d+$/.test(name))
    .flatMap((name) => machine.read(`${folder}/${name}/device/vendor`)?.trim() ?? [])
    .filter((id) => /^0x[0-9a-f]{4}$/i.test(id));
}
