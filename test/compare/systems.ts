/** Systems to compare: a miniature NixOS for a real Nix, and facts as its evaluation gives them. */
import fs from 'node:fs';
import path from 'node:path';
import { layFiles } from '../../scripts/files.mjs';
import type { Facts } from '../../src/compare/facts.js';
import { temporaryFolder } from '../support/program.js';

/** Values over values, sets being joined. */
type Change = { readonly [name: string]: unknown };

/** The facts of a small machine, with changes: `{ PART: { option: … } }`. */
export function factsWith(changes: Change = {}): Facts {
  return joined(plain, changes) as Facts;
}

/** Facts without what is below these names. */
export function without(facts: Facts, ...names: readonly string[]): Facts {
  const [first = '', ...rest] = names;
  const { [first]: value, ...others } = facts as Record<string, Facts>;
  if (rest.length === 0) return others as Facts;
  return { ...others, [first]: without(value ?? {}, ...rest) } as Facts;
}

function joined(one: Change, other: Change): Change {
  const changed = Object.entries(other).map(([name, value]) => {
    const before = one[name];
    return [name, isSet(before) && isSet(value) ? joined(before, value) : value];
  });
  return { ...one, ...Object.fromEntries(changed) };
}

function isSet(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const luksName = 'luks-6c4f';

const plain = {
  fileSystems: {
    fileSystems: {
      '/': { device: '/dev/mapper/root', fsType: 'ext4', options: ['noatime'] },
      '/home': { device: '/dev/sdb1', fsType: 'btrfs', options: ['subvol=home'] },
    },
  },
  swap: { swapDevices: { '/dev/sda2': { size: null } }, zramSwap: { enable: false } },
  luks: { boot: { initrd: { luks: { devices: { [luksName]: { device: '/dev/sda3' } } } } } },
  bootLoader: { boot: { loader: { 'systemd-boot': { enable: true }, grub: { enable: false } } } },
  kernel: { boot: { kernelPackages: 'linux 6.12.5', kernelParams: ['quiet', 'loglevel=4'] } },
  users: {
    users: {
      mutableUsers: true,
      users: {
        leon: {
          ...{ uid: null, shell: 'bash-interactive', description: 'Leon', password: false },
          extraGroups: ['users', 'wheel'],
        },
      },
    },
  },
  hostname: { networking: { hostName: 'nixos' } },
  timeZone: { time: { timeZone: 'Europe/Berlin' } },
  locale: {
    i18n: { defaultLocale: 'en_US.UTF-8', extraLocaleSettings: { LC_TIME: 'de_DE.UTF-8' } },
    console: { keyMap: 'de' },
  },
  services: { services: ['openssh', 'printing'], units: ['sshd.service', 'cups.socket'] },
  packages: { packages: ['git', 'htop', 'nano'] },
  homePackages: { packages: [] },
  stateVersion: { system: { stateVersion: '25.11' } },
  release: { system: { nixos: { release: '26.05' } } },
};

/**
 * As much of a NixOS as the expression asks about: a function of what a configuration sets, given
 * as one plain set, without modules.
 */
const miniature = `settings:
let
  join = one: other:
    if builtins.isAttrs one && builtins.isAttrs other
    then one // builtins.mapAttrs (name: value: if one ? \${name} then join one.\${name} value else value) other
    else other;
  package = name: { pname = name; inherit name; version = "6.12.5"; };
  user = {
    isNormalUser = true; extraGroups = [ ]; group = "users"; uid = null; shell = package "bash";
    description = ""; home = "/home/leon"; packages = [ ];
    openssh.authorizedKeys = { keys = [ ]; keyFiles = [ ]; };
  };
  config = join {
    fileSystems."/" = { device = "/dev/sda1"; fsType = "ext4"; options = [ ]; };
    swapDevices = [ ];
    boot = {
      initrd = { luks.devices = { }; kernelModules = [ ]; availableKernelModules = [ ]; };
      loader = { grub.enable = false; systemd-boot.enable = true; efi = { canTouchEfiVariables = true; efiSysMountPoint = "/boot"; }; };
      kernelPackages.kernel = package "linux";
      kernelParams = [ ]; kernelModules = [ ]; extraModulePackages = [ ]; blacklistedKernelModules = [ ];
    };
    users = { users.leon = user; groups.users.members = [ ]; mutableUsers = true; };
    networking.hostName = "nixos";
    time.timeZone = "UTC";
    i18n = { defaultLocale = "C.UTF-8"; extraLocaleSettings = { }; };
    services.xserver.xkb = { layout = "us"; variant = ""; };
    console.keyMap = "us";
    systemd = { services = { }; sockets = { }; timers = { }; };
    environment.systemPackages = [ (package "git") ];
    system = { stateVersion = "26.05"; nixos.release = "26.05"; };
  } (settings package);
  on = value: { enable = { _type = "option"; inherit value; }; };
in
{
  inherit config;
  options = {
    services = {
      openssh = on (config.on.openssh or false);
      # what is renamed is hidden, and to ask for it aborts
      redis.enable = { _type = "option"; visible = false; value = abort "renamed"; };
    };
    virtualisation.docker = on true;
  };
}
`;

/** An old configuration and a repo, each what it sets as Nix, and a PATH with a real Nix. */
export interface Laid {
  /** What NIX_PATH has to be for the old one. */
  readonly nixPath: string;
  /** The file of the old one. */
  readonly entry: string;
  /** The folder of the new one, for the host `nixos`. */
  readonly repo: string;
  readonly path: string;
  /** For a store of the test's own. */
  readonly env: Readonly<Record<string, string>>;
}

/** Lays two systems; each is what is set besides the usual, as a set of Nix: `{ a.b = 1; }`. */
export function laySystems(old: string, now: string): Laid {
  const folder = temporaryFolder();
  const channel = '{ configuration }: import ./miniature.nix (import configuration)\n';
  layFiles(
    folder,
    new Map([
      ['nixpkgs/nixos/default.nix', channel],
      ['nixpkgs/nixos/miniature.nix', miniature],
      ['old/configuration.nix', `package: ${old}\n`],
      ['repo/miniature.nix', miniature],
      ['repo/flake.nix', flake(now)],
    ]),
  );
  const store = path.join(folder, 'store');
  return {
    nixPath: `nixpkgs=${folder}/nixpkgs`,
    entry: path.join(folder, 'old/configuration.nix'),
    repo: path.join(folder, 'repo'),
    path: programsOfNix(folder),
    env: { NIX_STORE_DIR: store, NIX_STATE_DIR: `${store}-state`, NIX_LOG_DIR: `${store}-log` },
  };
}

function flake(settings: string): string {
  return `{ outputs = _: { nixosConfigurations.nixos = import ./miniature.nix (package: ${settings}); }; }\n`;
}

/** `nix` and `nix-instantiate`, which are one program: what it is called makes the difference. */
function programsOfNix(folder: string): string {
  const nix = process.env['NIX'] || 'nix';
  const bin = path.join(folder, 'bin');
  fs.mkdirSync(bin);
  for (const name of ['nix', 'nix-instantiate']) {
    const script = `#!/usr/bin/env bash\nNIX_AS=${name} exec -a ${name} ${nix} "$@"\n`;
    fs.writeFileSync(path.join(bin, name), script, { mode: 0o755 });
  }
  return `${bin}:${process.env['PATH']}`;
}
