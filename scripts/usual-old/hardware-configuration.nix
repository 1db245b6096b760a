{ config, lib, pkgs, modulesPath, ... }:
{
  imports = [ (modulesPath + "/installer/scan/not-detected.nix") ];
  boot.initrd.availableKernelModules = [ "xhci_pci" "nvme" ];
  boot.initrd.luks.devices."luks".device = "/dev/disk/by-uuid/1111";
  fileSystems."/" = { device = "/dev/disk/by-uuid/2222"; fsType = "ext4"; };
  fileSystems."/boot" = { device = "/dev/disk/by-uuid/AAAA-BBBB"; fsType = "vfat"; };
  swapDevices = [ ];
  networking.useDHCP = lib.mkDefault true;
  nixpkgs.hostPlatform = lib.mkDefault "x86_64-linux";
}
