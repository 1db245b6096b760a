/**
 * What `nixos-generate-config` alone leaves for who installs by hand: a file of comments, with the
 * boot loader set (nixpkgs' `nixos/modules/installer/tools/tools.nix`, and the Perl beside it).
 */
import { hardwareConfiguration } from './hardware.js';
import { type Firmware, type Machine, plainMachine } from './machine.js';
import { paragraph, services } from './pieces.js';
import { type Installer, installers } from './releases.js';
import type { Installed } from './write.js';

/** Releases whose templates differ. */
export const generatedReleases = ['22.05', '23.11', '24.05', '25.05', '26.05'] as const;
export type GeneratedRelease = (typeof generatedReleases)[number];

/** Both files of a machine installed by hand. */
export function generatedConfiguration(release: GeneratedRelease, firmware: Firmware): Installed {
  const installer = installers[release];
  const machine: Machine = { ...plainMachine, release, firmware };
  return {
    files: new Map([
      ['configuration.nix', configuration(installer, firmware)],
      ['hardware-configuration.nix', hardwareConfiguration(machine, installer)],
    ]),
    expected: {
      stateVersion: release,
      ...(firmware === 'UEFI' ? { bootLoader: 'systemd-boot' } : {}),
    },
  };
}

function configuration({ stateVersion }: Installer, firmware: Firmware): string {
  const isNew = stateVersion >= '24.05';
  return [
    isNew ? newHead : oldHead,
    loader(firmware),
    stateVersion >= '25.05' ? newNetwork : oldNetwork,
    region(isNew),
    desktop(stateVersion),
    user(stateVersion),
    services,
    copied,
    isNew ? newEnd : oldEnd,
    `  system.stateVersion = "${stateVersion}"; # Did you read the comment?\n\n}\n\n`,
  ].join('');
}

const imports = `{
  imports =
    [ # Include the results of the hardware scan.
      ./hardware-configuration.nix
    ];

`;

const oldHead = `# Edit this configuration file to define what should be installed on
# your system.  Help is available in the configuration.nix(5) man page
# and in the NixOS manual (accessible by running \`nixos-help\`).

{ config, pkgs, ... }:

${imports}`;

const newHead = `# Edit this configuration file to define what should be installed on
# your system. Help is available in the configuration.nix(5) man page, on
# https://search.nixos.org/options and in the NixOS manual (\`nixos-help\`).

{ config, lib, pkgs, ... }:

${imports}`;

function loader(firmware: Firmware): string {
  if (firmware === 'UEFI') {
    return paragraph(
      '  # Use the systemd-boot EFI boot loader.',
      '  boot.loader.systemd-boot.enable = true;',
      '  boot.loader.efi.canTouchEfiVariables = true;',
    );
  }
  if (firmware === 'none') {
    return paragraph(
      '  # Use the extlinux boot loader. (NixOS wants to enable GRUB by default)',
      '  boot.loader.grub.enable = false;',
      '  # Enables the generation of /boot/extlinux/extlinux.conf',
      '  boot.loader.generic-extlinux-compatible.enable = true;',
    );
  }
  return paragraph(
    '  # Use the GRUB 2 boot loader.',
    '  boot.loader.grub.enable = true;',
    '  # boot.loader.grub.efiSupport = true;',
    '  # boot.loader.grub.efiInstallAsRemovable = true;',
    '  # boot.loader.efi.efiSysMountPoint = "/boot/efi";',
    '  # Define on which hard drive you want to install Grub.',
    '  # boot.loader.grub.device = "/dev/sda"; # or "nodev" for efi only',
  );
}

const oldNetwork = paragraph(
  '  # networking.hostName = "nixos"; # Define your hostname.',
  '  # Pick only one of the below networking options.',
  '  # networking.wireless.enable = true;  # Enables wireless support via wpa_supplicant.',
  '  # networking.networkmanager.enable = true;  # Easiest to use and most distros use this by default.',
);

const newNetwork =
  paragraph('  # networking.hostName = "nixos"; # Define your hostname.') +
  paragraph(
    '  # Configure network connections interactively with nmcli or nmtui.',
    '  networking.networkmanager.enable = true;',
  );

