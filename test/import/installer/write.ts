/** The configuration that an installation leaves in `/etc/nixos`, and the answers that it comes to. */
import { desktopOf, desktopPart } from './desktops.js';
import { encryptionPart } from './disks.js';
import { hardwareConfiguration } from './hardware.js';
import { categories, formatOf, type Machine } from './machine.js';
import {
  bootLoader,
  head,
  keyboard,
  latestKernel,
  network,
  paragraph,
  region,
  soundAndPrinting,
  tail,
} from './pieces.js';
import { type Installer, installers } from './releases.js';

export interface Installed {
  /** Path below `/etc/nixos` → text. */
  readonly files: ReadonlyMap<string, string>;
  /** The answers that taking it over has to give, by question. */
  readonly expected: Readonly<Record<string, string>>;
}

/** What the graphical installer of a release leaves on a machine. */
export function installerConfiguration(machine: Machine): Installed {
  const installer = installers[machine.release];
  return {
    files: new Map([
      ['configuration.nix', configuration(machine, installer)],
      ['hardware-configuration.nix', hardwareConfiguration(machine, installer)],
    ]),
    expected: expectedAnswers(machine, installer),
  };
}

function configuration(machine: Machine, installer: Installer): string {
  const { desktop, unfree } = machine;
  return [
    head,
    bootLoader(machine, installer),
    machine.latestKernel ? latestKernel : '',
    encryptionPart(machine, installer),
    network(machine),
    region(machine),
    desktopPart(desktop, installer),
    keyboard(machine, installer.oldSpelling.xkb),
    desktop === '' ? '' : soundAndPrinting(installer),
    user(machine, installer),
    automaticLogin(machine, installer),
    desktop !== '' && installer.firefox === 'option'
      ? paragraph('  # Install firefox.', '  programs.firefox.enable = true;')
      : '',
    unfree ? paragraph('  # Allow unfree packages', '  nixpkgs.config.allowUnfree = true;') : '',
    systemPackages(machine, installer),
    tail(installer),
  ].join('');
}

/** The programs that come with a desktop. */
function programs({ desktop }: Machine, { firefox }: Installer): readonly string[] {
  if (desktop === '') return [];
  const kate = { plasma: 'kate', plasma5: 'kate', plasma6: 'kdePackages.kate' }[desktop];
  return [...(firefox === 'option' ? [] : ['firefox']), ...(kate ? [kate] : [])];
}

function user(machine: Machine, installer: Installer): string {
  const { desktop, fullName, username } = machine;
  const list =
    desktop === ''
      ? '[]'
      : [
          '[',
          ...programs(machine, installer).map((name) => `      ${name}`),
          ...['    #  thunderbird', '    ]'],
        ].join('\n');
  return paragraph(
    "  # Define a user account. Don't forget to set a password with ‘passwd’.",
    `  users.users.${installer.quotesUser ? `"${username}"` : username} = {`,
    '    isNormalUser = true;',
    `    description = "${fullName}";`,
    '    extraGroups = [ "networkmanager" "wheel" ];',
    ...(installer.firefox === 'system' ? [] : [`    packages = with pkgs; ${list};`]),
    '  };',
  );
}

function automaticLogin({ autoLogin, desktop, username }: Machine, installer: Installer): string {
  if (!autoLogin) return '';
  const title = '  # Enable automatic login for the user.';
  if (desktop === '') {
    return paragraph(title, `  services.getty.autologinUser = "${username}";`);
  }
  const manager = `services.${installer.oldSpelling.autoLogin ? 'xserver.' : ''}displayManager`;
  const login = paragraph(
    title,
    `  ${manager}.autoLogin.enable = true;`,
    `  ${manager}.autoLogin.user = "${username}";`,
  );
  if (desktop !== 'gnome' || !installer.gnomeNeedsX) return login;
  const issue = 'https://github.com/NixOS/nixpkgs/issues/103746#issuecomment-945091229';
  return (
    login +
    paragraph(
      `  # Workaround for GNOME autologin: ${issue}`,
      '  systemd.services."getty@tty1".enable = false;',
      '  systemd.services."autovt@tty1".enable = false;',
    )
  );
}

function systemPackages(machine: Machine, installer: Installer): string {
  const here = installer.firefox === 'system' ? programs(machine, installer) : [];
  return paragraph(
    '  # List packages installed in system profile. To search, run:',
    '  # $ nix search wget',
    '  environment.systemPackages = with pkgs; [',
    '  #  vim # Do not forget to add an editor to edit configuration.nix! The Nano editor is also installed by default.',
    '  #  wget',
    ...here.map((name) => `    ${name}`),
    '  ];',
  );
}

function expectedAnswers(machine: Machine, installer: Installer): Record<string, string> {
  const { locale, hostname, username, fullName, timeZone, unfree, firmware } = machine;
  const { layout, variant } = machine.keyboard;
  const desktop = desktopOf(machine.desktop, installer)?.answer ?? 'none';
  const formats = new Set(categories.map((_, at) => formatOf(machine, at)));
  const [format = ''] = formats;
  const boot = {
    UEFI: { bootLoader: 'systemd-boot' },
    BIOS: { bootLoader: 'grub', grubDevice: machine.grubDevice },
    none: {},
  }[firmware];
  return {
    ...{ username, fullName, timeZone, locale, desktop, ...boot },
    // one in capitals stands for itself, and the answer is another
    ...(/[A-Z]/.test(hostname) ? {} : { hostname }),
    formats: formats.size === 1 && format !== locale ? format : '',
    keyboard: variant === '' ? layout : `${layout}(${variant})`,
    // what the file does not allow, NixOS does not
    unfree: unfree ? 'yes' : 'no',
    ...(desktop === 'none' ? {} : { autoLogin: machine.autoLogin ? 'on' : 'off' }),
    stateVersion: installer.stateVersion,
  };
}
