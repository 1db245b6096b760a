/** The pieces that the installer puts its file together from, in its order. Texts are its own. */
import { categories, formatOf, type Machine } from './machine.js';
import type { Installer } from './releases.js';

/** A paragraph of the file: its lines, and the empty one that follows. */
export function paragraph(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n\n`;
}

export const head = `# Edit this configuration file to define what should be installed on
# your system.  Help is available in the configuration.nix(5) man page
# and in the NixOS manual (accessible by running ‘nixos-help’).

{ config, pkgs, ... }:

{
  imports =
    [ # Include the results of the hardware scan.
      ./hardware-configuration.nix
    ];

`;

export function bootLoader(machine: Machine, installer: Installer): string {
  const { firmware, grubDevice, rootFileSystem } = machine;
  const title = '  # Bootloader.';
  if (firmware === 'UEFI') {
    return paragraph(
      title,
      '  boot.loader.systemd-boot.enable = true;',
      '  boot.loader.efi.canTouchEfiVariables = true;',
      ...(installer.hasEfiMountPoint ? ['  boot.loader.efi.efiSysMountPoint = "/boot/efi";'] : []),
    );
  }
  if (firmware === 'none') {
    return paragraph('  # Disable bootloader.', '  boot.loader.grub.enable = false;');
  }
  return paragraph(
    title,
    '  boot.loader.grub.enable = true;',
    `  boot.loader.grub.device = "${grubDevice}";`,
    '  boot.loader.grub.useOSProber = true;',
    ...(installer.knowsBtrfs && rootFileSystem === 'btrfs'
      ? [
          '  # Use provided UUIDs instead of blkid probing (required for btrfs subvolumes)',
          '  boot.loader.grub.fsIdentifier = "provided";',
        ]
      : []),
  );
}

export const latestKernel = paragraph(
  '  # Use latest kernel.',
  '  boot.kernelPackages = pkgs.linuxPackages_latest;',
);

export function network({ hostname, desktop }: Machine): string {
  return [
    paragraph(
      `  networking.hostName = "${hostname}"; # Define your hostname.`,
      '  # networking.wireless.enable = true;  # Enables wireless support via wpa_supplicant.',
      '',
      '  # Configure network proxy if necessary',
      '  # networking.proxy.default = "http://user:password@proxy:port/";',
      '  # networking.proxy.noProxy = "127.0.0.1,localhost,internal.domain";',
    ),
    desktop === 'enlightenment'
      ? paragraph('  # Enable networking', '  services.connman.enable = true;')
      : paragraph('  # Enable networking', '  networking.networkmanager.enable = true;'),
    ['mate', 'lxqt'].includes(desktop)
      ? paragraph('  # Enable network manager applet', '  programs.nm-applet.enable = true;')
      : '',
  ].join('');
}

export function region(machine: Machine): string {
  const { timeZone, locale } = machine;
  const others = categories.map((category, at) => ({ category, value: formatOf(machine, at) }));
  return [
    paragraph('  # Set your time zone.', `  time.timeZone = "${timeZone}";`),
    paragraph('  # Select internationalisation properties.', `  i18n.defaultLocale = "${locale}";`),
    others.every(({ value }) => value === locale)
      ? ''
      : paragraph(
          '  i18n.extraLocaleSettings = {',
          ...others.map(({ category, value }) => `    ${category} = "${value}";`),
          '  };',
        ),
  ].join('');
}

export function keyboard({ keyboard: { layout, variant, console } }: Machine, old: boolean) {
  const [set, name] = old
    ? ['services.xserver', 'xkbVariant']
    : ['services.xserver.xkb', 'variant'];
  const x11 = paragraph(
    '  # Configure keymap in X11',
    `  ${set} = {`,
    `    layout = "${layout}";`,
    `    ${name} = "${variant}";`,
    '  };',
  );
  if (console === '') return x11;
  return x11 + paragraph('  # Configure console keymap', `  console.keyMap = "${console}";`);
}

export function soundAndPrinting({ hasSound, oldSpelling }: Installer): string {
  const service = oldSpelling.pulseaudio ? 'hardware' : 'services';
  return [
    paragraph('  # Enable CUPS to print documents.', '  services.printing.enable = true;'),
    paragraph(
      '  # Enable sound with pipewire.',
      ...(hasSound ? ['  sound.enable = true;'] : []),
      `  ${service}.pulseaudio.enable = false;`,
      '  security.rtkit.enable = true;',
      '  services.pipewire = {',
      '    enable = true;',
      '    alsa.enable = true;',
      '    alsa.support32Bit = true;',
      '    pulse.enable = true;',
      '    # If you want to use JACK applications, uncomment this',
      '    #jack.enable = true;',
      '',
      '    # use the example session manager (no others are packaged yet so this is enabled by default,',
      '    # no need to redefine it in your config for now)',
      '    #media-session.enable = true;',
      '  };',
    ),
    paragraph(
      '  # Enable touchpad support (enabled default in most desktopManager).',
      '  # services.xserver.libinput.enable = true;',
    ),
  ].join('');
}

/** Services that somebody may want, in comments. */
export const services = `  # Some programs need SUID wrappers, can be configured further or are
  # started in user sessions.
  # programs.mtr.enable = true;
  # programs.gnupg.agent = {
  #   enable = true;
  #   enableSSHSupport = true;
  # };

  # List services that you want to enable:

  # Enable the OpenSSH daemon.
  # services.openssh.enable = true;

  # Open ports in the firewall.
  # networking.firewall.allowedTCPPorts = [ ... ];
  # networking.firewall.allowedUDPPorts = [ ... ];
  # Or disable the firewall altogether.
  # networking.firewall.enable = false;

`;

export function tail({ hasSlip, stateVersion }: Installer): string {
  const slip = hasSlip ? 'catenate(variables, "bootdev", bootdev)' : '';
  return `${services}  # This value determines the NixOS release from which the default
  # settings for stateful data, like file locations and database versions
  # on your system were taken. It‘s perfectly fine and recommended to leave${slip}
  # this value at the release version of the first install of this system.
  # Before changing this value read the documentation for this option
  # (e.g. man configuration.nix or on https://nixos.org/nixos/options.html).
  system.stateVersion = "${stateVersion}"; # Did you read the comment?

}
`;
}
