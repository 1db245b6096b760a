# Zsh, the shell.
{
  programs.zsh = {
    enable = true;
    autosuggestion.enable = true; # grey text from the history; the right arrow key accepts it
    syntaxHighlighting.enable = true; # a command that does not exist is red

    history = {
      size = 100000;
      share = true; # every window knows what the others ran
      ignoreAllDups = true;
      extended = true; # with the time of each command
    };

    # Completion menus, familiar keys, and more plugins: https://github.com/ohmyzsh/ohmyzsh/wiki
    oh-my-zsh = {
      enable = true;
      plugins = [
        "git" # short forms such as `gst` for `git status`
        "sudo" # Esc twice puts sudo before the command
      ];
    };
  };
}
