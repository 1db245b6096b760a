/** A machine as somebody describes it to the installer. */
import { installers, type Release, releases } from './releases.js';

export type Firmware = 'UEFI' | 'BIOS' | 'none';
type Encryption = 'none' | 'root' | 'root and swap';

/** What is chosen on the installer's pages. */
export interface Machine {
  readonly release: Release;
  /** The installer's id of the desktop; empty for none. */
  readonly desktop: string;
  readonly firmware: Firmware;
  readonly encryption: Encryption;
  readonly rootFileSystem: 'ext4' | 'btrfs';
  readonly autoLogin: boolean;
  readonly unfree: boolean;
  readonly latestKernel: boolean;
  readonly locale: string;
  /** The locale of each of the nine categories: one for all of them, or one each. */
  readonly formats: string | readonly string[];
  /** As X11 has it, and the console's keymap, where it has one. */
  readonly keyboard: {
    readonly layout: string;
    readonly variant: string;
    readonly console: string;
  };
  readonly hostname: string;
  readonly username: string;
  readonly fullName: string;
  readonly timeZone: string;
  readonly grubDevice: string;
}

/** The categories that the installer sets beside LANG, in its order. */
export const categories = [
  ...['LC_ADDRESS', 'LC_IDENTIFICATION', 'LC_MEASUREMENT', 'LC_MONETARY', 'LC_NAME'],
  ...['LC_NUMERIC', 'LC_PAPER', 'LC_TELEPHONE', 'LC_TIME'],
] as const;

/** The locale of a category, by its place among them. */
export function formatOf({ formats }: Machine, at: number): string {
  return (typeof formats === 'string' ? formats : formats[at]) ?? '';
}

type Region = Pick<Machine, 'locale' | 'formats' | 'keyboard' | 'timeZone'>;
type Person = Pick<Machine, 'hostname' | 'username' | 'fullName'>;

const us = { layout: 'us', variant: '', console: '' };
const german = 'de_DE.UTF-8';

/** Places that differ in what the installer makes of them. */
const regions: readonly Region[] = [
  { locale: 'en_US.UTF-8', formats: 'en_US.UTF-8', keyboard: us, timeZone: 'America/New_York' },
  {
    locale: 'en_US.UTF-8',
    formats: german,
    keyboard: { layout: 'de', variant: 'nodeadkeys', console: 'de-latin1-nodeadkeys' },
    timeZone: 'Europe/Berlin',
  },
  {
    locale: 'pt_BR.UTF-8',
    formats: 'pt_BR.UTF-8',
    keyboard: { layout: 'br', variant: '', console: 'br-abnt2' },
    timeZone: 'America/Argentina/Buenos_Aires',
  },
  {
    locale: 'en_GB.UTF-8',
    formats: categories.map((_, at) => (at % 2 === 0 ? german : 'en_DK.UTF-8')),
    keyboard: { layout: 'gb', variant: 'dvorak', console: 'dvorak-uk' },
    timeZone: 'Europe/London',
  },
];

const people: readonly Person[] = [
  { hostname: 'nixos', username: 'leon', fullName: 'Aumit Leon' },
  { hostname: 'framework-13', username: 'j_mueller', fullName: 'Jörg Müller-Lüdenscheidt' },
  { hostname: 'x', username: 'a', fullName: '' },
  { hostname: 'Desk', username: 'zoe-99', fullName: "Zoë O'Neill, 42 # not a comment" },
];

const grubDevices = ['/dev/sda', '/dev/vda', '/dev/nvme0n1'];

function nth<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T;
}

/**
 * Every release × desktop × firmware × encryption × automatic login × unfree; regions, people,
 * kernels and file systems take turns, so that each stands beside each of the others somewhere.
 */
export function everyMachine(): readonly Machine[] {
  const combinations = releases
    .flatMap((release) => installers[release].desktops.map((desktop) => ({ release, desktop })))
    .flatMap((so) => (['UEFI', 'BIOS', 'none'] as const).map((firmware) => ({ ...so, firmware })))
    .flatMap((so) => encryptions.map((encryption) => ({ ...so, encryption })))
    .flatMap((so) => [false, true].map((autoLogin) => ({ ...so, autoLogin })))
    .flatMap((so) => [false, true].map((unfree) => ({ ...so, unfree })));
  return combinations.map((choices, at) => ({ ...choices, ...inTurn(at, choices.release) }));
}

const encryptions = ['none', 'root', 'root and swap'] as const;

function inTurn(at: number, release: Release) {
  const { canHaveLatestKernel, knowsBtrfs } = installers[release];
  return {
    ...nth(regions, at + Math.floor(at / 4)),
    ...nth(people, at + Math.floor(at / 5)),
    latestKernel: canHaveLatestKernel && at % 3 === 0,
    rootFileSystem: knowsBtrfs && at % 5 < 2 ? ('btrfs' as const) : ('ext4' as const),
    grubDevice: nth(grubDevices, at + Math.floor(at / 7)),
  };
}

/** A machine in a few words, for the name of a test. */
export function inWords(machine: Machine): string {
  const { release, desktop, firmware, encryption, autoLogin, unfree, rootFileSystem } = machine;
  return [
    `${release}:`,
    ...[desktop || 'no desktop', `firmware ${firmware}`, `encrypted ${encryption}`],
    ...[rootFileSystem, autoLogin ? 'automatic login' : 'login', unfree ? 'unfree' : 'free'],
    ...[machine.locale, machine.keyboard.layout, machine.username],
  ].join(' ');
}

/** A machine with nothing special. */
export const plainMachine: Machine = {
  release: '25.11',
  desktop: '',
  firmware: 'UEFI',
  encryption: 'none',
  rootFileSystem: 'ext4',
  autoLogin: false,
  unfree: false,
  latestKernel: false,
  locale: 'en_US.UTF-8',
  formats: 'en_US.UTF-8',
  keyboard: us,
  hostname: 'nixos',
  username: 'leon',
  fullName: 'Aumit Leon',
  timeZone: 'Europe/Berlin',
  grubDevice: '/dev/sda',
};
