# Fonts for text in most scripts, and for emoji.
{ pkgs, ... }:

{
  fonts.packages = with pkgs; [
    noto-fonts
    noto-fonts-color-emoji
  ];
}
