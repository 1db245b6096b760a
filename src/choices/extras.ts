/** Services and tools, of which a person can have several. */
import type { Brings, Choice, SoFar } from '../questions/question.js';
import { isBare } from './desktops.js';
import { notInWindows } from './in-windows.js';

const nixosModule = (name: string) => `modules/nixos/${name}.nix`;
const homeModule = (name: string) => `modules/home-manager/${name}.nix`;
const readmePart = (name: string) => `parts/README.md/${name}.md`;

/** What a bare desktop has to start itself, where others look at what is installed. */
const withApplet = (name: string, files: readonly string[]) => (soFar: SoFar) => ({
  files: isBare(soFar['desktop'] ?? '') ? [...files, homeModule(name)] : files,
});

const needsDesktop = (soFar: SoFar) =>
  (soFar['desktop'] ?? 'none') === 'none' ? 'needs a desktop' : undefined;

/** Valve builds Steam for one kind of processor, under a licence of its own. */
function steamRefused(soFar: SoFar): string | undefined {
  if (soFar['unfree'] === 'no') return 'needs unfree packages';
  return soFar['system'] === 'x86_64-linux' ? undefined : 'needs an x86_64 processor';
}

/** A home's module, with a section in the README or without. */
const home = (name: string) => ({ files: [homeModule(name)] });
const homeAndReadme = (name: string) => ({ files: [homeModule(name), readmePart(name)] });

/** A system's module, with a section in the README or without. */
const nixos = (name: string) => ({ files: [nixosModule(name)] });
const nixosAndReadme = (name: string) => ({ files: [nixosModule(name), readmePart(name)] });

/**
 * NixOS's own containers are on by default, and with a state version of before 22.05 they can't be
 * beside others (nixos/modules/virtualisation/nixos-containers.nix).
 */
function containers(brings: Brings): (soFar: SoFar) => Brings {
  return ({ stateVersion = '' }) =>
    stateVersion >= '22.05'
      ? brings
      : { ...brings, files: [...(brings.files ?? []), 'parts/configuration.nix/containers.nix'] };
}

const services: readonly Choice[] = [
  { value: 'printing', hint: 'on a cable and in the network', brings: nixos('printing') },
  {
    value: 'bluetooth',
    hint: 'headsets, mice, keyboards',
    brings: withApplet('bluetooth', [nixosModule('bluetooth')]),
  },
  {
    value: 'docker',
    hint: 'containers',
    brings: containers({
      ...nixosAndReadme('docker'),
      groups: [{ name: 'docker', why: 'may use Docker, which is as good as being root' }],
    }),
  },
  {
    value: 'podman',
    hint: 'containers without root',
    brings: containers(nixos('podman')),
  },
  {
    value: 'libvirt',
    hint: 'virtual machines, with QEMU',
    brings: {
      ...nixosAndReadme('libvirt'),
      groups: [{ name: 'libvirtd', why: 'may use virtual machines' }],
    },
  },
  {
    value: 'steam',
    hint: 'with GameMode, MangoHud and Gamescope',
    refused: steamRefused,
    brings: {
      ...nixosAndReadme('steam'),
      groups: [{ name: 'gamemode', why: 'may have games run at full speed' }],
    },
  },
  { value: 'flatpak', hint: 'programs from Flathub', brings: nixosAndReadme('flatpak') },
  { value: 'appimage', hint: 'programs in one file', brings: nixos('appimage') },
  {
    value: 'tailscale',
    hint: 'a private network of your computers',
    brings: nixosAndReadme('tailscale'),
  },
  {
    value: 'syncthing',
    hint: 'the same folders on several devices',
    brings: {
      files: [
        nixosModule('syncthing'),
        'parts/configuration.nix/syncthing.nix',
        readmePart('syncthing'),
      ],
    },
  },
  {
    value: 'kde-connect',
    hint: 'phone and computer together',
    refused: needsDesktop,
    brings: withApplet('kde-connect', [nixosModule('kde-connect'), readmePart('kde-connect')]),
  },
  { value: 'fwupd', hint: 'updates of the firmware', brings: nixosAndReadme('fwupd') },
  {
    value: 'power-profiles',
    hint: 'saving power, or full speed',
    brings: nixos('power-profiles'),
  },
  { value: 'zram', hint: 'swap in compressed memory', brings: nixos('zram') },
];

const forNix: readonly Choice[] = [
  {
    value: 'nh',
    hint: 'rebuilds that show what changes',
    brings: {
      files: [nixosModule('nh'), 'parts/configuration.nix/nh.nix', readmePart('nh')],
    },
  },
  { value: 'direnv', hint: 'tools for one project', brings: homeAndReadme('direnv') },
  { value: 'nix-ld', hint: 'programs made for other Linuxes', brings: nixos('nix-ld') },
  {
    value: 'nix-index',
    hint: 'which package has a command',
    brings: homeAndReadme('nix-index'),
  },
  {
    value: 'auto-upgrade',
    hint: 'newer versions every night',
    brings: { files: ['hosts/HOST/auto-upgrade.nix', readmePart('auto-upgrade')] },
  },
];

const forTerminals: readonly Choice[] = [
  { value: 'tmux', hint: 'several shells in one window', brings: home('tmux') },
  { value: 'zellij', hint: 'shells in one window, keys in sight', brings: home('zellij') },
  { value: 'fzf', hint: 'finds as you type', brings: home('fzf') },
  { value: 'zoxide', hint: 'cd that remembers', brings: home('zoxide') },
  { value: 'atuin', hint: 'history that can be searched', brings: homeAndReadme('atuin') },
  { value: 'eza', hint: 'ls with colours and icons', brings: home('eza') },
  { value: 'bat', hint: 'cat with colours', brings: home('bat') },
  { value: 'ripgrep', hint: 'grep, faster', brings: home('ripgrep') },
  { value: 'btop', hint: 'what keeps the computer busy', brings: home('btop') },
  { value: 'yazi', hint: 'a file manager', brings: home('yazi') },
  { value: 'lazygit', hint: 'git without its commands', brings: home('lazygit') },
  { value: 'gh', hint: 'GitHub', brings: homeAndReadme('gh') },
  { value: 'jujutsu', hint: 'another way to work in a git repo', brings: home('jujutsu') },
  { value: 'gpg', hint: 'signs and encrypts', brings: homeAndReadme('gpg') },
];

/** Services for devices, firmware and memory that Windows does not hand on. */
const ofTheComputer = ['bluetooth', 'fwupd', 'power-profiles', 'zram'];

export const extras: readonly Choice[] = [
  ...services.map((each) =>
    ofTheComputer.includes(each.value)
      ? notInWindows(each, 'is for what Windows looks after itself')
      : each,
  ),
  ...forNix,
  ...forTerminals,
];
