# Git.
{
  programs.git = {
    enable = true;

    # The same names as in `man git-config`.
    settings = {
      init.defaultBranch = "main";
      pull.rebase = true; # your own commits go on top of what is pulled
      push.autoSetupRemote = true; # the first push of a branch needs no more than `git push`
    };
  };
}
