/** What a real Nix tells of two systems. */

import { describe, expect } from 'vitest';
import { evaluateNew, evaluateOld } from '../../src/compare/evaluate.js';
import { type Facts, releaseOf } from '../../src/compare/facts.js';
import { parts } from '../../src/compare/facts-expression.js';
import type { StepContext } from '../../src/effects/step.js';
import { Interruption } from '../../src/interruption.js';
import { itNeedingNix } from '../support/nix.js';
import { temporaryFolder } from '../support/program.js';
import { type Laid, laySystems } from './systems.js';

function stepIn(laid: Laid, nixPath = laid.nixPath): StepContext {
  const env = { PATH: laid.path, HOME: temporaryFolder(), NIX_PATH: nixPath, ...laid.env };
  const progress = { update() {}, done() {}, note() {}, failed() {} };
  const runner = { env, person: undefined, interruption: new Interruption() };
  return { directory: laid.repo, runner, start: () => progress, ran: [] };
}

async function factsOf(old: string, now = old): Promise<readonly [Facts, Facts]> {
  const laid = laySystems(old, now);
  const step = stepIn(laid);
  const both = [await evaluateOld(step, { entry: laid.entry }), await evaluateNew(step, 'nixos')];
  return both.map((each) => {
    if (!('facts' in each)) throw new Error(JSON.stringify(each));
    return each.facts;
  }) as unknown as readonly [Facts, Facts];
}

describe('An evaluation', () => {
  itNeedingNix('tells the same of what was a flake before, and of what was none', async () => {
    const laid = laySystems('{ on.openssh = true; }', '{ on.openssh = true; }');
    const step = { ...stepIn(laid), directory: temporaryFolder() };
    const flake = await evaluateOld(step, { flake: laid.repo, host: 'nixos' });
    expect(flake).toHaveProperty('facts.services.services', [
      ...['openssh', 'virtualisation.docker'],
    ]);
    expect(flake).toEqual(await evaluateOld(step, { entry: laid.entry }));
  });

  itNeedingNix('tells the same of the same system, with a flake and without', async () => {
    const [old, now] = await factsOf(`{
      fileSystems."/home" = { device = "/dev/sdb1"; fsType = "btrfs"; options = [ "subvol=home" ]; neededForBoot = true; };
      swapDevices = [ { device = "/dev/sda2"; } ];
      boot.initrd.luks.devices."luks-1" = { device = "/dev/sda3"; keyFile = null; };
      boot.initrd.secrets."/key" = null;
      users.users.leon = { extraGroups = [ "wheel" ]; shell = package "zsh"; hashedPassword = "$6$x"; };
      users.groups.docker.members = [ "leon" ];
      environment.systemPackages = [ (package "vim") (throw "a package that nobody has") ];
      systemd.services.web = { wantedBy = [ "multi-user.target" ]; requiredBy = [ ]; };
      systemd.services.idle = { wantedBy = [ ]; requiredBy = [ ]; };
      i18n.extraLocaleSettings = { LC_NAME = "C.UTF-8"; LC_TIME = "de_DE.UTF-8"; };
      on.openssh = true;
    }`);
    expect(now).toEqual(old);
    expect(Object.keys(old).sort()).toEqual([...parts].sort());
    expect(old.fileSystems).toMatchObject({ fileSystems: { '/home': { neededForBoot: true } } });
    expect(old.luks).toMatchObject({
      boot: {
        initrd: { luks: { devices: { 'luks-1': { keyFile: null } } }, secrets: { '/key': {} } },
      },
    });
    expect(old.users).toMatchObject({
      users: {
        users: {
          leon: { shell: 'zsh', password: true, extraGroups: ['docker', 'users', 'wheel'] },
        },
      },
    });
    expect(JSON.stringify(old)).not.toContain('$6$x');
    // what is set to the language itself is so without it
    expect(old.locale).toHaveProperty('i18n.extraLocaleSettings', { LC_TIME: 'de_DE.UTF-8' });
    expect(old.kernel).toMatchObject({ boot: { kernelPackages: 'linux 6.12.5' } });
    expect(old.packages).toEqual({ packages: ['vim'] });
    expect(old.services).toEqual({
      services: ['openssh', 'virtualisation.docker'],
      units: ['web.service'],
    });
    expect(releaseOf(old)).toBe('26.05');
  });

  itNeedingNix('leaves out a part that throws, and no other', async () => {
    const [old, now] = await factsOf('{ users.users.leon.shell = throw "no shell"; }');
    const others = parts.filter((part) => part !== 'users').sort();
    expect([old, now].map((facts) => Object.keys(facts).sort())).toEqual([others, others]);
  });

  itNeedingNix('leaves out parts that can not be caught, and no other', async () => {
    const [old] = await factsOf('{ boot.kernelParams = 1; swapDevices = [ { } ]; }');
    expect(Object.keys(old).sort()).toEqual(
      parts.filter((part) => !['kernel', 'swap'].includes(part)).sort(),
    );
  });

  itNeedingNix('that fails as a whole says why, in the words of Nix', async () => {
    const laid = laySystems('{ networking.hostName = nixos; }', '{ }');
    const step = stepIn(laid);
    const outcome = await evaluateOld(step, { entry: laid.entry });
    expect(outcome).toEqual({
      error: expect.arrayContaining([expect.stringContaining("undefined variable 'nixos'")]),
    });
    const calls = step.ran.map(({ command, exitCode }) => [command[0], command.at(-1), exitCode]);
    expect(new Set(calls.map((call) => call.join(' ')))).toEqual(new Set(['nix-instantiate … 1']));
  });

  itNeedingNix('needs a nixpkgs of the machine', async () => {
    const laid = laySystems('{ }', '{ }');
    const outcome = await evaluateOld(stepIn(laid, ''), { entry: laid.entry });
    expect(outcome).toEqual({
      error: expect.arrayContaining([expect.stringContaining('nixpkgs/nixos')]),
    });
  });
});
