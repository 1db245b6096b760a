/** The processor, as the kernel shows it (proc_cpuinfo(5)). */
import { type Fact, fact } from './fact.js';
import type { Root } from './read.js';

export type CpuVendor = 'intel' | 'amd' | 'arm' | 'other';

export interface Processor {
  readonly vendor: Fact<CpuVendor> | undefined;
  /** `AMD Ryzen 7 7840U w/ Radeon 780M Graphics`; most ARM kernels do not say it. */
  readonly model: Fact | undefined;
  /** `cpu family` and `model`, which number the generations of Intel and AMD. */
  readonly family: Fact<number> | undefined;
  readonly modelNumber: Fact<number> | undefined;
  /** Whether it shows the flag that only a hypervisor sets (CPUID leaf 1, ECX bit 31). */
  readonly isVirtual: boolean;
}

const file = '/proc/cpuinfo';

/** What a virtual machine's or old kernel's name for the maker means. */
const vendors: Readonly<Record<string, CpuVendor>> = {
  GenuineIntel: 'intel',
  AuthenticAMD: 'amd',
};

export function processor(machine: Root): Processor {
  // with hundreds of processors the whole is long; the first block says all
  const first = (machine.start(file) ?? '').split('\n\n')[0] ?? '';
  const fields = new Map(first.split('\n').map(field));
  const number = (name: string): Fact<number> | undefined => {
    const text = fields.get(name);
    return text && /^\d{1,6}$/.test(text) ? { value: Number(text), source: file } : undefined;
  };
  const vendor = vendorOf(fields);
  return {
    vendor: vendor && { value: vendor, source: file },
    model: fact(fields.get('model name'), file),
    family: number('cpu family'),
    modelNumber: number('model'),
    isVirtual: (fields.get('flags') ?? '').split(' ').includes('hypervisor'),
  };
}

/** `model name\t: AMD Ryzen` → its two halves. */
function field(line: string): readonly [name: string, value: string] {
  const at = line.indexOf(':');
  return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

function vendorOf(fields: ReadonlyMap<string, string>): CpuVendor | undefined {
  const name = fields.get('vendor_id');
  if (name) return vendors[name] ?? 'other';
  // 64-bit ARM names who made the core by a number (Arm's register MIDR_EL1)
  return fields.has('CPU implementer') ? 'arm' : undefined;
}
