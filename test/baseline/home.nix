{ pkgs, ... }:

{
  imports = [ ./nvf.nix ];

  home.packages = [
    pkgs.btop
    pkgs.fd
    pkgs.ripgrep
    pkgs.unzip
  ];

  home.shellAliases = {
    update = "sudo nixos-rebuild switch --flake /home/leon/nixos-config#framework-desktop";
    upgrade = "nix flake update --flake /home/leon/nixos-config && update";
    rollback = "sudo nixos-rebuild switch --rollback --no-reexec";
    cleanup = "sudo nix-collect-garbage --delete-older-than 30d && sudo /nix/var/nix/profiles/system/bin/switch-to-configuration boot";
  };

  programs.zsh = {
    enable = true;
    autosuggestion.enable = true;
    syntaxHighlighting.enable = true;
    history.size = 100000;
    history.share = true;
    history.ignoreAllDups = true;
    history.extended = true;
    oh-my-zsh.enable = true;
    oh-my-zsh.plugins = [
      "git"
      "sudo"
    ];
    oh-my-zsh.theme = "robbyrussell";
  };

  programs.ghostty = {
    enable = true;
    settings.font-size = 12;
    settings.window-padding-x = 8;
    settings.window-padding-y = 8;
    settings.shell-integration-features = "ssh-env,ssh-terminfo";
  };

  programs.git = {
    enable = true;
    settings.user.name = "Aumit Leon";
    settings.user.email = "leon@example.org";
    settings.init.defaultBranch = "main";
    settings.pull.rebase = true;
    settings.push.autoSetupRemote = true;
  };

  home.stateVersion = "26.11";
}
