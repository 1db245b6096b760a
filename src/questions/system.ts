/** The machine itself: releases, platform, boot loader, hardware, and where its repo stands. */
import { resolve } from 'node:path';
import type { Facts } from '../machine/facts.js';
import {
  channelOfVersion,
  homeManagerUrl,
  isRelease,
  next,
  nixosWslUrl,
  nixpkgsUrl,
  releaseOf,
  stable,
  stableChannel,
  unstableChannel,
} from '../nixos/channels.js';
import {
  ownHardware,
  readHardware,
  sourceOfHardware,
  unreadableHardware,
} from '../nixos/hardware.js';
import { platformOf } from '../nixos/hardware-text.js';
import { nearest } from './nearest.js';
import {
  accepted,
  type Brings,
  type Default,
  isForHere,
  oneOf,
  type Question,
  refused,
  type SoFar,
  standard,
} from './question.js';

const channels = [
  { value: unstableChannel, hint: 'new packages every few days' },
  { value: stableChannel, hint: 'a release, with fixes only' },
] as const;

const channel = {
  name: 'channel',
  label: 'Channel',
  help: 'where the packages come from',
  placeholder: '<channel>',
  alwaysAsked: true,
  pattern: '^nixos-(unstable|\\d\\d\\.(05|11))$',
  choices: () => channels,
  defaultInWords: `what this machine runs, else ${unstableChannel}`,
  check(typed) {
    const release = typed.replace(/^nixos-/, '');
    if (channels.some(({ value }) => value === typed)) return accepted(typed);
    if (!isRelease(release) || release === typed) {
      const names = channels.map(({ value }) => value);
      const guess = isRelease(release)
        ? supported(release)
        : nearest(typed.replace('nixpkgs', 'nixos'), names);
      return refused(`must be one of ${names.join(', ')}`, guess);
    }
    if (release < stable) return refused('is out of support', supported(release));
    return accepted(typed, `this version has not been tried on ${typed}`);
  },
  defaults(_soFar, { facts }) {
    const version = facts.isNixos ? facts.nixosVersion : undefined;
    const running = version && channelOfVersion(version.value);
    if (!version || !running) return [standard(unstableChannel)];
    return [
      { value: running, source: version.source },
      { value: stableChannel, source: `${running} is out of support` },
    ];
  },
  view: (value) => ({
    release: releaseOf(value),
    since2611: releaseOf(value) >= '26.11',
    nixpkgsUrl: nixpkgsUrl(value),
    homeManagerUrl: homeManagerUrl(value),
  }),
} as const satisfies Question;

/** The channel of a release, or where that is out of support the stable one. */
function supported(release: string): string {
  return release < stable ? stableChannel : `nixos-${release}`;
}

const yesOrNo = [{ value: 'yes' }, { value: 'no' }] as const;

const unfree = {
  name: 'unfree',
  label: 'Unfree packages',
  help: 'whether packages that are not free software may be installed',
  placeholder: '<yes|no>',
  choices: () => yesOrNo,
  defaultInWords: 'as the machine has it, else yes',
  check: (typed) => oneOf(yesOrNo, typed),
  defaults: () => [standard('yes')],
} as const satisfies Question;

const systems = [{ value: 'x86_64-linux' }, { value: 'aarch64-linux' }] as const;

const system = {
  name: 'system',
  label: 'System',
  help: 'the kind of processor',
  placeholder: '<system>',
  choices: () => systems,
  defaultInWords: "this machine's",
  async check(typed, soFar, context) {
    const platform = await platformOf(readHardware(soFar['hardware'], context));
    if (systems.some(({ value }) => value === typed) && platform && platform !== typed) {
      return refused(`is not what the hardware file says`, platform);
    }
    return oneOf(systems, typed);
  },
  async defaults(soFar, context) {
    const platform = await platformOf(readHardware(soFar['hardware'], context));
    const { facts } = context;
    return [
      ...(platform ? [{ value: platform, source: 'the hardware file' }] : []),
      ...(facts.system ? [{ value: facts.system, source: 'this machine' }] : []),
    ];
  },
} as const satisfies Question;

