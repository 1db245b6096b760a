# Git, and who commits.
{
  programs.git = {
    enable = true;

    # The same names as in `man git-config`.
    settings = {
      user.name = "María José Núñez";
      init.defaultBranch = "main";
      pull.rebase = true; # your own commits go on top of what is pulled
      push.autoSetupRemote = true; # the first push of a branch needs no more than `git push`
    };
  };
}
