/**
 * Lines of the new repo that go, since the old configuration has it otherwise under another name.
 * Two values of the same option are found without this table.
 */

import type { Answers } from '../questions/answers.js';

/** What the old configuration has, by options' names of today. */
export interface OldSettings {
  /** Set to anything, below the name too, in what is carried over. */
  readonly has: (option: string) => boolean;
  /** The same, also where an answer stands for it now. */
  readonly had: (option: string) => boolean;
  readonly isOn: (option: string) => boolean;
  readonly isOff: (option: string) => boolean;
  /** What the new repo is written for. */
  readonly answers: Answers;
}

/** Whether the boot loader that was there is the one that is wanted. */
function keepsLoader({ had, answers: { bootLoader } }: OldSettings): boolean {
  const loader = `boot.loader.${bootLoader}`;
  const isGrub = ['device', 'devices', 'mirroredBoots'].some((name) => had(`${loader}.${name}`));
  return had(`${loader}.enable`) || isGrub;
}

/** A container runtime that was there, beside NixOS's own containers. */
const containers = ['docker', 'podman'].map((name) => `virtualisation.${name}.enable`);

export interface Conflict {
  readonly when: (old: OldSettings) => boolean;
  /** The options whose lines go. */
  readonly ours: RegExp;
  /** Why, as a clause. */
  readonly why: string;
}

/** Boot loaders that the table of questions does not have. */
const otherLoaders = [
  'boot.loader.generic-extlinux-compatible.enable',
  'boot.loader.external.enable',
  'boot.loader.limine.enable',
  'boot.loader.refind.enable',
  'boot.loader.initScript.enable',
  'boot.loader.raspberryPi.enable',
  'boot.loader.raspberry-pi.enable',
  'boot.lanzaboote.enable',
  'boot.isContainer',
  'wsl.enable',
];

/** Desktops whose modules in nixpkgs switch NetworkManager on. */
const withNetworkManager = [
  ...['gnome', 'pantheon', 'budgie', 'lomiri'].map((name) => `services.desktopManager.${name}`),
  ...['cinnamon', 'deepin'].map((name) => `services.xserver.desktopManager.${name}`),
];

const loginScreens: Readonly<Record<string, string>> = {
  gdm: 'services.displayManager.gdm.enable',
  sddm: 'services.displayManager.sddm.enable',
  lightdm: 'services.xserver.displayManager.lightdm.enable',
  ly: 'services.displayManager.ly.enable',
  lemurs: 'services.displayManager.lemurs.enable',
  greetd: 'services.greetd.enable',
  cosmic: 'services.displayManager.cosmic-greeter.enable',
  plasma: 'services.displayManager.plasma-login-manager.enable',
  regreet: 'programs.regreet.enable',
  startx: 'services.xserver.displayManager.startx.enable',
};

/** A login screen of the old configuration takes the place of each other one. */
const oneLoginScreen: readonly Conflict[] = Object.entries(loginScreens).map(([name, option]) => {
  const others = Object.entries(loginScreens).filter(([other]) => other !== name);
  const paths = others.map(([, each]) => each.replace(/\.enable$/, '').replaceAll('.', '\\.'));
  return {
    when: ({ isOn }) => isOn(option),
    ours: new RegExp(
      `^(${paths.join('|')})(\\.|$)|^systemd\\.services\\.${name === 'greetd' || name === 'regreet' ? 'none' : 'greetd'}\\.`,
    ),
    why: `${option.replace(/\.enable$/, '')} is the login screen`,
  };
});

/** A desktop that was there keeps the programs that it came with. */
const keptPrograms: readonly Conflict[] = Object.entries({
  'services.desktopManager.gnome.enable': /^environment\.gnome\.excludePackages$/,
  'services.desktopManager.pantheon.enable': /^environment\.pantheon\.excludePackages$/,
  'services.xserver.windowManager.i3.enable':
    /^services\.xserver\.windowManager\.i3\.extraPackages$/,
  'programs.sway.enable': /^programs\.sway\.extraPackages$/,
}).map(([desktop, ours]) => ({
  when: ({ had }) => had(desktop),
  ours,
  why: 'nobody asked for fewer programs',
}));

