# Ghostty, the terminal. Its shell integration is on for every shell that Home Manager sets up.
{
  programs.ghostty = {
    enable = true;

    # Every setting is explained at https://ghostty.org/docs/config/reference
    settings = {
      # JetBrains Mono and the icons are built in: `font-family` is only for another font.
      font-size = 12;
      window-padding-x = 8;
      window-padding-y = 8;

      # A computer reached by ssh may not know this terminal: tell it what Ghostty can do.
      shell-integration-features = "ssh-env,ssh-terminfo";
    };
  };
}
