# Bash, the shell, and the keys and completion of its command line.
{
  programs.bash = {
    enable = true;
    enableCompletion = true;

    historySize = 100000;
    historyFileSize = 100000;
    historyControl = [
      "ignoreboth" # leaves out repeats, and what starts with a space
      "erasedups"
    ];
  };

  programs.readline = {
    enable = true;

    # Up and down go through what starts like the line that you are typing.
    bindings = {
      "\\e[A" = "history-search-backward";
      "\\e[B" = "history-search-forward";
    };

    variables = {
      completion-ignore-case = true;
      show-all-if-ambiguous = true; # one Tab lists the choices
    };
  };
}
