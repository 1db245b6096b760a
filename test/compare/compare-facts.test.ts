import { describe, expect, it } from 'vitest';
import { differencesIn } from '../../src/compare/compare-facts.js';
import { areas, type Difference } from '../../src/compare/difference.js';
import type { Facts } from '../../src/compare/facts.js';
import { factsWith, luksName, without } from './systems.js';

const old = factsWith();

function found(now: Facts, before: Facts = old): readonly string[] {
  return areas.flatMap((area) => (differencesIn(area, before, now) ?? []).map(inWords));
}

function inWords({ change, name, before, after }: Difference): string {
  return `${change} ${name}: ${before} → ${after}`;
}

describe('Two evaluated systems', () => {
  it('that are the same have no difference', () => {
    expect(found(factsWith())).toEqual([]);
  });

  it.each<[string, Facts, readonly string[]]>([
    [
      'a disk that is not opened',
      without(old, 'luks', 'boot', 'initrd', 'luks', 'devices', luksName),
      [`gone boot.initrd.luks.devices.${luksName}: /dev/sda3 → `],
    ],
    [
      'a file system that is not mounted',
      without(old, 'fileSystems', 'fileSystems', '/home'),
      ['gone fileSystems."/home": /dev/sdb1 (btrfs) → '],
    ],
    [
      'swap',
      without(old, 'swap', 'swapDevices', '/dev/sda2'),
      ['gone swapDevices."/dev/sda2":  → '],
    ],
    ['a user', without(old, 'users', 'users', 'users', 'leon'), ['gone users.users.leon: Leon → ']],
  ])('name what is gone: %s', (_, now, expected) => {
    expect(found(now)).toEqual(expected);
  });

  it.each<[string, object, readonly string[]]>([
    [
      'a device',
      { fileSystems: { fileSystems: { '/': { device: '/dev/sdz' } } } },
      ['changed fileSystems."/".device: /dev/mapper/root → /dev/sdz'],
    ],
    [
      'an option of a mount',
      { fileSystems: { fileSystems: { '/': { options: ['compress=zstd'] } } } },
      [
        'gone fileSystems."/".options: noatime → ',
        'added fileSystems."/".options:  → compress=zstd',
      ],
    ],
    [
      'the size of swap, which was not set',
      { swap: { swapDevices: { '/dev/sda2': { size: 4096 } } } },
      ['changed swapDevices."/dev/sda2".size: not set → 4096'],
    ],
    [
      'the boot loader',
      {
        bootLoader: {
          boot: { loader: { 'systemd-boot': { enable: false }, grub: { enable: true } } },
        },
      },
      [
        'changed boot.loader.systemd-boot.enable: yes → no',
        'added boot.loader.grub.enable: no → yes',
      ],
    ],
    [
      'a kernel parameter',
      { kernel: { boot: { kernelParams: ['loglevel=4'] } } },
      ['gone boot.kernelParams: quiet → '],
    ],
    [
      'a group and the shell',
      { users: { users: { users: { leon: { extraGroups: ['users'], shell: 'zsh' } } } } },
      [
        'changed users.users.leon.shell: bash-interactive → zsh',
        'gone users.users.leon.extraGroups: wheel → ',
      ],
    ],
    [
      'who may log in',
      { users: { users: { mutableUsers: false } } },
      ['changed users.mutableUsers: yes → no'],
    ],
    [
      'the formats of a language',
      { locale: { i18n: { extraLocaleSettings: { LC_TIME: 'en_US.UTF-8' } } } },
      ['changed i18n.extraLocaleSettings.LC_TIME: de_DE.UTF-8 → en_US.UTF-8'],
    ],
    [
      'a service and its unit',
      { services: { services: ['openssh'], units: ['sshd.service', 'new.timer'] } },
      [
        'gone printing: printing → ',
        'gone cups.socket: cups.socket → ',
        'added new.timer:  → new.timer',
      ],
    ],
    [
      'the state version',
      { stateVersion: { system: { stateVersion: '26.05' } } },
      ['changed system.stateVersion: 25.11 → 26.05'],
    ],
  ])('name what changed: %s', (_, changes, expected) => {
    expect(found(factsWith(changes as Parameters<typeof factsWith>[0]))).toEqual(expected);
  });

  it('have lost formats of a language as one', () => {
    expect(found(without(old, 'locale', 'i18n', 'extraLocaleSettings', 'LC_TIME'))).toEqual([
      'gone i18n.extraLocaleSettings: LC_TIME → ',
    ]);
  });

  it('have the same package in the system and in a home', () => {
    const now = factsWith({
      packages: { packages: ['git', 'nano'] },
      homePackages: { packages: ['htop'] },
    });
    expect(found(now)).toEqual([]);
  });

  it('have the same text console where it follows the keyboard of the desktop', () => {
    expect(found(factsWith({ locale: { console: { keyMap: 'as xkb' } } }))).toEqual([]);
    expect(found(factsWith({ locale: { console: { keyMap: 'us' } } }))).toEqual([
      'changed console.keyMap: de → us',
    ]);
  });

  it('are not compared in what one of them could not tell', () => {
    expect(differencesIn('luks', old, without(old, 'luks'))).toBeUndefined();
    expect(differencesIn('luks', without(old, 'luks'), old)).toBeUndefined();
    expect(differencesIn('settings', old, old)).toBeUndefined();
  });
});
