/** Graphics drivers, and what the cards of a machine call for. */
import { type GpuVendor, vendorOf } from '../machine/gpu-vendors.js';
import type { DisplayDevice } from '../machine/graphics.js';
import { accepted, type Check, type Choice, refused, type SoFar } from '../questions/question.js';
import { notInWindows } from './in-windows.js';

const onlyX86 = (soFar: SoFar) =>
  soFar['system'] === 'aarch64-linux' ? 'is for x86_64-linux' : undefined;

/** The user's half of NVIDIA's driver is under a licence that is not free, open modules or not. */
const unfree = (soFar: SoFar) => (soFar['unfree'] === 'no' ? 'needs unfree packages' : undefined);

const drivers: readonly Choice[] = [
  {
    value: 'intel',
    hint: 'with video decoding by the card',
    // the packages for video are built for x86_64 alone (vpl-gpu-rt's meta.platforms)
    refused: onlyX86,
    brings: { files: ['modules/nixos/intel-graphics.nix'] },
  },
  {
    value: 'amd',
    hint: 'sharp from the first line of the start',
    brings: { files: ['modules/nixos/amd-graphics.nix'] },
  },
  {
    value: 'nvidia',
    hint: 'GTX 16, RTX 20 and newer',
    refused: unfree,
    brings: { files: ['modules/nixos/nvidia.nix'] },
  },
  {
    value: 'nvidia-legacy',
    hint: 'GTX 750 to GTX 10, TITAN V',
    refused: (soFar) => unfree(soFar) ?? onlyX86(soFar),
    brings: { files: ['modules/nixos/nvidia-legacy.nix'] },
  },
  {
    value: 'nvidia-laptop',
    hint: 'beside Intel or AMD, and asleep when idle',
    refused: (soFar) => unfree(soFar) ?? onlyX86(soFar),
    brings: { files: ['modules/nixos/nvidia-laptop.nix', 'hosts/HOST/nvidia-bus-ids.nix'] },
  },
  {
    value: 'vm',
    hint: 'a virtual machine',
    brings: { files: ['modules/nixos/virtual-machine.nix'] },
  },
];

export const graphics: readonly Choice[] = [
  ...drivers.map((driver) => notInWindows(driver, 'is for a card of its own, and Windows has it')),
  { value: 'none', hint: 'what the kernel has' },
];

/**
 * The vendor ids of hypervisors' cards (the PCI ID repository, pci-ids.ucw.cz). Hyper-V's second
 * generation has no card on the PCI bus.
 */
const virtual: readonly number[] = [
  0x1af4, // virtio
  0x1b36, // QXL
  0x1234, // Bochs, which is QEMU's standard VGA
  0x1013, // Cirrus, as QEMU imitates it
  0x15ad, // VMware; VirtualBox imitates it too
  0x80ee, // VirtualBox
  0x1414, // Hyper-V, first generation
  0x1ab8, // Parallels
];

/** Which of NVIDIA's drivers runs a card. */
export type NvidiaDriver = 'current' | 'legacy' | 'none';

/**
 * By device id, since NVIDIA counts them up from generation to generation. Turing begins at 0x1e02,
 * with which the list of the open kernel modules begins too (README.md of
 * NVIDIA/open-gpu-kernel-modules, 595.45). Maxwell, Pascal and Volta are 0x1340 to 0x1df6 (the PCI
 * ID repository of 2026-08); the driver 590 dropped them, and 580 is the last for them. What came
 * before has no driver that nixpkgs' kernels still take.
 */
export function nvidiaDriver(device: number): NvidiaDriver {
  if (device >= 0x1e00) return 'current';
  return device >= 0x1340 ? 'legacy' : 'none';
}

/**
 * The driver that these cards call for. NVIDIA's own is never taken by itself: it is not free, and
 * the wrong one leaves the screen black. Beside another card that one's driver is taken, and the
 * note says what there is for the NVIDIA card.
 */
export function graphicsOf(cards: readonly DisplayDevice[]): {
  value: string;
  note: string | undefined;
} {
  const nvidia = cardsOf('nvidia', cards);
  const beside = (['amd', 'intel'] as const).find((maker) => cardsOf(maker, cards).length > 0);
  const isVirtual = cards.some(({ vendor }) => virtual.includes(Number(vendor)));
  const value = beside ?? (isVirtual ? 'vm' : 'none');
  return { value, note: noteOnNvidia(nvidia, beside !== undefined) };
}

function cardsOf(maker: GpuVendor, cards: readonly DisplayDevice[]): readonly DisplayDevice[] {
  return cards.filter(({ vendor }) => vendorOf(vendor) === maker);
}

