# The hardware of 9000: a placeholder, until that computer writes this file itself.
{ lib, ... }:

{
  nixpkgs.hostPlatform = lib.mkDefault "x86_64-linux";

  fileSystems = throw ''
    hosts/9000/hardware-configuration.nix is a placeholder: it does not know the disks of 9000 yet.
    On that computer, in the folder of this repo, run

      sudo nixos-generate-config --show-hardware-config > hosts/9000/hardware-configuration.nix

    or, from the installer, with its disks mounted at /mnt,

      sudo nixos-generate-config --root /mnt --show-hardware-config > hosts/9000/hardware-configuration.nix
  '';
}
