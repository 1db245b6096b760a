/**
 * The list of profiles, by itself and against nixos-hardware: `NIXOS_HARDWARE=DIR npm test --
 * hardware-profiles`, with a checkout of it, holds every line against its flake and its modules.
 */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allProfiles, broughtBy } from '../../src/choices/profile-list.js';
import { models } from '../../src/choices/profile-models.js';
import { profileLines } from '../../src/data/hardware-profiles.js';

const traits = [
  ...['aarch64', 'any', 'armv7l', 'broken', 'closed', 'extlinux', 'kernel', 'no-bus-ids'],
  ...['no-intel', 'no-nvidia', 'no-offload', 'nvidia', 'riscv64', 'tuned', 'unfree', 'vaapi'],
];

const profiles = [...allProfiles().values()];
const names = profiles.map(({ name }) => name);

describe('the profiles', () => {
  it('are sorted, each once, and are all there are', () => {
    expect(names).toEqual([...new Set(names)].sort());
    expect(names.length).toBe(profileLines.trim().split('\n').length);
    expect(names.length).toBeGreaterThan(400);
  });

  it('have names that Nix reads in a path of attributes', () => {
    expect(names.filter((name) => !/^[a-z][\w-]*$/.test(name))).toEqual([]);
  });

  it('have traits that something is done with', () => {
    const known = new Set(profiles.flatMap((profile) => profile.traits));
    expect([...known].sort()).toEqual(traits);
  });

  it('bring profiles of the list, and never themselves', () => {
    for (const { name, imports } of profiles) {
      expect(imports.filter((each) => !allProfiles().has(each))).toEqual([]);
      expect(broughtBy(name).has(name), name).toBe(false);
    }
  });

  it('name what they bring without what that brings', () => {
    for (const { name, imports } of profiles) {
      const twice = imports.filter((each) => imports.some((other) => broughtBy(other).has(each)));
      expect(twice, name).toEqual([]);
    }
  });

  it('know which of them switch on the driver of NVIDIA', () => {
    const driver = profiles.filter((profile) => profile.traits.includes('nvidia'));
    const bringIt = profiles.filter(({ name }) =>
      broughtBy(name).has('common-gpu-nvidia-nonprime'),
    );
    expect(bringIt.filter((profile) => !driver.includes(profile))).toEqual([]);
    expect(driver.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['common-gpu-nvidia', 'common-gpu-nvidia-nonprime', 'msi-gf63']),
    );
  });
});

describe('the models', () => {
  it('are those of profiles, one line each', () => {
    const of = models().map(({ name }) => name);
    expect(of.filter((name) => !allProfiles().has(name))).toEqual([]);
    expect(of).toEqual([...new Set(of)]);
    expect(of.length).toBeGreaterThan(300);
  });

  it('have patterns that can be read, and that are not for everything', () => {
    for (const { name, pattern, vendor, cpu, isFamily } of models()) {
      for (const each of [pattern, vendor ?? '', cpu ?? '']) new RegExp(`^(?:${each})$`, 'i');
      const isForAll = new RegExp(`^(?:${pattern})$`, 'i').test('To be filled by O.E.M.');
      expect(isForAll && !isFamily, name).toBe(false);
    }
  });

  it('say the maker, but for boards that the devicetree names', () => {
    const without = models().filter(({ vendor }) => vendor === undefined);
    expect([...new Set(without.map(({ field }) => field))]).toEqual(['model']);
  });

  it('are computers: no profile that is for all of a kind has one', () => {
    expect(models().filter(({ name }) => name.startsWith('common-'))).toEqual([]);
  });
});

const checkout = process.env['NIXOS_HARDWARE'];

// a command of its own (see CONTRIBUTING.md): the flake is in no checkout of this project
if (checkout) {
  describe('nixos-hardware, as it is in $NIXOS_HARDWARE', () => {
    const flake = () => fs.readFileSync(path.join(checkout, 'flake.nix'), 'utf8');

    /** The names of the flake's nixosModules, read in another way than the list was made. */
    const offered = () =>
      [...flake().matchAll(/^ {10}([\w-]+) = import \.\/(?!tests\/)/gm)].map(([, name]) => name);

    it('offers every profile of the list', () => {
      expect(names.filter((name) => !offered().includes(name))).toEqual([]);
    });

    it('offers no other, but for some that only say that they are out of date', () => {
      const left = offered().filter((name) => name !== undefined && !names.includes(name));
      expect(left).toEqual([
        ...['asus-zephyrus-ga402x', 'framework', 'lenovo-yoga-7-14ARH7', 'common-pc-hdd'],
      ]);
    });

    it('calls none of the list deprecated, and throws at none', () => {
      const gone = [...flake().matchAll(/^ {10}([\w-]+) = (?:deprecated|throw) /gm)];
      expect(gone.length).toBeGreaterThan(0);
      expect(gone.filter(([, name = '']) => names.includes(name))).toEqual([]);
    });

    it('makes the same list again', async () => {
      const { readProfiles } = await import('../../scripts/data/nixos-hardware.mjs');
      const lines = readProfiles(checkout).map(({ name, traits: has, brings }) =>
        [name, ...has, ...brings.map((each) => `+${each}`)].join(' '),
      );
      expect(profileLines.trim().split('\n')).toEqual(lines);
    });
  });
}
