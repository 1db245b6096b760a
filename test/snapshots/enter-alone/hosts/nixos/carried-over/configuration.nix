{ config, pkgs, ... }:

{
  services.xserver.enable = true;
}