const bootLoaders = [
  { value: 'systemd-boot', hint: 'for UEFI: most computers since 2012' },
  { value: 'grub', hint: 'for BIOS, or where GRUB is wanted' },
  { value: 'wsl', hint: 'none: Windows starts it, through WSL' },
] as const;

/** Why a boot loader does not start this very machine; nothing for another, of which nothing is known. */
function startsNothing(loader: string, soFar: SoFar, facts: Facts | undefined): string | undefined {
  if (facts === undefined || !isForHere(soFar)) return undefined;
  if (facts.wsl) return loader === 'wsl' ? undefined : 'does not start NixOS in Windows: wsl does';
  return loader === 'wsl' ? 'is for NixOS in Windows, which this is not' : undefined;
}

const bootLoader = {
  name: 'bootLoader',
  label: 'Boot loader',
  help: 'what starts NixOS',
  placeholder: '<loader>',
  choices: (soFar, context) =>
    bootLoaders.filter(({ value }) => !startsNothing(value, soFar, context?.facts)),
  whyLeftOut: async (soFar, context) => [
    ...new Set(
      bootLoaders.flatMap(({ value }) => startsNothing(value, soFar, context?.facts) ?? []),
    ),
  ],
  defaultInWords: "by this machine's firmware; for another computer systemd-boot",
  check(typed, soFar, { facts }) {
    const check = oneOf(bootLoaders, typed);
    const why = check.ok ? startsNothing(typed, soFar, facts) : undefined;
    return why === undefined ? check : refused(why);
  },
  defaults(soFar, { facts }) {
    const { firmware, wsl } = facts;
    if (isForHere(soFar) && wsl) return [wsl];
    if (!isForHere(soFar) || firmware === undefined || soFar['system'] !== 'x86_64-linux') {
      return [standard('systemd-boot')];
    }
    const value = firmware.value === 'uefi' ? 'systemd-boot' : 'grub';
    return [{ value, source: firmware.source }];
  },
  brings: (value, { channel: branch = unstableChannel }): Brings =>
    value === 'wsl'
      ? {
          files: ['hosts/HOST/wsl.nix', 'parts/README.md/wsl.md'],
          inputs: [
            {
              name: 'nixos-wsl',
              url: nixosWslUrl(branch),
              follows: ['nixpkgs'],
              without: ['flake-compat'], // for those without flakes
            },
          ],
        }
      : {},
} as const satisfies Question;

const grubDevice = {
  name: 'grubDevice',
  label: 'GRUB device',
  help: 'the disk that GRUB is written to, such as /dev/sda; nodev with UEFI',
  placeholder: '<disk>',
  pattern: '^(nodev|/dev/[A-Za-z0-9._/:+-]+)$',
  applies: (soFar) => soFar['bootLoader'] === 'grub',
  appliesTo: 'is for GRUB (--boot-loader grub)',
  defaultInWords: "the old configuration's, else the disk that holds /boot",
  async check(typed) {
    if (typed === 'nodev') return accepted(typed);
    const path =
      /^\/dev\/[A-Za-z0-9._/:+-]+$/.test(typed) && !/(^|\/)\.{1,2}(\/|$)|\/\/|\/$/.test(typed);
    const { diskOfPartition, diskWithoutFolder } = await import('./meant.js');
    if (!path) return refused('must be a disk in /dev, or nodev', diskWithoutFolder(typed));
    const disk = diskOfPartition(typed);
    return accepted(typed, disk && `a partition: GRUB belongs on the whole disk, ${disk}`);
  },
  defaults(soFar, { facts }) {
    if (!isForHere(soFar)) return [];
    const { bootDisk } = facts;
    return [
      ...(facts.firmware?.value === 'uefi' ? [{ value: 'nodev', source: 'UEFI' }] : []),
      ...(bootDisk ? [{ value: bootDisk, source: 'holds /boot' }] : []),
    ];
  },
} as const satisfies Question;

