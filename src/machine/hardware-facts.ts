/**
 * What the kernel says of the computer itself: who made it, its processor, its graphics, whether it
 * is a laptop. Loaded where a choice or a report needs it. Serial numbers, UUIDs and addresses stand
 * in the same folders, and are not read.
 */
import { hasSsd } from './block-devices.js';
import { devicetree } from './devicetree.js';
import { dmi } from './dmi.js';
import type { Fact } from './fact.js';
import { type GpuVendor, gpuVendors } from './gpu-vendors.js';
import { isLaptop } from './laptop.js';
import { type CpuVendor, processor } from './processor.js';
import type { Root } from './read.js';
import { virtualization } from './virtualization.js';

export interface HardwareFacts {
  /** Who made it (`sys_vendor`): `LENOVO`, `Framework`, `Dell Inc.` */
  readonly vendor: Fact | undefined;
  /** `product_name`: `Laptop 13 (AMD Ryzen 7040Series)`; with Lenovo a number, `21CB000HUS`. */
  readonly product: Fact | undefined;
  /** `product_version`: with Lenovo the model's name, `ThinkPad X1 Carbon Gen 10`. */
  readonly version: Fact | undefined;
  /** `product_family`: `ThinkPad X1 Carbon Gen 10`, `Surface`. */
  readonly family: Fact | undefined;
  /** `product_sku`: with Surface the model, `Surface_Laptop_5_1979:1950`. */
  readonly sku: Fact | undefined;
  readonly boardVendor: Fact | undefined;
  /** `board_name`: all that a computer says of itself that was put together from parts. */
  readonly board: Fact | undefined;
  /** What the devicetree calls a board without DMI: `Raspberry Pi 4 Model B Rev 1.4`. */
  readonly model: Fact | undefined;
  readonly cpuVendor: Fact<CpuVendor> | undefined;
  readonly cpuModel: Fact | undefined;
  /** `cpu family` and `model` of `/proc/cpuinfo`, by which Intel and AMD number generations. */
  readonly cpuFamily: Fact<number> | undefined;
  readonly cpuModelNumber: Fact<number> | undefined;
  /** The makers of the graphics cards; empty where it is others'. */
  readonly gpuVendors: Fact<readonly GpuVendor[]> | undefined;
  /** Whether one carries it: a battery of its own, or a portable's chassis. */
  readonly isLaptop: Fact<boolean> | undefined;
  /** Whether one of its disks is an SSD; what can be pulled out is not counted. */
  readonly hasSsd: Fact<boolean> | undefined;
  /** As `systemd-detect-virt` names it, `none` where it is a real computer. */
  readonly virtualization: Fact | undefined;
}

/** The facts of a machine, each read when this is called. */
export function hardwareFacts(machine: Root): HardwareFacts {
  const cpu = processor(machine);
  const virtual = virtualization(machine);
  return {
    vendor: dmi(machine, 'sys_vendor'),
    product: dmi(machine, 'product_name'),
    version: dmi(machine, 'product_version'),
    family: dmi(machine, 'product_family'),
    sku: dmi(machine, 'product_sku'),
    boardVendor: dmi(machine, 'board_vendor'),
    board: dmi(machine, 'board_name'),
    model: devicetree(machine, '/proc/device-tree/model'),
    cpuVendor: cpu.vendor,
    cpuModel: cpu.model,
    cpuFamily: cpu.family,
    cpuModelNumber: cpu.modelNumber,
    gpuVendors: gpuVendors(machine),
    isLaptop: carried(machine, virtual),
    hasSsd: hasSsd(machine),
    virtualization: virtual,
  };
}

/** A virtual machine may show the battery of the laptop that it runs on, and is none. */
function carried(machine: Root, virtual: Fact | undefined): Fact<boolean> | undefined {
  return virtual && virtual.value !== 'none'
    ? { value: false, source: virtual.source }
    : isLaptop(machine);
}
