import { describe, expect, it } from 'vitest';
import { losses } from '../../src/machine/losses.js';
import { definitions } from '../../src/nix/scan.js';

const lost = (old: string, fresh: string) =>
  losses(
    definitions(old).map((definition) => ({ ...definition, file: 'configuration.nix' })),
    [fresh],
  ).map(({ option, entries }) => [option, ...entries].join(' '));

describe('losses', () => {
  it('finds what only the old configuration sets', () => {
    expect(
      lost(
        `{ services.desktopManager.gnome.enable = true;
           boot.initrd.luks.devices."x".device = "/dev/y";
           users.users.mia.isNormalUser = true;
           time.timeZone = "UTC"; }`,
        '{ time = { timeZone = "Europe/Berlin"; }; }',
      ),
    ).toEqual([
      'services.desktopManager.gnome.enable',
      'boot.initrd.luks.devices.x.device',
      'users.users.mia.isNormalUser',
    ]);
  });

  it('finds the entries that a list would lose', () => {
    expect(
      lost(
        '{ users.users.leon.extraGroups = [ "wheel" "docker" ]; environment.systemPackages = with pkgs; [ git vim # gone\n ]; }',
        '{ users.users.leon.extraGroups = [ "wheel" ]; environment.systemPackages = with pkgs; [ git ]; }',
      ),
    ).toEqual(['users.users.leon.extraGroups docker', 'environment.systemPackages vim']);
  });

  it('passes over what is empty, replaced, or the same under another spelling', () => {
    expect(
      lost(
        `{ imports = [ ./x.nix ]; users.users.leon.packages = with pkgs; [
             # thunderbird
           ];
           console.keyMap = "de"; services.xserver.xkb.variant = ""; hardware.pulseaudio.enable = false; programs.x = { }; "a".b = 1; }`,
        '{ a = { b = 2; }; }',
      ),
    ).toEqual([]);
  });

  it('does not pass over sound that is on', () => {
    expect(lost('{ services.pulseaudio.enable = true; }', '{ }')).toEqual([
      'services.pulseaudio.enable',
    ]);
  });
});
