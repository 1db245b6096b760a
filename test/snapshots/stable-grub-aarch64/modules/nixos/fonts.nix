# The font of terminals and editors, with the icons that prompts draw.
{ lib, pkgs, ... }:

{
  fonts = {
    packages = [ pkgs.nerd-fonts.jetbrains-mono ]; # others: https://www.nerdfonts.com

    # For programs that ask for any font of this kind; a desktop's own choice comes after it.
    fontconfig.defaultFonts.monospace = lib.mkBefore [ "JetBrainsMono Nerd Font" ];
  };
}
