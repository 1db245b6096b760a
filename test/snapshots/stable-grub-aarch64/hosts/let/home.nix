# The home of inherit on let: programs, and the commands that rebuild this computer.
# Every option is explained at https://home-manager-options.extranix.com
{ pkgs, ... }:

{
  # Programs with settings, one in each file.
  imports = [
    ../../modules/home-manager/git.nix
    ../../modules/home-manager/starship.nix
    ../../modules/home-manager/zsh.nix
  ];

  home = {
    # Programs without settings. Search for more at https://search.nixos.org/packages
    packages = with pkgs; [
      btop # what keeps the computer busy
      fd # finds files by name
      ripgrep # finds text in files: `rg word`
      unzip
    ];

    shellAliases = {
      update = "sudo nixos-rebuild switch --flake /home/inherit/nixos-config#let";
      upgrade = "nix flake update --flake /home/inherit/nixos-config && update";
      rollback = "sudo nixos-rebuild switch --rollback --no-reexec";
      # The second command takes what was deleted out of the boot menu, which frees /boot.
      cleanup = "sudo nix-collect-garbage --delete-older-than 30d && sudo /nix/var/nix/profiles/system/bin/switch-to-configuration boot";
    };

    # The release that this home started with. Leave it as it is when you upgrade.
    stateVersion = "26.05";
  };
}
