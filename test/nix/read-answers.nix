# For round-trip.test.ts: follows a repo from its flake.nix to every file, as a rebuild does, and says
# where each answer is and what it is. Nothing of nixpkgs is needed, as no package is looked at.
repo:
let
  inherit (builtins)
    attrNames
    filter
    head
    match
    pathExists
    scopedImport
    ;

  lib.mkDefault = value: value;
  pkgs = { };
  inputs = {
    home-manager.nixosModules.default = "home-manager";
    nixpkgs.lib.nixosSystem = system: system;
    disko.nixosModules.disko = "disko";
    nvf.homeManagerModules.default = "nvf";
  };

  flake = import (repo + "/flake.nix");
  computers = (flake.outputs inputs).nixosConfigurations;
  computer = head (attrNames computers);
  configurationFile = head computers.${computer}.modules;
  system = import configurationFile { inherit inputs pkgs; };

  # the message of a placeholder is what it throws
  hardware = scopedImport { throw = message: message; } (head system.imports) { inherit lib; };

  host = name: head (filter (file: match ".*/${name}" (toString file) != null) system.imports);

  user = head (attrNames system.users.users);
  home = import system.home-manager.users.${user} { inherit pkgs; };
  git = import (head (filter (file: match ".*/git.nix" (toString file) != null) home.imports));
in
{
  computers = attrNames computers;
  configurationFile = toString configurationFile;
  hostName = system.networking.hostName;
  users = attrNames system.users.users;
  homes = attrNames system.home-manager.users;
  description = system.users.users.${user}.description;
  timeZone = system.time.timeZone;
  locale = system.i18n.defaultLocale;
  formats = builtins.attrValues (system.i18n.extraLocaleSettings or { });
  keyboard = {
    inherit (system.services.xserver.xkb) layout;
    variant = system.services.xserver.xkb.variant or "";
  };
  grubDevice = system.boot.loader.grub.device or "";
  busIds = (import (host "nvidia-bus-ids.nix")).hardware.nvidia.prime;
  sshKeys = system.users.users.${user}.openssh.authorizedKeys.keys or [ ];
  diskDevice =
    if pathExists (repo + "/hosts/${computer}/disk.nix") then
      (import (host "disk.nix") { inherit inputs; }).disko.devices.disk.main.device
    else
      "";
  stateVersion = system.system.stateVersion;
  placeholder = hardware.fileSystems;
  gitUser = git.programs.git.settings.user or { };
  commands = home.home.shellAliases or home.programs.nushell.extraConfig;
  missing = filter (file: !pathExists file) (system.imports ++ home.imports);
}
