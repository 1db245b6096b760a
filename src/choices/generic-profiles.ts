/** The profiles of nixos-hardware that go for every machine of a kind, by what the kernel shows. */
import type { HardwareFacts } from '../machine/hardware-facts.js';

export interface Suggestion {
  /** The profile's. */
  readonly name: string;
  /** `sys_vendor Framework, product_name Laptop 16 (AMD Ryzen 7040 Series)`. */
  readonly evidence: string;
}

/**
 * NVIDIA's are none of them, since its driver is never guessed, nor is common-hidpi, which does
 * nothing with the kernels of today.
 */
export function genericProfiles(facts: HardwareFacts): readonly Suggestion[] {
  return [...forProcessor(facts), ...forCards(facts), ...forKind(facts), ...forDisks(facts)];
}

/** common-cpu-intel brings the driver of the processor's own graphics, where it has any. */
function forProcessor({ cpuVendor, cpuModel, gpuVendors }: HardwareFacts): readonly Suggestion[] {
  const names: Readonly<Record<string, string>> = {
    amd: 'common-cpu-amd',
    intel: gpuVendors?.value.includes('intel') ? 'common-cpu-intel' : 'common-cpu-intel-cpu-only',
  };
  const name = cpuVendor && names[cpuVendor.value];
  const evidence = `${cpuModel?.value ?? cpuVendor?.value} (${cpuVendor?.source})`;
  return name === undefined ? [] : [{ name, evidence }];
}

function forCards({ cpuVendor, gpuVendors }: HardwareFacts): readonly Suggestion[] {
  const has = (vendor: 'amd' | 'intel') => gpuVendors?.value.includes(vendor) ?? false;
  const evidence = (maker: string) => `${maker} graphics (${gpuVendors?.source})`;
  return [
    ...(has('amd') ? [{ name: 'common-gpu-amd', evidence: evidence('AMD') }] : []),
    ...(has('intel') && cpuVendor?.value !== 'intel'
      ? [{ name: 'common-gpu-intel', evidence: evidence('Intel') }]
      : []),
  ];
}

/** A board with another processor is no PC. common-pc-laptop brings common-pc. */
function forKind({ cpuVendor, isLaptop }: HardwareFacts): readonly Suggestion[] {
  const isPc = cpuVendor?.value === 'amd' || cpuVendor?.value === 'intel';
  if (!isPc || isLaptop === undefined) return [];
  const { value, source } = isLaptop;
  return value
    ? [{ name: 'common-pc-laptop', evidence: `a laptop (${source})` }]
    : [{ name: 'common-pc', evidence: `no laptop (${source})` }];
}

function forDisks({ hasSsd }: HardwareFacts): readonly Suggestion[] {
  return hasSsd?.value ? [{ name: 'common-pc-ssd', evidence: `an SSD (${hasSsd.source})` }] : [];
}
