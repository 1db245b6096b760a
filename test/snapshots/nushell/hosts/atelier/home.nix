# The home of yuki on atelier: programs, and the commands that rebuild this computer.
# Every option is explained at https://home-manager-options.extranix.com
{ pkgs, ... }:

{
  # Programs with settings, one in each file.
  imports = [
    ../../modules/home-manager/ghostty.nix
    ../../modules/home-manager/git.nix
    ../../modules/home-manager/nushell.nix
    ../../modules/home-manager/nvf.nix
    ../../modules/home-manager/starship.nix
  ];

  home = {
    # Programs without settings. Search for more at https://search.nixos.org/packages
    packages = with pkgs; [
      btop # what keeps the computer busy
      fd # finds files by name
      ripgrep # finds text in files: `rg word`
      unzip
    ];

    # The release that this home started with. Leave it as it is when you upgrade.
    stateVersion = "26.11";
  };

  programs.nushell.extraConfig = ''
    # Nushell has an `update` of its own, which changes a column. With arguments, this still is that.
    alias update-column = update
    def update [column?: cell-path, value?: any] {
      if $column == null {
        sudo nixos-rebuild switch --flake "/home/yuki/nixos-config#atelier"
      } else {
        update-column $column $value
      }
    }

    def upgrade [] {
      nix flake update --flake "/home/yuki/nixos-config"
      update
    }

    def rollback [] {
      sudo nixos-rebuild switch --rollback --no-reexec
    }

    # The second command takes what was deleted out of the boot menu, which frees /boot.
    def cleanup [] {
      sudo nix-collect-garbage --delete-older-than 30d
      sudo /nix/var/nix/profiles/system/bin/switch-to-configuration boot
    }
  '';
}
