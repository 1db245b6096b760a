# the laptop
{ config, pkgs, lib, ... }:
let
  unstable = import <nixos-unstable> { config.allowUnfree = true; };
  isFast = config.networking.hostName != "old" && !false;
in
{
  imports = [
    ./hardware-configuration.nix
    <home-manager/nixos>
    ./modules
  ];

  boot.loader.systemd-boot.enable = true;
  boot.loader.efi.canTouchEfiVariables = true;
  boot.kernelPackages = pkgs.linuxPackages_latest;

  networking = {
    hostName = "laptop";
    networkmanager.enable = true;
    firewall.allowedTCPPorts = [ 22 80 ] ++ lib.optionals isFast [ 443 ];
  };
  time.timeZone = "Europe/Berlin";
  i18n.defaultLocale = "de_DE.UTF-8";
  i18n.extraLocaleSettings = {
    LC_TIME = "de_DE.UTF-8";
  };

  services.xserver = {
    enable = true;
    layout = "de";
    displayManager.gdm.enable = true;
    desktopManager.gnome.enable = true;
  };
  sound.enable = true;
  services.openssh.enable = lib.mkDefault true;
  services.nginx.virtualHosts."example.org".locations."/".extraConfig = ''
    # from ${config.networking.hostName}
    root ${./www};
  '';

  users.users.leon = {
    isNormalUser = true;
    description = "Leon";
    extraGroups = [ "wheel" "networkmanager" ];
    shell = pkgs.fish;
    packages = with pkgs; [ firefox thunderbird ];
  };
  programs.fish.enable = true;
  home-manager.users.leon = { pkgs, ... }: {
    home.packages = [ pkgs.htop ];
    home.stateVersion = "24.05";
    programs.git = { enable = true; userName = "Leon"; };
  };

  nixpkgs.overlays = [ (final: prev: rec { inherit (prev) hello; bye = hello // { a = 1.5; }; }) ];
  environment.etc."motd".text = builtins.readFile ./motd;
  environment.systemPackages = with pkgs; [
    vim # the editor
    unstable.zed-editor
    (writeShellScriptBin "up" "nixos-rebuild switch")
  ];
  system.copySystemConfiguration = true;
  system.stateVersion = "24.05";
}
