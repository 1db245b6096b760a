/** Old and new, compared as a whole: what is evaluated, and what reading adds to it. */

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compare, type Made } from '../../src/compare/compare.js';
import { type Comparison, needsName, unasked } from '../../src/compare/difference.js';
import type { Facts } from '../../src/compare/facts.js';
import type { OldSource } from '../../src/compare/old-source.js';
import type { StepContext } from '../../src/effects/step.js';
import { Interruption } from '../../src/interruption.js';
import { definitions } from '../../src/nix/definitions.js';
import { itNeedingNix } from '../support/nix.js';
import { temporaryFolder } from '../support/program.js';
import { StandIns } from '../support/stand-ins.js';
import { factsWith, laySystems, luksName, without } from './systems.js';

const made: Made = { host: 'nixos', found: new Map() };

function oldFrom(text: string, entry = '/nowhere/configuration.nix'): OldSource {
  const settings = definitions(text).map((each) => ({ ...each, file: 'configuration.nix' }));
  return { system: { entry }, settings, desktop: 'none' };
}

type Env = Readonly<Record<string, string>>;

function stepIn(directory: string, PATH: string, env: Env = {}): StepContext {
  const progress = { update() {}, done() {}, note() {}, failed() {} };
  const all = { PATH, HOME: temporaryFolder(), ...env };
  const runner = { env: all, person: undefined, interruption: new Interruption() };
  return { directory, runner, start: () => progress, ran: [] };
}

const same = factsWith();

/** Compares what the old file and the new one set, where Nix tells these facts of them. */
function comparing(old: string, now: string, facts: readonly [Facts, Facts] = [same, same]) {
  const repo = temporaryFolder();
  fs.mkdirSync(path.join(repo, 'hosts/nixos'), { recursive: true });
  fs.writeFileSync(path.join(repo, 'hosts/nixos/configuration.nix'), now);
  const stand = new StandIns()
    .add('nix-instantiate', { prints: JSON.stringify(facts[0]) })
    .add('nix', { prints: JSON.stringify(facts[1]) });
  return {
    repo,
    run: () => compare(oldFrom(old), made, stepIn(repo, stand.path), () => undefined),
  };
}

const names = ({ differences }: Comparison) => differences.map(({ name }) => name);

describe('Comparing', () => {
  it('reads what Nix is not asked about', async () => {
    const old = `{
      networking.firewall.allowedTCPPorts = [ 22 ];
      boot.loader.grub.extraEntries = "windows";
      boot.kernelParams = [ "quiet" ];
      services.openssh.enable = true;
      services.openssh.settings.X11Forwarding = true;
      environment.systemPackages = [ pkgs.git ];
      imports = [ <home-manager/nixos> ];
    }`;
    const comparison = await comparing(old, '{ }').run();
    expect(comparison).toMatchObject({ by: 'evaluation', read: [], because: [] });
    expect(names(comparison)).toEqual([
      'boot.loader.grub.extraEntries',
      'services.openssh.settings.X11Forwarding',
      'networking.firewall.allowedTCPPorts',
    ]);
    expect(needsName(comparison).map(({ name }) => name)).toEqual([
      'boot.loader.grub.extraEntries',
    ]);
  });

  it('says of a thing that is gone once that it is', async () => {
    const lost = without(same, 'users', 'users', 'users', 'leon');
    const old =
      '{ users.users.leon = { isNormalUser = true; description = "Leon"; linger = true; }; }';
    const comparison = await comparing(old, '{ }', [same, lost]).run();
    expect(names(comparison)).toEqual(['users.users.leon']);
  });

  it('reads a part that could not be evaluated, and says which', async () => {
    const old = '{ boot.initrd.luks.devices.x.device = "/dev/sda3"; boot.kernelParams = [ "a" ]; }';
    const comparison = await comparing(old, '{ }', [without(same, 'luks'), same]).run();
    expect(comparison.read).toEqual(['luks']);
    expect(names(comparison)).toEqual(['boot.initrd.luks.devices.x.device']);
  });

  it('reads all of it where there is no Nix', async () => {
    const { repo } = comparing('{ }', '{ time.timeZone = "UTC"; }');
    const old = oldFrom('{ time.timeZone = "UTC"; programs.x.enable = true; }');
    const comparison = await compare(old, made, stepIn(repo, '/nowhere'), () => undefined);
    expect(comparison).toMatchObject({ by: 'reading', because: [expect.stringContaining('Nix')] });
    expect(needsName(comparison).map(({ name }) => name)).toEqual(['programs.x.enable']);
  });

  it("takes no other host's file for the one of this", async () => {
    const { repo, run } = comparing('{ programs.x.enable = true; }', '{ }');
    fs.mkdirSync(path.join(repo, 'hosts/other'));
    fs.writeFileSync(path.join(repo, 'hosts/other/x.nix'), '{ programs.x.enable = true; }');
    expect(names(await run())).toEqual(['programs.x.enable']);
    fs.mkdirSync(path.join(repo, 'hosts/nixos/carried-over'));
    fs.writeFileSync(
      path.join(repo, 'hosts/nixos/carried-over/x.nix'),
      '{ programs.x.enable = true; }',
    );
    expect(names(await run())).toEqual([]);
  });

  itNeedingNix('finds with a real Nix the disk that a new system would not open', async () => {
    const disk = `boot.initrd.luks.devices."${luksName}" = { device = "/dev/sda3"; };`;
    const laid = laySystems(`{ ${disk} networking.hostName = "old"; }`, '{ }');
    const step = stepIn(laid.repo, laid.path, { NIX_PATH: laid.nixPath, ...laid.env });
    const comparison = await compare(oldFrom('{ }', laid.entry), made, step, () => undefined);
    expect(comparison.because).toEqual([]);
    expect(unasked(comparison).map(({ name, before, after }) => [name, before, after])).toEqual([
      [`boot.initrd.luks.devices.${luksName}`, '/dev/sda3', ''],
      ['networking.hostName', 'old', 'nixos'],
    ]);
    expect(needsName(comparison)).toHaveLength(2);
  });
});
