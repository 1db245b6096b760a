/** What questions are asked in, made from the files of a root. */
import { readOld } from '../../src/import/old.js';
import { Facts } from '../../src/machine/facts.js';
import type { Context } from '../../src/questions/question.js';
import { layRoot } from './program.js';

export type RootFiles = Parameters<typeof layRoot>[0];

/** The facts of a root laid from `files`, for a process of the given user and environment. */
export function factsOf(
  files: RootFiles,
  { uid = 1000, env = {} }: { uid?: number; env?: Record<string, string> } = {},
): Facts {
  return new Facts(layRoot(files), { uid, env }, 'x64');
}

/** With the configuration in `/etc/nixos`, where the root has one. */
export function contextOf(...args: Parameters<typeof factsOf>): Context {
  const facts = factsOf(...args);
  const old = readOld(facts.root, '/etc/nixos', false);
  return { facts, directory: '/home/leon/nixos-config', old };
}

/** A NixOS as the graphical installer leaves it, with UEFI and one account. */
export const freshNixos: RootFiles = {
  'etc/NIXOS': '',
  'etc/os-release': 'ID=nixos\nVERSION_ID="26.05"\n',
  'etc/hostname': 'framework-desktop\n',
  'etc/passwd':
    'root:x:0:0:System administrator:/root:/bin/sh\nleon:x:1000:100:Aumit Leon:/home/leon:/bin/sh\nnixbld1:x:30001:30000:Nix build user 1:/var/empty:/sbin/nologin\n',
  'etc/localtime': { link: '/etc/zoneinfo/Europe/Berlin' },
  'etc/locale.conf': 'LANG=de_DE.UTF-8\n',
  'etc/nixos/configuration.nix': `{ config, pkgs, ... }:
{
  imports = [ ./hardware-configuration.nix ];
  boot.loader.systemd-boot.enable = true;
  boot.loader.efi.canTouchEfiVariables = true;
  networking.hostName = "framework-desktop"; # Define your hostname.
  networking.networkmanager.enable = true;
  time.timeZone = "Europe/Berlin";
  services.xserver.xkb = {
    layout = "de";
    variant = "nodeadkeys";
  };
  users.users."leon" = {
    isNormalUser = true;
    description = "Aumit Leon";
    extraGroups = [ "networkmanager" "wheel" ];
    packages = with pkgs; [
    #  thunderbird
    ];
  };
  nixpkgs.config.allowUnfree = true;
  environment.systemPackages = with pkgs; [
  #  vim # Do not forget to add an editor to edit configuration.nix!
  ];
  system.stateVersion = "25.11"; # Did you read the comment?
}
`,
  'etc/nixos/hardware-configuration.nix': `{ config, lib, ... }:
{
  fileSystems."/" = { device = "/dev/disk/by-uuid/1"; fsType = "ext4"; };
  nixpkgs.hostPlatform = lib.mkDefault "x86_64-linux";
}
`,
  'sys/firmware/efi/fw_platform_size': '64\n',
  'sys/class/drm/card0-eDP-1/status': 'connected\n',
  'run/current-system/nixos-version': '26.05.1234.abcdef\n',
};
