/** Whether this is a computer that one carries. */
import { dmi } from './dmi.js';
import type { Fact } from './fact.js';
import type { Root } from './read.js';

const supplies = '/sys/class/power_supply';

/**
 * Portable, laptop, notebook, hand held, sub notebook, tablet, convertible, detachable (SMBIOS
 * 3.7, 7.4.1: chassis types).
 */
const portable: readonly number[] = [8, 9, 10, 11, 14, 30, 31, 32];

/** A battery counts more than the chassis, which many boards leave at "desktop" or "other". */
export function isLaptop(machine: Root): Fact<boolean> | undefined {
  const names = machine.list(supplies);
  const battery = names.find((name) => isOwnBattery(machine, name));
  if (battery !== undefined) return { value: true, source: `${supplies}/${battery}` };
  const chassis = dmi(machine, 'chassis_type');
  if (chassis && /^\d+$/.test(chassis.value)) {
    return { value: portable.includes(Number(chassis.value)), source: chassis.source };
  }
  return machine.exists(supplies)
    ? { value: false, source: `no battery in ${supplies}` }
    : undefined;
}

/** Mice and headphones have batteries too, with `Device` as their scope (sysfs-class-power). */
export function isOwnBattery(machine: Root, name: string): boolean {
  const read = (field: string) => machine.read(`${supplies}/${name}/${field}`)?.trim();
  if (read('scope') === 'Device' || read('present') === '0') return false;
  const type = read('type');
  return type === undefined ? /^BAT\d*$/.test(name) : type === 'Battery';
}
