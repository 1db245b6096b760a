/** The devicetree, which describes boards without a PC's firmware (Devicetree Specification, 2.3). */
import { type Fact, fact } from './fact.js';
import type { Root } from './read.js';

/** The first string of a property; each ends with a zero byte. */
export function devicetree(machine: Root, file: string): Fact | undefined {
  return fact(machine.start(file)?.split('\0')[0], file);
}
