# Fish, the shell. Suggestions, completion, colours and a large history are built in.
{
  programs.fish = {
    enable = true;

    interactiveShellInit = ''
      set fish_greeting # no greeting
    '';
  };
}
