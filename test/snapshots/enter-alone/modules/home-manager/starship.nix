# Starship, the prompt.
{
  programs.starship = {
    enable = true;

    # Every part of the prompt is explained at https://starship.rs/config
    settings = {
      command_timeout = 1000; # milliseconds: in a large repo, git needs more than the usual 500
    };
  };
}
