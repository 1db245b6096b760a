/**
 * The comments that an installer writes, not a person: they may go with the lines that they explain.
 *
 * Of every version since 2021 of the graphical installer (calamares-nixos-extensions,
 * `modules/nixos/main.py`) and of `nixos-generate-config` since 2015 (nixpkgs,
 * `nixos/modules/installer/tools/tools.nix`, `nixos-generate-config.pl` beside it, and what desktops
 * add through `system.nixos-generate-config.desktopConfiguration`), and of NixOS-WSL since 2023
 * (`modules/build-tarball.nix`).
 */

/** What stands behind the `#`, one a line; blanks are as good as one. */
const lines = `
Edit this configuration file to define what should be installed on
your system. Help is available in the configuration.nix(5) man page
your system. Help is available in the configuration.nix(5) man page, on
and in the NixOS manual (accessible by running ‘nixos-help’).
and in the NixOS manual (accessible by running 'nixos-help').
https://search.nixos.org/options and in the NixOS manual (\`nixos-help\`).
NixOS-WSL specific options are documented on the NixOS-WSL repository:
https://github.com/nix-community/NixOS-WSL
include NixOS-WSL modules
Include the results of the hardware scan.
Bootloader.
Disable bootloader.
Setup keyfile
Enable swap on luks
Use latest kernel.
Use the systemd-boot EFI boot loader.
Use the GRUB 2 boot loader.
boot.loader.grub.efiSupport = true;
boot.loader.grub.efiInstallAsRemovable = true;
boot.loader.efi.efiSysMountPoint = "/boot/efi";
Define on which hard drive you want to install Grub.
boot.loader.grub.device = "/dev/sda"; # or "nodev" for efi only
or "nodev" for efi only
Use the extlinux boot loader. (NixOS wants to enable GRUB by default)
Enables the generation of /boot/extlinux/extlinux.conf
networking.hostName = "nixos"; # Define your hostname.
Define your hostname.
Pick only one of the below networking options.
networking.wireless.enable = true; # Enables wireless support via wpa_supplicant.
networking.networkmanager.enable = true; # Easiest to use and most distros use this by default.
Easiest to use and most distros use this by default.
Configure network connections interactively with nmcli or nmtui.
Configure network proxy if necessary
networking.proxy.default = "http://user:password@proxy:port/";
networking.proxy.noProxy = "127.0.0.1,localhost,internal.domain";
The global useDHCP flag is deprecated, therefore explicitly set to false here.
Per-interface useDHCP will be mandatory in the future, so this generated config
replicates the default behaviour.
Enable networking
Enable network manager applet
Set your time zone.
time.timeZone = "Europe/Amsterdam";
Select internationalisation properties.
i18n.defaultLocale = "en_US.UTF-8";
console = {
font = "Lat2-Terminus16";
keyMap = "us";
useXkbConfig = true; # use xkb.options in tty.
useXkbConfig = true; # use xkbOptions in tty.
use xkb.options in tty.
use xkbOptions in tty.
};
Enable the X11 windowing system.
You can disable this if you're only using the Wayland session.
services.xserver.enable = true;
Enable the Budgie Desktop environment.
Enable the Cinnamon Desktop Environment.
Enable the COSMIC Desktop Environment.
Enable the Deepin Desktop Environment.
Enable the Enlightenment Desktop Environment.
Enable the GNOME Desktop Environment.
Enable the GNOME 3 Desktop Environment.
Enable the KDE Plasma Desktop Environment.
Enable the LXQT Desktop Environment.
Enable the Lumina Desktop Environment.
Enable the MATE Desktop Environment.
Enable the Pantheon Desktop Environment.
Enable the Plasma 5 Desktop Environment.
Enable the XFCE Desktop Environment.
Enable acpid
services.pantheon.apps.enable = true;
services.xserver.displayManager.lightdm.greeters.pantheon.enable = true;
Configure keymap in X11
services.xserver.layout = "us";
services.xserver.xkb.layout = "us";
services.xserver.xkbOptions = "eurosign:e";
services.xserver.xkbOptions = "eurosign:e,caps:escape";
services.xserver.xkb.options = "eurosign:e,caps:escape";
services.xserver.xkbOptions = {
"eurosign:e";
"caps:escape" # map caps to escape.
map caps to escape.
Configure console keymap
Enable CUPS to print documents.
services.printing.enable = true;
Enable sound.
Enable sound with pipewire.
sound.enable = true;
hardware.pulseaudio.enable = true;
services.pulseaudio.enable = true;
OR
services.pipewire = {
pulse.enable = true;
If you want to use JACK applications, uncomment this
jack.enable = true;
use the example session manager (no others are packaged yet so this is enabled by default,
no need to redefine it in your config for now)
media-session.enable = true;
Enable touchpad support (enabled default in most desktopManager).
services.xserver.libinput.enable = true;
services.libinput.enable = true;
Define a user account. Don't forget to set a password with ‘passwd’.
users.users.alice = {
users.users.jane = {
isNormalUser = true;
extraGroups = [ "wheel" ]; # Enable ‘sudo’ for the user.
Enable ‘sudo’ for the user.
packages = with pkgs; [
firefox
kate
kdePackages.kate
thunderbird
tree
];
Install firefox.
programs.firefox.enable = true;
Enable automatic login for the user.
Workaround for GNOME autologin: https://github.com/NixOS/nixpkgs/issues/103746#issuecomment-945091229
Allow unfree packages
List packages installed in system profile. To search, run:
$ nix search wget
List packages installed in system profile.
You can use https://search.nixos.org/ to find more packages (and options).
environment.systemPackages = with pkgs; [
vim # Do not forget to add an editor to edit configuration.nix! The Nano editor is also installed by default.
Do not forget to add an editor to edit configuration.nix! The Nano editor is also installed by default.
wget
Some programs need SUID wrappers, can be configured further or are
started in user sessions.
programs.mtr.enable = true;
programs.gnupg.agent = {
enable = true;
enableSSHSupport = true;
List services that you want to enable:
Enable the OpenSSH daemon.
services.openssh.enable = true;
Open ports in the firewall.
networking.firewall.allowedTCPPorts = [ ... ];
networking.firewall.allowedUDPPorts = [ ... ];
Or disable the firewall altogether.
networking.firewall.enable = false;
Copy the NixOS configuration file and link it from the resulting system
(/run/current-system/configuration.nix). This is useful in case you
accidentally delete configuration.nix.
system.copySystemConfiguration = true;
This value determines the NixOS release from which the default
settings for stateful data, like file locations and database versions
on your system were taken. It‘s perfectly fine and recommended to leave
on your system were taken. It's perfectly fine and recommended to leave
this value at the release version of the first install of this system.
Before changing this value read the documentation for this option
(e.g. man configuration.nix or on https://nixos.org/nixos/options.html).
This option defines the first version of NixOS you have installed on this particular machine,
and is used to maintain compatibility with application data (e.g. databases) created on older NixOS versions.
Most users should NEVER change this value after the initial install, for any reason,
even if you've upgraded your system to a new NixOS release.
This value does NOT affect the Nixpkgs version your packages and OS are pulled from,
so changing it will NOT upgrade your system.
so changing it will NOT upgrade your system - see https://nixos.org/manual/nixos/stable/#sec-upgrading for how
to actually do that.
This value being lower than the current NixOS release does NOT mean your system is
out of date, out of support, or vulnerable.
Do NOT change this value unless you have manually inspected all the changes it would make to your configuration,
and migrated your data accordingly.
For more information, see \`man configuration.nix\` or https://nixos.org/manual/nixos/stable/options#opt-system.stateVersion .
Did you read the comment?
Enable the KDE Desktop Environment.
Enable touchpad support.
The NixOS release to be compatible with for stateful data such as databases.
This value determines the NixOS release with which your system is to be
compatible, in order to avoid breaking some software such as database
servers. You should change this only after NixOS release notes say you
should.
List packages installed in system profile. To search by name, run:
$ nix-env -qaP | grep wget
programs.gnupg.agent = { enable = true; enableSSHSupport = true; };
pinentryFlavor = "gnome3";
services.xserver.displayManager.sddm.enable = true;
services.xserver.desktopManager.plasma5.enable = true;
users.extraUsers.guest = {
uid = 1000;
consoleFont = "Lat2-Terminus16";
consoleKeyMap = "us";
defaultLocale = "en_US.UTF-8";
i18n = {
`;

const known = new Set(lines.split('\n').map(plain));

/** `# Bootloader.` as `Bootloader.`: without the marks, blanks as one. */
function plain(line: string): string {
  return line
    .replace(/^[\s#]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Lines that have the machine's own names in them. */
const withNames = [/^networking\.interfaces\.[\w-]+\.useDHCP = (lib\.mkDefault )?true;$/];

/** Whether a comment, `#` and all, is an installer's; one in slashes and stars is a person's. */
export function isInstallerComment(comment: string): boolean {
  if (!comment.startsWith('#')) return false;
  const text = plain(comment);
  return known.has(text) || withNames.some((pattern) => pattern.test(text));
}
