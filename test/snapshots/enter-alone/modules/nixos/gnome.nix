# GNOME, the desktop.
{ pkgs, ... }:

{
  services = {
    displayManager.gdm.enable = true; # the login screen
    desktopManager.gnome.enable = true;
  };

  # Programs of GNOME that are left out. Add others that you do without.
  environment.gnome.excludePackages = with pkgs; [
    epiphany # GNOME's own browser, which links would open in
    gnome-tour # what greets you at the first login
  ];
}