const stateVersion = {
  name: 'stateVersion',
  label: 'State version',
  help: 'the release that the machine was installed with (system.stateVersion)',
  placeholder: '<YY.MM>',
  pattern: '^\\d\\d\\.(0[1-9]|1[0-2])$',
  defaultInWords: "this machine's, else the channel's",
  check(typed, soFar) {
    const release = releaseOf(soFar['channel'] ?? unstableChannel);
    if (!/^\d\d\.(0[1-9]|1[0-2])$/.test(typed)) return refused('must be a release, YY.MM', release);
    if (typed < '13.10') return refused('is older than NixOS releases', release);
    if (typed > release && typed > next)
      return refused('is a release that is still to come', release);
    return accepted(
      typed,
      typed > release ? `the state version is newer than ${release}` : undefined,
    );
  },
  defaults: (soFar) => [
    { value: releaseOf(soFar['channel'] ?? unstableChannel), source: "the channel's" },
  ],
} as const satisfies Question;

const hardware = {
  name: 'hardware',
  label: 'Hardware file',
  help: "a hardware-configuration.nix; 'this' for this machine's own, 'none' for another computer",
  placeholder: '<file>',
  defaultInWords: "this machine's own where it runs NixOS, else none",
  async check(typed, _soFar, context) {
    const { facts } = context;
    if (typed === 'none') return accepted(typed);
    if (typed === 'this') {
      if (facts.isInstalledNixos) return accepted(typed);
      return facts.isLive
        ? refused(
            "would be the installer's own: with the new disks at /mnt, add --root /mnt",
            'none',
          )
        : refused('is for a computer that runs NixOS, and this one does not', 'none');
    }
    const why = await unreadableHardware(typed);
    if (why !== undefined) return refused(why, facts.isInstalledNixos ? 'this' : 'none');
    const isOwn = readHardware(typed, context) === ownHardware(context);
    return accepted(isOwn ? 'this' : resolve(typed));
  },
  defaults: (_soFar, context) =>
    context.facts.isInstalledNixos
      ? [{ value: 'this', source: sourceOfHardware(context) }]
      : [standard('none')],
} as const satisfies Question;

const repoPath = {
  name: 'repoPath',
  label: 'Place of the repo',
  help: 'where the repo stands on that machine, for its commands',
  placeholder: '<path>',
  pattern: '^/[A-Za-z0-9._/+-]*[A-Za-z0-9._+-]$',
  defaultInWords: 'where it is written on this NixOS, else /home/USER/nixos-config',
  check(typed) {
    if (!typed.startsWith('/')) return refused('must begin with /', undefined);
    if (/[^A-Za-z0-9._/+-]/.test(typed)) return refused('can only have A-Z, a-z, 0-9 and ._/+-');
    if (/(^|\/)\.{1,2}(\/|$)|\/\//.test(typed)) return refused('must not have . or .. or // in it');
    const trimmed = typed.replace(/\/$/, '');
    return trimmed === '' ? refused('must be a folder of its own') : accepted(trimmed);
  },
  // a directory whose name can't stand in a command has no default: its commands would lead elsewhere
  defaults(soFar, { directory, facts }): readonly Default[] {
    const { username } = soFar;
    if (isForHere(soFar) && directory !== '') {
      return [{ value: directory, source: 'where it is written' }];
    }
    const account = facts.target && facts.accounts.find(({ name }) => name === username);
    return [standard(`${account ? account.home : `/home/${username}`}/nixos-config`)];
  },
} as const satisfies Question;

export const machine = {
  channel,
  unfree,
  system,
  bootLoader,
  grubDevice,
  stateVersion,
  hardware,
  repoPath,
};
