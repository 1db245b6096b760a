/** Which computers the profiles of nixos-hardware are for, and whether a machine is one of them. */
import { modelLines } from '../data/hardware-profiles.js';
import type { HardwareFacts } from '../machine/hardware-facts.js';
import type { Suggestion } from './generic-profiles.js';
import { allProfiles, broughtBy } from './profile-list.js';

/** A line of the list of models, with the section that it stands in. */
interface Model {
  readonly name: string;
  readonly field: Field;
  readonly vendor: string | undefined;
  readonly pattern: string;
  readonly cpu: string | undefined;
  /** Whether it is for a family, and counts where no model does. */
  readonly isFamily: boolean;
}

type Field = 'version' | 'product' | 'board' | 'sku' | 'model';

/** The names of the files that the kernel shows these in. */
const files: Readonly<Record<Field, string>> = {
  version: 'product_version',
  product: 'product_name',
  board: 'board_name',
  sku: 'product_sku',
  model: 'model',
};

export function models(): readonly Model[] {
  let section: Pick<Model, 'field' | 'vendor'> | undefined;
  return modelLines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [, field, vendor] = /^\[(\w+)(?: (.*))?\]$/.exec(line) ?? [];
      if (field !== undefined) {
        section = { field: field as Field, vendor };
        return [];
      }
      const [, name = '', family, pattern = '', cpu] =
        /^(\S+) (else )?(.*?)(?: cpu (.*))?$/.exec(line) ?? [];
      if (section === undefined) throw new Error(`no section before ${line}`);
      return [{ ...section, name, pattern, cpu, isFamily: family !== undefined }];
    });
}

/** The models that the machine is, families only where it is none of their models. */
export function modelsOf(facts: HardwareFacts): readonly Suggestion[] {
  const found = models().flatMap((model) => {
    const evidence = evidenceFor(model, facts);
    return evidence === undefined ? [] : [{ ...model, evidence }];
  });
  const own = found.filter(({ isFamily }) => !isFamily);
  return own.length > 0 ? own : found;
}

/** By what one can tell that the machine is this model, or nothing where it is another. */
function evidenceFor(model: Model, facts: HardwareFacts): string | undefined {
  const name = facts[model.field]?.value;
  const vendor = model.field === 'board' ? facts.boardVendor?.value : facts.vendor?.value;
  if (name === undefined || !isWhole(model.pattern, name)) return undefined;
  if (!goesWith(model.name, facts)) return undefined;
  const cpus = [facts.cpuVendor?.value, facts.cpuModel?.value];
  const { cpu } = model;
  if (cpu !== undefined && !cpus.some((each) => each && isWhole(cpu, each))) return undefined;
  if (model.vendor !== undefined && !(vendor && isWhole(model.vendor, vendor))) return undefined;
  const maker = model.field === 'board' ? 'board_vendor' : 'sys_vendor';
  return [
    ...(model.vendor === undefined ? [] : [`${maker} ${vendor}`]),
    `${files[model.field]} ${name}`,
    ...(cpu === undefined ? [] : [facts.cpuModel?.value ?? '']),
  ].join(', ');
}

function isWhole(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${pattern})$`, 'i').test(text);
}

/** Whether a profile is for a machine with this maker's processor and cards. */
function goesWith(name: string, { cpuVendor, gpuVendors }: HardwareFacts): boolean {
  const profile = allProfiles().get(name);
  const brought = broughtBy(name);
  const isOther =
    (cpuVendor?.value === 'intel' && brought.has('common-cpu-amd')) ||
    (cpuVendor?.value === 'amd' && brought.has('common-cpu-intel-cpu-only'));
  const wantsNvidia = profile?.traits.some((trait) => trait.endsWith('nvidia')) ?? false;
  const hasNvidia = gpuVendors?.value.includes('nvidia') ?? false;
  return !isOther && (!wantsNvidia || hasNvidia);
}