/** What to say of NVIDIA's cards, where there are any; the newest of them counts. */
function noteOnNvidia(cards: readonly DisplayDevice[], beside: boolean): string | undefined {
  if (cards.length === 0) return undefined;
  const driver = nvidiaDriver(Math.max(...cards.map(({ device }) => Number(device))));
  const free = 'leaves the NVIDIA card to the free driver, nouveau';
  if (driver === 'none') return `${free}: NVIDIA no longer has one for it`;
  if (driver === 'legacy') return `${free}; NVIDIA's own for it is nvidia-legacy`;
  const own = beside ? 'nvidia-laptop, or nvidia where the screen is plugged into it' : 'nvidia';
  return `${free}; NVIDIA's own is ${own}`;
}

/** The two cards of a machine, as the answer to the bus ids, if it is one with NVIDIA beside another. */
export function busIdsOf(cards: readonly DisplayDevice[]): string | undefined {
  const first = (maker: GpuVendor) => cardsOf(maker, cards)[0]?.address;
  const nvidia = first('nvidia');
  const name = first('intel') ? 'intel' : 'amd';
  const other = first(name);
  if (nvidia === undefined || other === undefined) return undefined;
  const check = checkBusIds(`${name}=${other},nvidia=${nvidia}`);
  return check.ok ? check.value : undefined;
}

const exampleBusIds = 'intel=PCI:0:2:0,nvidia=PCI:1:0:0';

/**
 * Checks where the two cards sit, `intel=PCI:0:2:0,nvidia=PCI:1:0:0`, in any order. What `lspci` and
 * sysfs print is understood too: `01:00.0` and `0000:01:00.0`, in hexadecimal.
 */
export function checkBusIds(typed: string): Check {
  const ids = new Map<string, string>();
  for (const part of typed.split(',').map((each) => each.trim())) {
    const [, name, place] = /^(intel|amd|nvidia)\s*=\s*(\S+)$/i.exec(part) ?? [];
    if (name === undefined || place === undefined) {
      return refused('must name both cards', exampleBusIds);
    }
    const id = busId(place);
    if (id === undefined) {
      const why = `has ${JSON.stringify(place)}, which is no place on the PCI bus (see lspci)`;
      return refused(why, exampleBusIds);
    }
    if (ids.has(name.toLowerCase())) return refused(`names ${name} twice`);
    ids.set(name.toLowerCase(), id);
  }
  return together(ids);
}

function together(ids: ReadonlyMap<string, string>): Check {
  const nvidia = ids.get('nvidia');
  if (nvidia === undefined) {
    const all = [...ids, ['nvidia', 'PCI:1:0:0']].map((pair) => pair.join('=')).join(',');
    return refused('does not say where the NVIDIA card is', all);
  }
  const [other, ...more] = [...ids].filter(([name]) => name !== 'nvidia');
  if (other === undefined || more.length > 0) {
    return refused('must name one other card, intel or amd', `intel=PCI:0:2:0,nvidia=${nvidia}`);
  }
  if (other[1] === nvidia) return refused('has both cards in one place');
  return accepted(`${other.join('=')},nvidia=${nvidia}`);
}

/**
 * A place on the PCI bus as the X server and NixOS write it: `PCI:bus:device:function` in decimal,
 * with `bus@domain` where the domain is not 0 (xorg.conf(5), BusID). `lspci` writes
 * `[domain:]bus:device.function` in hexadecimal (lspci(8)).
 */
function busId(place: string): string | undefined {
  const decimal =
    /^PCI:(?<bus>\d{1,3})(@(?<domain>\d{1,3}))?:(?<device>\d{1,2}):(?<slot>\d)$/i.exec(place);
  const hexadecimal =
    /^((?<domain>[\da-f]{4,8}):)?(?<bus>[\da-f]{2}):(?<device>[\da-f]{2})\.(?<slot>\d)$/i.exec(
      place,
    );
  const found = (decimal ?? hexadecimal)?.groups;
  if (found === undefined) return undefined;
  const number = (name: string) => Number.parseInt(found[name] ?? '0', decimal ? 10 : 16);
  const [bus, domain, device, slot] = ['bus', 'domain', 'device', 'slot'].map(number) as Place;
  // NixOS takes three digits at most (busIDType in its nvidia.nix)
  if (bus > 255 || domain > 999 || device > 31 || slot > 7) return undefined;
  return `PCI:${bus}${domain === 0 ? '' : `@${domain}`}:${device}:${slot}`;
}

type Place = [bus: number, domain: number, device: number, slot: number];

/** The names that the template has for the places in an answer that `checkBusIds` has accepted. */
export function busIdsView(value: string): Readonly<Record<string, string>> {
  const view: Record<string, string> = {};
  for (const part of value.split(',')) {
    const [name = '', id = ''] = part.split('=');
    view[`${name === 'amd' ? 'amdgpu' : name}BusId`] = id;
  }
  return view;
}
