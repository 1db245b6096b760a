# Nushell, the shell, and completion for the programs that it does not know itself.
{ config, ... }:

{
  programs.nushell = {
    enable = true;

    # Home Manager's variables reach other shells by a script that Nushell cannot read.
    environmentVariables = config.home.sessionVariables;

    # Every setting is explained by `config nu --doc`.
    settings = {
      show_banner = false;
      completions.algorithm = "fuzzy";
      history = {
        file_format = "sqlite"; # all windows write to it at once
        max_size = 100000;
      };
    };
  };

  programs.carapace.enable = true; # git, nix, systemctl and hundreds more
}
