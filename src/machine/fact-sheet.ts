/**
 * Every fact that can be read, for a bug report: a name, what it is, where it was read. Nothing in it
 * tells whose machine it is: of names and addresses it says only that they are there, and serial
 * numbers, UUIDs and the addresses of devices are read nowhere.
 */
import { blockDevices } from './block-devices.js';
import { hasBluetooth, hasWifi, memory } from './devices.js';
import { type Fact, fact } from './fact.js';
import type { Facts } from './facts.js';
import { hardwareFacts } from './hardware-facts.js';
import { mounts } from './mounts.js';
import { consoleKeymap, formats } from './region-details.js';

export interface SheetRow {
  /** Its key in `--json`. */
  readonly name: string;
  /** As the table shows it. */
  readonly label: string;
  readonly value: string | number | boolean | readonly string[];
  readonly source: string;
}

/** The rows that have a value, in the order of the table. */
export function factSheet(facts: Facts): readonly SheetRow[] {
  return [...system(facts), ...hardware(facts), ...people(facts)].flatMap(([name, label, found]) =>
    found ? [{ name, label, ...found }] : [],
  );
}

type Entry = readonly [name: string, label: string, found: Fact<SheetRow['value']> | undefined];

function system(facts: Facts): readonly Entry[] {
  const { root } = facts;
  const release = (key: string) => fact(facts.osRelease.get(key), '/etc/os-release');
  const set = [...formats(root)];
  return [
    ['operatingSystem', 'Operating system', release('PRETTY_NAME') ?? release('ID')],
    ['nixosVersion', 'NixOS version', facts.isNixos ? facts.nixosVersion : undefined],
    [
      'isLive',
      'Live system',
      facts.isLive ? { value: true, source: '/etc/os-release' } : undefined,
    ],
    ['configuration', 'Configuration', there(facts, '/etc/nixos/configuration.nix')],
    ['flake', 'Flake', there(facts, '/etc/nixos/flake.nix')],
    ['hardwareFile', 'Hardware file', there(facts, '/etc/nixos/hardware-configuration.nix')],
    ['timeZone', 'Time zone', facts.timeZone],
    ['locale', 'Locale', facts.locale],
    ['formats', 'Formats', formatsInOne(set)],
    ['keyboard', 'Keyboard', facts.keyboard],
    ['consoleKeymap', 'Console keymap', consoleKeymap(root)],
  ];
}

function there({ root }: Facts, source: string): Fact<boolean> | undefined {
  return root.exists(source) ? { value: true, source } : undefined;
}

function formatsInOne(
  all: readonly (readonly [string, Fact])[],
): Fact<readonly string[]> | undefined {
  const [first] = all;
  const value = all.map(([name, found]) => `${name}=${found.value}`);
  return first && { value, source: first[1].source };
}

function hardware(facts: Facts): readonly Entry[] {
  const { machine, displayDevices } = facts;
  const found = hardwareFacts(machine);
  const platform = fact(facts.system, "this program's Node.js");
  const cards = displayDevices.map(({ vendor, device }) => `${vendor}:${device.replace('0x', '')}`);
  const disks = blockDevices(machine).map(({ name, isSsd }) => (isSsd ? `${name} (SSD)` : name));
  return [
    ['platform', 'Platform', platform],
    ['firmware', 'Firmware', facts.firmware],
    ['virtualization', 'Virtualisation', found.virtualization],
    ['vendor', 'Vendor', found.vendor],
    ['product', 'Product', found.product],
    ['version', 'Version', found.version],
    ['family', 'Family', found.family],
    ['boardVendor', 'Board vendor', found.boardVendor],
    ['board', 'Board', found.board],
    ['model', 'Model', found.model],
    ['cpuVendor', 'Processor vendor', found.cpuVendor],
    ['cpuModel', 'Processor', found.cpuModel],
    ['memory', 'Memory', inGibibytes(memory(machine))],
    ['graphics', 'Graphics', several(cards, '/sys/bus/pci/devices') ?? found.gpuVendors],
    ['hasScreen', 'Screen', screen(facts)],
    ['isLaptop', 'Laptop', found.isLaptop],
    ['hasWifi', 'Wi-Fi', hasWifi(machine)],
    ['hasBluetooth', 'Bluetooth', hasBluetooth(machine)],
    ['disks', 'Disks', several(disks, '/sys/block')],
    ['fileSystems', 'File systems', fileSystems(facts)],
  ];
}

function several(value: readonly string[], source: string): Fact<readonly string[]> | undefined {
  return value.length > 0 ? { value, source } : undefined;
}

function inGibibytes(bytes: Fact<number> | undefined): Fact | undefined {
  if (bytes === undefined) return undefined;
  return { ...bytes, value: `${(bytes.value / 2 ** 30).toFixed(1)} GiB` };
}

function screen(facts: Facts): Fact<boolean> | undefined {
  const source = '/sys/class/drm';
  return facts.machine.exists(source) ? { value: facts.hasScreen, source } : undefined;
}

/** The kind of the file systems that matter; what they are on may have a UUID in its name. */
function fileSystems({ machine, target = '' }: Facts): Fact<readonly string[]> | undefined {
  const all = mounts(machine);
  const value = ['/', '/boot', '/efi', '/boot/efi', '/home', '/nix'].flatMap((place) => {
    const mounted = all?.get(target + place === `${target}/` ? target || '/' : target + place);
    const type = fact(mounted?.type, '/proc/mounts')?.value;
    return type ? [`${place} ${type}`] : [];
  });
  return several(value, '/proc/mounts');
}

function people(facts: Facts): readonly Entry[] {
  const { people: all, git } = facts;
  const isSet = (value: unknown, source: string) =>
    value ? { value: '(set)', source } : undefined;
  const accounts = all.length > 0 ? { value: all.length, source: '/etc/passwd' } : undefined;
  return [
    ['hostname', 'Hostname', facts.hostname && { ...facts.hostname, value: '(set)' }],
    ['accounts', 'Accounts', accounts],
    ['fullName', 'Full name', isSet(facts.self?.fullName, '/etc/passwd')],
    ['gitName', 'Name in git', isSet(git.name, "git's settings")],
    ['gitEmail', 'E-mail in git', isSet(git.email, "git's settings")],
  ];
}
