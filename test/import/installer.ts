import { head } from './installer/pieces.js';

/** A configuration as the graphical installer leaves it, with what a person has added since. */
export const graphical = `${head}  # Bootloader.
  boot.loader.systemd-boot.enable = true;
  boot.loader.efi.canTouchEfiVariables = true;

  boot.initrd.luks.devices."luks-swap".device = "/dev/disk/by-uuid/1234";
  networking.hostName = "framework-desktop"; # Define your hostname.
  # networking.wireless.enable = true;  # Enables wireless support via wpa_supplicant.

  # Enable networking
  networking.networkmanager.enable = true;

  # Set your time zone.
  time.timeZone = "Europe/Berlin";

  # Select internationalisation properties.
  i18n.defaultLocale = "en_US.UTF-8";

  # Enable the X11 windowing system.
  services.xserver.enable = true;

  # Enable the GNOME Desktop Environment.
  services.xserver.displayManager.gdm.enable = true;
  services.xserver.desktopManager.gnome.enable = true;

  # Configure keymap in X11
  services.xserver.xkb = {
    layout = "us";
    variant = "";
  };

  # Enable CUPS to print documents.
  services.printing.enable = true;

  # Define a user account. Don't forget to set a password with ‘passwd’.
  users.users."leon" = {
    isNormalUser = true;
    description = "Aumit Leon";
    extraGroups = [ "networkmanager" "wheel" ];
    packages = with pkgs; [
    #  thunderbird
    ];
  };

  # List packages installed in system profile. To search, run:
  # $ nix search wget
  environment.systemPackages = with pkgs; [
  #  vim # Do not forget to add an editor to edit configuration.nix! The Nano editor is also installed by default.
  ];

  # This value determines the NixOS release from which the default
  # this value at the release version of the first install of this system.
  system.stateVersion = "25.11"; # Did you read the comment?

}
`;

export const hardware = `{ lib, ... }:
{
  fileSystems."/" = { device = "/dev/disk/by-uuid/1"; fsType = "ext4"; };
  nixpkgs.hostPlatform = lib.mkDefault "x86_64-linux";
}
`;

/** The options of the above that questions stand for, and no line of the new repo does. */
export const asked = {
  'services.xserver.enable': 'desktop',
  'services.xserver.xkb.variant': 'keyboard',
  'system.stateVersion': 'stateVersion',
  'time.timeZone': 'timeZone',
  'users.users.leon.description': 'fullName',
} as const;
