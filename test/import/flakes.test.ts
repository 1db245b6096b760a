import { describe, expect, it } from 'vitest';
import { hardware } from './installer.js';
import { carried, type Given } from './support.js';

const carry = (text: string, more: Partial<Given> = {}) =>
  carried({
    files: { 'configuration.nix': text, 'hardware-configuration.nix': hardware },
    ...more,
  });

const nur = 'https://github.com/nix-community/NUR/archive/master.tar.gz';
const archive = 'https://github.com/nix-community/home-manager/archive/master.tar.gz';

describe('what a flake refuses', () => {
  it.each([
    [
      '{ config, pkgs, ... }: { a = <nixpkgs/nixos/modules/x.nix>; }',
      '{ config, modulesPath, pkgs, ... }: { a = (modulesPath + "/x.nix"); }',
    ],
    [
      '{ pkgs, config, ... }: { a = <nixpkgs>; }',
      '{ pkgs, config, inputs, ... }: { a = inputs.nixpkgs; }',
    ],
    [
      '{ ... }: { a = (import <nixpkgs> { }).hello; }',
      '{ config, inputs, ... }: { a = (import inputs.nixpkgs { inherit (config.nixpkgs.hostPlatform) system; }).hello; }',
    ],
    [
      '{ a = import <nixos-24.05> { config.allowUnfree = true; }; }',
      '{ config, inputs, ... }:\n\n{ a = import inputs.nixpkgs-24-05 { inherit (config.nixpkgs.hostPlatform) system; config.allowUnfree = true; }; }',
    ],
    [
      'args: { imports = [ <nixos-hardware/lenovo/thinkpad/t480> ]; }',
      'args: { imports = [ "${args.inputs.nixos-hardware}/lenovo/thinkpad/t480" ]; }',
    ],
    ['{ pkgs, ... }: { imports = [ <home-manager/nixos> ]; b = 1; }', '{ pkgs, ... }: { b = 1; }'],
    [
      `{ ... }:\nlet\n  hm = builtins.fetchTarball "${archive}";\nin\n{\n  imports = [ (import "\${hm}/nixos") ];\n  b = 1;\n}\n`,
      '{ ... }:\n{\n  b = 1;\n}\n',
    ],
    [
      '{ config, ... }: let u = fetchTarball "https://github.com/NixOS/nixpkgs/archive/nixos-23.11.tar.gz"; in { a = (import u { config = config.nixpkgs.config; }).x; }',
      '{ config, inputs, ... }: let u = inputs.nixpkgs-23-11; in { a = (import u { inherit (config.nixpkgs.hostPlatform) system; config = config.nixpkgs.config; }).x; }',
    ],
    [
      '{ ... }: { a = import (fetchTarball "https://github.com/a/b/archive/main.tar.gz") { }; }',
      '{ inputs, ... }: { a = import inputs.b { }; }',
    ],
    [
      '{ pkgs, ... }: { imports = [ <nixos-wsl/modules> ]; }',
      '{ inputs, pkgs, ... }: { imports = [ "${inputs.nixos-wsl}/modules" ]; }',
    ],
    [
      '{ pkgs, ... }: { a = builtins.currentSystem; }',
      '{ config, pkgs, ... }: { a = config.nixpkgs.hostPlatform.system; }',
    ],
    [
      '{ config, ... }: { home-manager.users.leon = { config, ... }: { a = builtins.currentSystem; }; }',
      '{ config, pkgs, ... }: { home-manager.users.leon = { config, ... }: { a = pkgs.stdenv.hostPlatform.system; }; }',
    ],
    [
      '{ ... }: let of = { x = 1; }; in { a = import <nixpkgs> of; }',
      '{ config, inputs, ... }: let of = { x = 1; }; in { a = import inputs.nixpkgs ({ inherit (config.nixpkgs.hostPlatform) system; } // of); }',
    ],
    [
      '{ ... }: { a = import <nixpkgs> rec { x = 1; }; }',
      '{ config, inputs, ... }: { a = import inputs.nixpkgs rec { inherit (config.nixpkgs.hostPlatform) system; x = 1; }; }',
    ],
    [
      '{ ... }: { a = import <nixpkgs> {\n overlays = [ ];\n}; }',
      '{ config, inputs, ... }: { a = import inputs.nixpkgs {\n inherit (config.nixpkgs.hostPlatform) system;\n overlays = [ ];\n}; }',
    ],
    [
      '{ ... }: { a = import <nixpkgs> { localSystem.system = "x"; }; }',
      '{ inputs, ... }: { a = import inputs.nixpkgs { localSystem.system = "x"; }; }',
    ],
    [
      '{ ... }: { a = (builtins.getFlake "github:a/b").packages; }',
      '{ inputs, ... }: { a = inputs.b.packages; }',
    ],
    [
      `{ pkgs, ... }: { a = import (fetchTarball "${nur}") { inherit pkgs; }; }`,
      '{ inputs, pkgs, ... }: { a = import inputs.nur { nurpkgs = pkgs; inherit pkgs; }; }',
    ],
    [
      `{ pkgs, ... }: { a = import (fetchTarball "${nur}") { nurpkgs = pkgs; inherit pkgs; }; }`,
      '{ inputs, pkgs, ... }: { a = import inputs.nur { nurpkgs = pkgs; inherit pkgs; }; }',
    ],
    ['{ system.copySystemConfiguration = true; b = 1; }', '{ b = 1; }'],
    [
      '{ system.autoUpgrade.enable = true; system.autoUpgrade.channel = "https://nixos.org/channels/nixos-unstable"; }',
      '{ system.autoUpgrade.enable = true;\nsystem.autoUpgrade.flake = "path:/home/leon/nixos-config#framework-desktop"; }',
    ],
    ['{ nix.nixPath = [ "nixos-config=/etc/nixos/configuration.nix" ]; b = 1; }', '{ b = 1; }'],
    [
      '{ system.autoUpgrade.enable = true; }',
      '{ system.autoUpgrade.enable = true;\nsystem.autoUpgrade.flake = "path:/home/leon/nixos-config#framework-desktop"; }',
    ],
    [
      '{ services.x.environmentFile = /root/env; }',
      '{ services.x.environmentFile = "/root/env"; }',
    ],
  ])('is said otherwise: %s', async (text, expected) => {
    const { entry, accounts } = await carry(text);
    expect(entry?.replace(/\n +/g, '\n').replaceAll('\n\n', '\n\n')).toBe(
      expected.replace(/\n +/g, '\n'),
    );
    expect(accounts.filter(({ fate }) => fate === 'left')).toEqual([]);
    expect(accounts.some(({ fate }) => fate === 'rewritten')).toBe(true);
  });

  it.each([
    ['{\n a = <mine/x.nix>;\n}', /^line 2: <mine\/x\.nix> is a channel/],
    ['{ a = builtins.fetchTarball "https://example.org/x.tar.gz"; }', /without a hash/],
    ['{ a = builtins.fetchGit { url = "https://example.org/x.git"; }; }', /for git its rev/],
    [
      '{ a = builtins.fetchGit { url = "https://github.com/a/b"; submodules = true; }; }',
      /without a hash/,
    ],
    [
      'ref: { a = builtins.fetchGit { url = "https://github.com/a/b"; inherit ref; }; }',
      /without a hash/,
    ],
    ['{ a = builtins.getFlake "git+https://example.org/b"; }', /without a hash/],
    ['{ a = builtins.getEnv "HOME"; }', /getEnv/],
    ['{ a = builtins.storePath "/nix/store/x"; }', /^line 1: builtins\.storePath is refused/],
    ['{ a = builtins.currentTime; }', /^line 1: builtins\.currentTime is not there/],
    [
      '{ imports = [ (if builtins.currentSystem == "x" then ./a.nix else { }) ]; }',
      /^line 1: builtins\.currentSystem .* write the platform/,
    ],
    [
      '{ ... }: { home-manager.users.leon = { config, ... }: { _module.args.pkgs = import <nixpkgs> { }; }; }',
      /^line 1: <nixpkgs> wants to be told the platform/,
    ],
    [
      '{ ... }: { home-manager.users.leon = { config, ... }: let pkgs = import <nixpkgs> { }; in { a = pkgs; }; }',
      /^line 1: <nixpkgs> wants to be told the platform/,
    ],
    ['let of = <nixpkgs>; in { a = of; }', /^line 1: .* hand this file inputs\.nixpkgs/],
    ['{ a = ~/x.nix; }', /home folder/],
    ['{ imports = [ /srv/absent.nix ]; }', /can’t be read/],
  ])('is left: %s', async (text, note) => {
    const { entry, accounts } = await carry(text);
    expect(entry).toBe(text);
    expect(accounts[0]).toMatchObject({ fate: 'left' });
    expect(accounts[0]?.note).toMatch(note);
  });

  it('is said otherwise in the hardware file too', async () => {
    const name = 'hardware-configuration.nix';
    const files = {
      'configuration.nix': `{ imports = [ ./${name} ]; a = 1; }`,
      [name]: '{ ... }: { imports = [ <nixpkgs/nixos/modules/x.nix> ./disks.nix ]; b = 1; }',
      'disks.nix': '{ c = 1; }',
    };
    const { text } = await carried({ files });
    expect(text(`hosts/framework-desktop/${name}`)).toBe(
      '{ modulesPath, ... }: { imports = [ (modulesPath + "/x.nix") ./carried-over/disks.nix ]; b = 1; }',
    );
  });

  it.each([
    '{ a = builtins.fetchTarball { url = "https://example.org/x"; sha256 = "x"; }; }',
    '{ a = builtins.fetchGit { url = "https://github.com/a/b"; rev = "x"; }; }',
    `{ a = builtins.getFlake "github:a/b/${'0'.repeat(40)}"; }`,
  ])('takes what is pinned: %s', async (text) => {
    const { entry, accounts } = await carry(text);
    expect(accounts[0]?.fate).toBe('carried');
    expect(entry).toBe(text);
  });

  it.each([
    ['fetchGit { url = "https://github.com/a/b"; ref = "refs/heads/dev"; }', 'a/b/dev', false],
    ['fetchGit { url = "git+https://github.com/a/b.git"; shallow = true; }', 'a/b', false],
    ['fetchGit https://github.com/a/b', 'a/b', false],
    ['getFlake "github:a/b"', 'a/b', true],
    ['getFlake "github:a/b/dev"', 'a/b/dev', true],
  ])('has an input of its own for %s', async (fetched, source, isFlake) => {
    const { entry, text } = await carry(`{ ... }: { a = builtins.${fetched}; }`);
    expect(entry).toBe('{ inputs, ... }: { a = inputs.b; }');
    expect(text('flake.nix')).toContain(
      isFlake ? `b.url = "github:${source}";` : `url = "github:${source}";\n      flake = false;`,
    );
  });

  it('becomes inputs of the flake', async () => {
    const { text } = await carry(
      '{ a = <nixos-hardware/x>; b = "${builtins.fetchTarball "https://github.com/a/b/archive/main.tar.gz"}/c"; }',
    );
    const flake = text('flake.nix');
    expect(flake).toContain('url = "github:NixOS/nixos-hardware";\n      inputs.nixpkgs.follows');
    expect(flake).toContain('url = "github:a/b";\n      flake = false;');
  });

  it('knows the machine’s own channels', async () => {
    const outside = { 'root/.nix-channels': 'https://nixos.org/channels/nixos-24.11 old\n' };
    const { entry, text } = await carry('{ ... }: { a = <old/lib>; }', { outside });
    expect(entry).toBe('{ inputs, ... }: { a = "${inputs.nixpkgs-24-11}/lib"; }');
    expect(text('flake.nix')).toContain('github:nixos/nixpkgs/nixos-24.11');
  });
});
