import { describe, expect, it } from 'vitest';
import { readDifferences, type Setting } from '../../src/compare/read.js';
import { definitions } from '../../src/nix/definitions.js';

function settings(text: string, file = 'configuration.nix'): readonly Setting[] {
  return definitions(text).map((definition) => ({ ...definition, file }));
}

const found = (old: string, now: string) =>
  readDifferences(settings(old), settings(now)).map(({ name, change, before, after }) =>
    change === 'gone' ? `${name}: ${before}` : `${name}: ${before} → ${after}`,
  );

describe('Two configurations that are read', () => {
  it('differ in what only the old one sets', () => {
    expect(
      found(
        `{ services.desktopManager.gnome.enable = true;
           boot.initrd.luks.devices."a b".device = "/dev/y";
           users.users.mia.isNormalUser = true;
           time.timeZone = "UTC"; }`,
        '{ time = { timeZone = "UTC"; }; }',
      ),
    ).toEqual([
      'services.desktopManager.gnome.enable: true',
      'boot.initrd.luks.devices."a b".device: /dev/y',
      'users.users.mia.isNormalUser: true',
    ]);
  });

  it('differ in entries that a list loses', () => {
    expect(
      found(
        '{ users.users.leon.extraGroups = [ "wheel" "docker" ]; environment.systemPackages = with pkgs; [ git vim # gone\n ]; }',
        '{ users.users.leon.extraGroups = [ "wheel" ]; environment.systemPackages = with pkgs; [ git ]; }',
      ),
    ).toEqual(['users.users.leon.extraGroups: docker', 'environment.systemPackages: vim']);
  });

  it('have a package that moved into a home', () => {
    expect(
      found(
        '{ environment.systemPackages = [ pkgs.git pkgs.vim ]; users.users.leon.packages = [ pkgs.htop ]; }',
        '{ environment.systemPackages = [ pkgs.git ]; home.packages = [ pkgs.vim pkgs.htop ]; }',
      ),
    ).toEqual([]);
  });

  it('differ in another value, where both are plain', () => {
    expect(
      found(
        '{ networking.hostName = "nixos"; a.b = lib.mkDefault true; c.d = 1; e.f = pkgs.x; g.h = "same"; }',
        '{ networking.hostName = "frame"; a.b = false; c.d = 2; e.f = pkgs.y; g.h = lib.mkForce "same"; }',
      ),
    ).toEqual(['networking.hostName: nixos → frame', 'a.b: true → false', 'c.d: 1 → 2']);
  });

  it('show no password, gone or changed', () => {
    const old =
      '{ users.users.a.hashedPassword = "$6$secret"; users.users.b.initialPassword = "secret"; }';
    const shown = found(old, '{ users.users.b.initialPassword = "other"; }').join('\n');
    expect(shown).toContain('users.users.a.hashedPassword: a value that is not shown');
    expect(shown).toContain(
      'users.users.b.initialPassword: a value that is not shown → another one',
    );
    expect(shown).not.toMatch(/\$6|secret|other$/);
  });

  it('are the same in what is empty, replaced, or spelled otherwise', () => {
    expect(
      found(
        `{ imports = [ ./x.nix ]; users.users.leon.packages = with pkgs; [
             # thunderbird
           ];
           services.xserver.desktopManager.gnome.enable = true;
           console.keyMap = "de"; services.xserver.xkb.variant = ""; hardware.pulseaudio.enable = false; programs.x = { }; "a".b = 1; }`,
        '{ a = { b = 1; }; services.desktopManager.gnome.enable = true; }',
      ),
    ).toEqual([]);
  });

  it('differ in sound that is on', () => {
    expect(found('{ services.pulseaudio.enable = true; }', '{ }')).toEqual([
      'services.pulseaudio.enable: true',
    ]);
  });

  it('differ in an import from elsewhere, unless it is kept', () => {
    const old = '{ imports = [ ./x.nix <home-manager/nixos> ../y.nix ]; }';
    expect(found(old, '{ }')).toEqual(['imports: <home-manager/nixos>', 'imports: ../y.nix']);
    expect(found(old, '{ imports = [ <home-manager/nixos> ]; }')).toEqual(['imports: ../y.nix']);
  });

  it('say in which file it stands, and in which area it is', () => {
    const old = settings(
      '{ boot.loader.grub.extraEntries = "x"; zramSwap.enable = true; }',
      'boot.nix',
    );
    expect(readDifferences(old, [])).toMatchObject([
      { area: 'bootLoader', file: 'boot.nix' },
      { area: 'swap', file: 'boot.nix' },
    ]);
  });
});
