/** What the firmware says of the computer (SMBIOS, which the kernel shows below `/sys/class/dmi`). */
import { type Fact, fact } from './fact.js';
import type { Root } from './read.js';

const folder = '/sys/class/dmi/id';

/** The fields that are read. Serial numbers and UUIDs stand beside them, and are left alone. */
type DmiField =
  | 'sys_vendor'
  | 'product_name'
  | 'product_version'
  | 'product_family'
  | 'product_sku'
  | 'board_vendor'
  | 'board_name'
  | 'bios_vendor'
  | 'chassis_type';

/** What firmware says where nobody has filled a field in. */
const placeholder =
  /^(to be filled by o\.?e\.?m\.?|system (manufacturer|product name|version|sku)|default( string)?|(base)?board (name|vendor|version)|type\d+.*|not (specified|applicable|available|set)|n\/?a|none|null|unknown|undefined|invalid|empty|o\.?e\.?m\.?|sku|x\.x|[0. _*-]+|123456789)$/i;

export function dmi(machine: Root, field: DmiField): Fact | undefined {
  const file = `${folder}/${field}`;
  const found = fact(machine.read(file), file);
  return found && placeholder.test(found.value) ? undefined : found;
}
