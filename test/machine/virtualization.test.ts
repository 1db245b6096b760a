/** Kinds of virtual machines and containers that no whole computer of `roots.ts` is. */
import { describe, expect, it } from 'vitest';
import { gpuVendors } from '../../src/machine/gpu-vendors.js';
import { rootAt } from '../../src/machine/read.js';
import { virtualization } from '../../src/machine/virtualization.js';
import { layRoot } from '../support/program.js';

const id = 'sys/class/dmi/id';
const isVirtual = { 'proc/cpuinfo': 'flags\t\t: fpu hypervisor lm\n' };
const isReal = { 'proc/cpuinfo': 'flags\t\t: fpu lm\n' };
const clocks = 'sys/devices/system/clocksource/clocksource0/available_clocksource';
const features = 'sys/hypervisor/properties/features';
const devicetree = 'proc/device-tree/hypervisor/compatible';

describe('a virtual machine or container', () => {
  it.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ['OpenVZ', { 'proc/vz/x': '' }, 'openvz'],
    ['the host of OpenVZ', { 'proc/vz/x': '', 'proc/bc/x': '', ...isReal }, 'none'],
    ['Podman', { 'run/.containerenv': '', '.dockerenv': '' }, 'podman'],
    ['Docker', { '.dockerenv': '' }, 'docker'],
    ['LXC', { 'run/systemd/container': 'lxc\n' }, 'lxc'],
    ['an unknown container', { 'run/host/container-manager': 'x\n' }, 'container-other'],
    ['WSL by its entry', { 'proc/sys/fs/binfmt_misc/WSLInterop': '' }, 'wsl'],
    ['WSL by its kernel', { 'proc/version': 'Linux 5.15 (Microsoft)' }, 'wsl'],
    ['Xen that shows its features', { 'proc/xen/x': '', [features]: '2705\n' }, 'xen'],
    ['the ruler of Xen', { 'proc/xen/x': '', [features]: '2f05\n', ...isReal }, 'none'],
    ['Xen without features', { 'proc/xen/capabilities': '' }, 'xen'],
    ['its ruler', { 'proc/xen/capabilities': 'control_d\n', ...isReal }, 'none'],
    ['Xen by its type', { 'sys/hypervisor/type': 'xen\n' }, 'xen'],
    ['another hypervisor', { 'sys/hypervisor/type': 'x\n' }, 'vm-other'],
    ['one that the processor alone shows', isVirtual, 'vm-other'],
    ['KVM by its clock', { ...isVirtual, [clocks]: 'kvm-clock tsc\n' }, 'kvm'],
    ['KVM on QEMU', { ...isVirtual, [clocks]: 'kvm-clock', [`${id}/sys_vendor`]: 'QEMU' }, 'kvm'],
    [
      'Hyper-V by its clock',
      { ...isVirtual, [clocks]: 'hyperv_clocksource_tsc_page' },
      'microsoft',
    ],
    [
      'VirtualBox on KVM',
      { ...isVirtual, [clocks]: 'kvm-clock', [`${id}/sys_vendor`]: 'innotek GmbH' },
      'oracle',
    ],
    [
      'Amazon',
      { [`${id}/sys_vendor`]: 'Amazon EC2', [`${id}/product_name`]: 'm5.large' },
      'amazon',
    ],
    [
      "Amazon's metal",
      { [`${id}/sys_vendor`]: 'Amazon EC2', [`${id}/product_name`]: 'm5.metal' },
      'none',
    ],
    [
      "another of Amazon's metal",
      { [`${id}/sys_vendor`]: 'Amazon EC2', [`${id}/product_name`]: 'm7i.metal-24xl' },
      'none',
    ],
    ['KVM on ARM', { [devicetree]: 'linux,kvm\0' }, 'kvm'],
    ['Xen on ARM', { [devicetree]: 'xen,xen-4.17\0xen,xen\0' }, 'xen'],
    ['VMware on ARM', { [devicetree]: 'vmware\0' }, 'vmware'],
    ['another one on ARM', { [devicetree]: 'x,linux,kvm2\0' }, 'vm-other'],
    ['QEMU on ARM', { 'proc/device-tree/fw-cfg@9020000/reg': 'x' }, 'qemu'],
    ['a board', { 'proc/device-tree/model': 'Raspberry Pi 4\0' }, 'none'],
    ['nothing that speaks', {}, undefined],
  ])('%s', (_, files, value) => {
    expect(virtualization(rootAt(layRoot(files)))?.value).toBe(value);
  });
});

describe('graphics without a bus', () => {
  const card = (name: string, vendor: string) => ({
    [`sys/class/drm/${name}/device/vendor`]: vendor,
  });

  it('has the makers of its cards, each once', () => {
    const files = {
      ...{ ...card('card0', '0x1002\n'), ...card('card1', '0x10DE\n') },
      ...{ ...card('card2', '0x1002\n'), ...card('card0-eDP-1', '0x8086\n') },
    };
    expect(gpuVendors(rootAt(layRoot(files)))).toEqual({
      value: ['amd', 'nvidia'],
      source: '/sys/class/drm',
    });
  });

  it('has none of what NixOS has nothing for, and says so', () => {
    expect(gpuVendors(rootAt(layRoot(card('card0', '0x1af4'))))?.value).toEqual([]);
  });

  it('says nothing where no card says its maker', () => {
    for (const vendor of ['', 'x0x10de', '0x10de0', '10de']) {
      expect(gpuVendors(rootAt(layRoot(card('card0', vendor))))).toBeUndefined();
    }
  });
});