export const conflicts: readonly Conflict[] = [
  {
    when: ({ has }) => has('console.keyMap'),
    ours: /^console\.useXkbConfig$/,
    why: 'the text console has a keymap of its own (console.keyMap)',
  },
  {
    // where nothing is said of the network, it is dhcpcd (networking.useDHCP)
    when: ({ had }) =>
      !had('networking.networkmanager.enable') &&
      !withNetworkManager.some((desktop) => had(`${desktop}.enable`)),
    ours: /^networking\.networkmanager\.enable$/,
    why: 'the network is looked after without NetworkManager',
  },
  {
    when: ({ isOn }) => otherLoaders.some(isOn),
    ours: /^boot\.loader\./,
    why: 'another boot loader starts this machine',
  },
  {
    // what the installer writes where it was to set up no boot loader
    when: ({ isOff, had }) =>
      isOff('boot.loader.grub.enable') && !had('boot.loader.systemd-boot.enable'),
    ours: /^boot\.loader\./,
    why: 'no boot loader was wanted (boot.loader.grub.enable)',
  },
  {
    // asserted in nixpkgs' nixos/modules/system/boot/loader/grub/grub.nix
    when: ({ isOn }) => isOn('boot.loader.grub.efiInstallAsRemovable'),
    ours: /^boot\.loader\.efi\.canTouchEfiVariables$/,
    why: 'GRUB is installed as on a removable disk (boot.loader.grub.efiInstallAsRemovable)',
  },
  {
    when: ({ has }) => has('boot.loader.grub.devices') || has('boot.loader.grub.mirroredBoots'),
    ours: /^boot\.loader\.grub\.device$/,
    why: 'GRUB’s disks are listed (boot.loader.grub.devices)',
  },
  {
    // where GRUB goes is said elsewhere, by the hardware file or a module for disks
    when: ({ had }) =>
      ['enable', 'devices', 'mirroredBoots'].some((name) => had(`boot.loader.grub.${name}`)) &&
      !had('boot.loader.grub.device') &&
      !had('boot.loader.systemd-boot.enable'),
    ours: /^boot\.loader\.(grub\.(device|efiSupport)|efi\.canTouchEfiVariables)$/,
    why: 'GRUB was given no disk before',
  },
  {
    // asserted in nixos/modules/services/desktops/pipewire/pipewire.nix
    when: ({ isOn }) => isOn('services.pulseaudio.enable'),
    ours: /^services\.pipewire\./,
    why: 'PulseAudio does the sound',
  },
  {
    // asserted in nixos/modules/services/hardware/power-profiles-daemon.nix and auto-cpufreq.nix
    when: ({ isOn }) =>
      ['services.tlp.enable', 'services.auto-cpufreq.enable', 'services.tuned.enable'].some(isOn),
    ours: /^services\.power-profiles-daemon\./,
    why: 'something else saves power',
  },
  {
    // asserted in nixos/modules/virtualisation/podman/default.nix
    when: ({ isOn }) => isOn('virtualisation.docker.enable'),
    ours: /^virtualisation\.podman\.dockerCompat$/,
    why: '`docker` is Docker’s own',
  },
  {
    // nixos/modules/programs/nh.nix warns
    when: ({ isOn }) => isOn('nix.gc.automatic'),
    ours: /^programs\.nh\.clean\./,
    why: 'nix.gc cleans up',
  },
  {
    when: ({ isOn }) => isOn('programs.nh.clean.enable'),
    ours: /^nix\.gc\./,
    why: 'nh cleans up',
  },
  {
    // two agents for the same keys, each with its sockets
    when: ({ isOn }) => isOn('programs.gnupg.agent.enable'),
    ours: /^home:services\.gpg-agent\./,
    why: 'the system runs the agent (programs.gnupg.agent)',
  },
  {
    // both would bring a `nvim`
    when: ({ isOn }) => isOn('home:programs.neovim.enable'),
    ours: /^home:programs\.nvf\.enable$/,
    why: 'Neovim is set up without nvf',
  },
  {
    // Home Manager's nixos/common.nix warns
    when: ({ has }) => has('home:nixpkgs'),
    ours: /^home-manager\.useGlobalPkgs$/,
    why: 'the home has a nixpkgs of its own (nixpkgs.config or nixpkgs.overlays in it)',
  },
  {
    // the console's own default is `us`, whatever X11 has (nixos/modules/config/console.nix)
    when: ({ has, had, answers }) =>
      had('services.xserver.xkb.layout') &&
      !had('console.keyMap') &&
      !had('console.useXkbConfig') &&
      (has('services.xserver.xkb.layout') || answers.keyboard !== 'us'),
    ours: /^console\.useXkbConfig$/,
    why: 'the text console did not follow the keyboard layout',
  },
  {
    when: (old) => keepsLoader(old) && !old.had('boot.loader.efi.canTouchEfiVariables'),
    ours: /^boot\.loader\.efi\.canTouchEfiVariables$/,
    why: 'the boot loader did not touch the firmware’s menu',
  },
  {
    when: (old) => keepsLoader(old) && !old.had('boot.loader.grub.efiSupport'),
    ours: /^boot\.loader\.grub\.efiSupport$/,
    why: 'GRUB was without EFI',
  },
  {
    when: ({ had }) => containers.some(had),
    ours: /^boot\.enableContainers$/,
    why: 'both kinds of containers were on',
  },
  {
    when: ({ had, answers: { username, fullName } }) =>
      fullName === '' &&
      had(`users.users.${username}`) &&
      !had(`users.users.${username}.description`),
    ours: /^users\.users\.[^.]+\.description$/,
    why: 'the account had no full name',
  },
  ...keptPrograms,
  ...oneLoginScreen,
];

/** Options of Home Manager by the names that they have today (its modules' `mkRenamedOptionModule`). */
const homeRenames: Readonly<Record<string, string>> = {
  'programs.git.userName': 'programs.git.settings.user.name',
  'programs.git.userEmail': 'programs.git.settings.user.email',
  'programs.git.extraConfig': 'programs.git.settings',
  'programs.git.aliases': 'programs.git.settings.alias',
  'programs.exa': 'programs.eza',
  'programs.zsh.enableAutosuggestions': 'programs.zsh.autosuggestion.enable',
  'programs.zsh.enableSyntaxHighlighting': 'programs.zsh.syntaxHighlighting.enable',
};

export function homeNameToday(path: readonly string[]): string {
  for (let length = path.length; length > 0; length -= 1) {
    const today = homeRenames[path.slice(0, length).join('.')];
    if (today !== undefined) return [today, ...path.slice(length)].join('.');
  }
  return path.join('.');
}