function region(isNew: boolean): string {
  return [
    paragraph('  # Set your time zone.', '  # time.timeZone = "Europe/Amsterdam";'),
    paragraph(
      '  # Configure network proxy if necessary',
      '  # networking.proxy.default = "http://user:password@proxy:port/";',
      '  # networking.proxy.noProxy = "127.0.0.1,localhost,internal.domain";',
    ),
    paragraph(
      '  # Select internationalisation properties.',
      '  # i18n.defaultLocale = "en_US.UTF-8";',
      '  # console = {',
      '  #   font = "Lat2-Terminus16";',
      '  #   keyMap = "us";',
      `  #   useXkbConfig = true; # use ${isNew ? 'xkb.options' : 'xkbOptions'} in tty.`,
      '  # };',
    ),
  ].join('');
}

function desktop(stateVersion: string): string {
  const isNew = stateVersion >= '24.05';
  const xkb = isNew ? 'services.xserver.xkb.' : 'services.xserver.';
  const options = isNew ? 'options' : 'xkbOptions';
  const pulseaudio = stateVersion >= '25.05' ? 'services' : 'hardware';
  const sound = isNew
    ? [
        `  # ${pulseaudio}.pulseaudio.enable = true;`,
        ...['  # OR', '  # services.pipewire = {', '  #   enable = true;'],
        ...['  #   pulse.enable = true;', '  # };'],
      ]
    : ['  # sound.enable = true;', '  # hardware.pulseaudio.enable = true;'];
  return [
    `${paragraph('  # Enable the X11 windowing system.', '  # services.xserver.enable = true;')}\n\n\n`,
    paragraph(
      '  # Configure keymap in X11',
      `  # ${xkb}layout = "us";`,
      `  # ${xkb}${options} = "eurosign:e,caps:escape";`,
    ),
    paragraph('  # Enable CUPS to print documents.', '  # services.printing.enable = true;'),
    paragraph('  # Enable sound.', ...sound),
    paragraph(
      '  # Enable touchpad support (enabled default in most desktopManager).',
      `  # services.${isNew ? '' : 'xserver.'}libinput.enable = true;`,
    ),
  ].join('');
}

function user(stateVersion: string): string {
  const isNewest = stateVersion >= '25.05';
  return [
    paragraph(
      "  # Define a user account. Don't forget to set a password with ‘passwd’.",
      '  # users.users.alice = {',
      '  #   isNormalUser = true;',
      '  #   extraGroups = [ "wheel" ]; # Enable ‘sudo’ for the user.',
      '  #   packages = with pkgs; [',
      ...(isNewest ? [] : ['  #     firefox']),
      ...['  #     tree', '  #   ];', '  # };'],
    ),
    isNewest ? paragraph('  # programs.firefox.enable = true;') : '',
    isNewest
      ? '  # List packages installed in system profile.\n  # You can use https://search.nixos.org/ to find more packages (and options).\n'
      : '  # List packages installed in system profile. To search, run:\n  # $ nix search wget\n',
    paragraph(
      '  # environment.systemPackages = with pkgs; [',
      '  #   vim # Do not forget to add an editor to edit configuration.nix! The Nano editor is also installed by default.',
      ...['  #   wget', '  # ];'],
    ),
  ].join('');
}

const copied = `  # Copy the NixOS configuration file and link it from the resulting system
  # (/run/current-system/configuration.nix). This is useful in case you
  # accidentally delete configuration.nix.
  # system.copySystemConfiguration = true;

`;

const oldEnd = `  # This value determines the NixOS release from which the default
  # settings for stateful data, like file locations and database versions
  # on your system were taken. It's perfectly fine and recommended to leave
  # this value at the release version of the first install of this system.
  # Before changing this value read the documentation for this option
  # (e.g. man configuration.nix or on https://nixos.org/nixos/options.html).
`;

const newEnd = `  # This option defines the first version of NixOS you have installed on this particular machine,
  # and is used to maintain compatibility with application data (e.g. databases) created on older NixOS versions.
  #
  # Most users should NEVER change this value after the initial install, for any reason,
  # even if you've upgraded your system to a new NixOS release.
  #
  # This value does NOT affect the Nixpkgs version your packages and OS are pulled from,
  # so changing it will NOT upgrade your system - see https://nixos.org/manual/nixos/stable/#sec-upgrading for how
  # to actually do that.
  #
  # This value being lower than the current NixOS release does NOT mean your system is
  # out of date, out of support, or vulnerable.
  #
  # Do NOT change this value unless you have manually inspected all the changes it would make to your configuration,
  # and migrated your data accordingly.
  #
  # For more information, see \`man configuration.nix\` or https://nixos.org/manual/nixos/stable/options#opt-system.stateVersion .
`;
