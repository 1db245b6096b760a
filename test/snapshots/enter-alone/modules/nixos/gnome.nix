# GNOME, the desktop.
{
  services = {
    displayManager.gdm.enable = true; # the login screen
    desktopManager.gnome.enable = true;
  };
}
