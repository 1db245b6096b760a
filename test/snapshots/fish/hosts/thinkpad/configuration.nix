# The system of thinkpad: what it is, and what everybody who uses it shares.
# Every option is explained at https://search.nixos.org/options
{ inputs, pkgs, ... }:

{
  imports = [
    ./hardware-configuration.nix
    ../../modules/nixos/fonts.nix
  ];

  boot.loader = {
    systemd-boot = {
      enable = true;
      configurationLimit = 10; # in the menu: more would fill a small /boot
    };
    efi.canTouchEfiVariables = true;
  };

  networking = {
    hostName = "thinkpad"; # the same name as in flake.nix
    networkmanager.enable = true; # `nmtui` joins a wireless network
  };

  time.timeZone = "Europe/Berlin";
  i18n.defaultLocale = "de_DE.UTF-8";

  # Layouts and variants are listed in `man xkeyboard-config`.
  services.xserver.xkb = {
    layout = "de";
    variant = "nodeadkeys";
  };
  console.useXkbConfig = true; # the text console follows

  # The password is not in here: `passwd` sets it.
  users.users.joerg = {
    isNormalUser = true;
    description = "Jörg \"Joe\" Müller";
    extraGroups = [
      "networkmanager" # may change the network
      "wheel" # may use sudo
    ];
    shell = pkgs.fish;
  };

  # A login shell has to be on here too. How it is set up: modules/home-manager/fish.nix
  programs.fish.enable = true;

  nix = {
    settings.experimental-features = [
      "nix-command"
      "flakes"
    ];

    # Old generations go by themselves, and with them what nothing else uses.
    gc = {
      automatic = true;
      dates = "weekly";
      options = "--delete-older-than 30d";
    };
    optimise.automatic = true; # files that are the same are stored once
  };

  # The kind of processor. Newer hardware files say it themselves.
  nixpkgs.hostPlatform = "x86_64-linux";

  # May be installed: programs whose licence is not free, such as Steam. `false` refuses them.
  nixpkgs.config.allowUnfree = true;

  # Programs for everybody on this computer. What only you need goes into home.nix.
  environment.systemPackages = with pkgs; [
    git # a rebuild from this repo needs it
  ];

  home-manager = {
    useGlobalPkgs = true; # the packages of the system, with what it says on licences
    useUserPackages = true; # a rebuild of the system installs the programs of home.nix too
    backupFileExtension = "backup"; # moves a file that is in the way, where a rebuild would fail
    extraSpecialArgs = { inherit inputs; };
    users.joerg = ./home.nix;
  };

  # The release that this computer started with, not the one that it runs: programs look here for
  # how their old data is laid out. Never change it, not even for an upgrade.
  system.stateVersion = "21.11";
}
