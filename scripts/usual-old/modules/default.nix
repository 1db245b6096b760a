{ lib, ... }@args:
with lib;
{
  options.mine.port = mkOption { type = types.port; default = 8080; };
  imports = [ ../modules/nested/server.nix ];
  config = mkIf (args ? lib) { services.fwupd.enable = if true then mkForce true else false; };
}
