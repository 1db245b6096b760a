/** A root as a freshly installed NixOS has it, with the texts that its installer writes. */
import { layRoot } from '../support/program.js';

/** As `nixos-generate-config` writes it (nixos-26.05), comments left out. */
export const freshConfiguration = `{ config, lib, pkgs, ... }:

{
  imports =
    [ # Include the results of the hardware scan.
      ./hardware-configuration.nix
    ];

  # Use the systemd-boot EFI boot loader.
  boot.loader.systemd-boot.enable = true;
  boot.loader.efi.canTouchEfiVariables = true;

  # networking.hostName = "nixos"; # Define your hostname.

  # Configure network connections interactively with nmcli or nmtui.
  networking.networkmanager.enable = true;

  time.timeZone = "Europe/Berlin";

  # services.xserver.enable = true;

  users.users.leon = {
    isNormalUser = true;
    extraGroups = [ "wheel" ]; # Enable ‘sudo’ for the user.
    packages = with pkgs; [
    ];
  };

  system.stateVersion = "26.05"; # Did you read the comment?

}
`;

/** One whose accounts were made by hand (`users.mutableUsers`), and stand in no file. */
export const withoutUsers = freshConfiguration.replace(
  / {2}users\.users\.leon = \{[^}]*\};\n\n/,
  '',
);

export const hardware = `{ config, lib, pkgs, modulesPath, ... }:

{
  imports =
    [ (modulesPath + "/installer/scan/not-detected.nix")
    ];

  boot.initrd.availableKernelModules = [ "nvme" "xhci_pci" ];
  boot.initrd.kernelModules = [ ];
  boot.kernelModules = [ "kvm-amd" ];
  boot.extraModulePackages = [ ];

  fileSystems."/" =
    { device = "/dev/disk/by-uuid/8c1b9d43-1111-2222-3333-444455556666";
      fsType = "ext4";
    };

  swapDevices = [ ];

  nixpkgs.hostPlatform = lib.mkDefault "x86_64-linux";
}
`;

/** The root; \`configuration\` is the text of its configuration.nix. */
export function installedNixos(
  configuration: string = freshConfiguration,
  more: Readonly<Record<string, string | { link: string }>> = {},
): string {
  return layRoot({
    'etc/NIXOS': '',
    'etc/os-release': 'ID=nixos\nVERSION_ID="26.05"\n',
    'etc/hostname': 'nixos\n',
    'etc/passwd': 'root:x:0:0::/root:/bin/sh\nleon:x:1000:100:Leon:/home/leon:/bin/sh\n',
    'etc/nixos/configuration.nix': configuration,
    'etc/nixos/hardware-configuration.nix': hardware,
    'sys/firmware/efi/x': '',
    'nix/var/nix/profiles/system': { link: 'system-41-link' },
    'nix/var/nix/profiles/system-41-link': { link: '/nix/store/aaa-nixos-system' },
    'nix/var/nix/profiles/system-42-link': { link: '/nix/store/bbb-nixos-system' },
    'run/current-system': { link: '/nix/store/aaa-nixos-system' },
    ...more,
  });
}
