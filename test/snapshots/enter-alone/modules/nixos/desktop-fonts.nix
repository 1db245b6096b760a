# Fonts for text in most scripts, and for emoji. Chinese, Japanese and Korean look better with
# noto-fonts-cjk-sans, which is large.
{ pkgs, ... }:

{
  fonts.packages = with pkgs; [
    noto-fonts
    noto-fonts-color-emoji
  ];
}
