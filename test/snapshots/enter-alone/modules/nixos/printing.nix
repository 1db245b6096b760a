# Printers, on a cable and in the network. http://localhost:631 lists them, with their queues.
{
  # Printers of the last ten years need no driver: in the network as it is, on a cable with
  # services.ipp-usb.enable = true. For an older one, add a package of drivers to
  # services.printing.drivers, for example pkgs.gutenprint, or pkgs.hplip for one from HP.
  services.printing.enable = true;

  # Finds the printers in the network, and knows names such as printer.local.
  services.avahi = {
    enable = true;
    nssmdns4 = true;
  };
}
