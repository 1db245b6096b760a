/**
 * Whether this is a virtual machine or a container, in the words and the order of systemd-detect-virt
 * (systemd, src/basic/virt.c), but without running it or asking the processor: for that the kernel's
 * flag and the clocks that it has found stand in.
 */
import { devicetree } from './devicetree.js';
import { dmi } from './dmi.js';
import type { Fact } from './fact.js';
import { processor } from './processor.js';
import type { Root } from './read.js';
import { wsl } from './wsl.js';

/** `none`, `kvm`, `oracle` (VirtualBox), `wsl`, …; nothing where the machine does not say. */
export function virtualization(machine: Root): Fact | undefined {
  return container(machine) ?? virtualMachine(machine) ?? real(machine);
}

function real(machine: Root): Fact | undefined {
  const shown = ['/sys/class/dmi/id/sys_vendor', '/proc/device-tree/model', '/proc/cpuinfo'];
  const source = shown.find((file) => machine.exists(file));
  return source === undefined ? undefined : { value: 'none', source };
}

const containers = [
  ...['lxc', 'lxc-libvirt', 'systemd-nspawn', 'docker', 'podman', 'rkt', 'wsl', 'proot', 'pouch'],
];

function container(machine: Root): Fact | undefined {
  if (machine.exists('/proc/vz') && !machine.exists('/proc/bc')) {
    return { value: 'openvz', source: '/proc/vz' };
  }
  const found = wsl(machine);
  if (found) return found;
  for (const source of ['/run/host/container-manager', '/run/systemd/container']) {
    const name = machine.read(source)?.trim();
    if (name) return { value: containers.includes(name) ? name : 'container-other', source };
  }
  if (machine.exists('/run/.containerenv')) {
    return { value: 'podman', source: '/run/.containerenv' };
  }
  return machine.exists('/.dockerenv') ? { value: 'docker', source: '/.dockerenv' } : undefined;
}

/** Those that hide behind another hypervisor's interface, so that the firmware is asked first. */
const firmwareFirst = ['oracle', 'xen', 'amazon', 'parallels', 'google'];

function virtualMachine(machine: Root): Fact | undefined {
  const firmware = fromFirmware(machine);
  if (firmware && firmwareFirst.includes(firmware.value)) return firmware;
  const { isVirtual } = processor(machine);
  const clock = isVirtual ? fromClocks(machine) : undefined;
  const hypervisor = xen(machine) ?? (clock?.value === 'kvm' ? clock : undefined);
  const found = hypervisor ?? firmware ?? fromHypervisor(machine) ?? fromDevicetree(machine);
  if (found) return found;
  if (clock) return clock;
  return isVirtual ? { value: 'vm-other', source: '/proc/cpuinfo' } : undefined;
}

/** How the name of a product or maker begins, and which hypervisor that is. */
const makers: readonly (readonly [start: string, name: string])[] = [
  ['KVM', 'kvm'],
  ['OpenStack', 'kvm'],
  ['KubeVirt', 'kvm'],
  ['Amazon EC2', 'amazon'],
  ['QEMU', 'qemu'],
  ['VMware', 'vmware'],
  ['VMW', 'vmware'],
  ['innotek GmbH', 'oracle'],
  ['VirtualBox', 'oracle'],
  ['Oracle Corporation', 'oracle'],
  ['Xen', 'xen'],
  ['Bochs', 'bochs'],
  ['Parallels', 'parallels'],
  ['BHYVE', 'bhyve'],
  ['Hyper-V', 'microsoft'],
  ['Apple Virtualization', 'apple'],
  ['Google Compute Engine', 'google'],
];

const fields = [
  ...(['product_name', 'sys_vendor', 'board_vendor', 'bios_vendor', 'product_version'] as const),
];

function fromFirmware(machine: Root): Fact | undefined {
  for (const field of fields) {
    const found = dmi(machine, field);
    const name = makers.find(([start]) => found?.value.startsWith(start))?.[1];
    // Amazon's computers without a hypervisor between say so: m5.metal, m7i.metal-24xl
    const isMetal = name === 'amazon' && isMetalInstance(machine);
    if (found && name) return isMetal ? undefined : { value: name, source: found.source };
  }
  return undefined;
}

function isMetalInstance(machine: Root): boolean {
  return /\.metal(-|$)/.test(dmi(machine, 'product_name')?.value ?? '');
}

/** The clock that a hypervisor offers is in the list that the kernel chose from. */
function fromClocks(machine: Root): Fact | undefined {
  const source = '/sys/devices/system/clocksource/clocksource0/available_clocksource';
  const clocks = machine.read(source) ?? '';
  if (/\bkvm-clock\b/.test(clocks)) return { value: 'kvm', source };
  return /\bhyperv_clocksource/.test(clocks) ? { value: 'microsoft', source } : undefined;
}

/** A guest of Xen; the one that rules the others (dom0) has the computer to itself. */
function xen(machine: Root): Fact | undefined {
  if (!machine.exists('/proc/xen')) return undefined;
  const features = machine.read('/sys/hypervisor/properties/features')?.trim() ?? '';
  const rules = /^[0-9a-f]+$/i.test(features)
    ? ((Number.parseInt(features, 16) >> 11) & 1) === 1
    : /\bcontrol_d\b/.test(machine.read('/proc/xen/capabilities') ?? '');
  return rules ? undefined : { value: 'xen', source: '/proc/xen' };
}

function fromHypervisor(machine: Root): Fact | undefined {
  const source = '/sys/hypervisor/type';
  const type = machine.read(source)?.trim();
  if (!type || machine.exists('/proc/xen')) return undefined;
  return { value: type === 'xen' ? 'xen' : 'vm-other', source };
}

/** Where there is no firmware of the PC's kind: 64-bit ARM, mostly. */
function fromDevicetree(machine: Root): Fact | undefined {
  const source = '/proc/device-tree/hypervisor/compatible';
  const compatible = devicetree(machine, source)?.value;
  if (compatible) {
    const known = { kvm: /^linux,kvm$/, xen: /xen/, vmware: /vmware/ };
    const name = Object.entries(known).find(([, pattern]) => pattern.test(compatible))?.[0];
    return { value: name ?? 'vm-other', source };
  }
  const configuration = machine.list('/proc/device-tree').find((name) => name.includes('fw-cfg'));
  return configuration === undefined
    ? undefined
    : { value: 'qemu', source: `/proc/device-tree/${configuration}` };
}
