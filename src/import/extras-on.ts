/**
 * Which of the services and tools a machine has on, by the options that switch them on: today's
 * spelling, those before it, and for tools Home Manager's.
 */
import type { Definition } from '../nix/definitions.js';
import type { OldConfiguration } from './old.js';

/** By the value of the choice: any of these options, set to true, means that it is there. */
const switches: Readonly<Record<string, readonly string[]>> = {
  printing: ['services.printing.enable'],
  bluetooth: ['hardware.bluetooth.enable', 'services.blueman.enable'],
  docker: ['virtualisation.docker.enable', 'virtualisation.docker.rootless.enable'],
  podman: ['virtualisation.podman.enable', 'services.podman.enable'],
  libvirt: ['virtualisation.libvirtd.enable'],
  steam: ['programs.steam.enable'],
  flatpak: ['services.flatpak.enable'],
  appimage: ['programs.appimage.enable', 'programs.appimage.binfmt'],
  tailscale: ['services.tailscale.enable'],
  syncthing: ['services.syncthing.enable'],
  'kde-connect': ['programs.kdeconnect.enable', 'services.kdeconnect.enable'],
  fwupd: ['services.fwupd.enable'],
  'power-profiles': ['services.power-profiles-daemon.enable'],
  zram: ['zramSwap.enable', 'services.zram-generator.enable'],
  nh: ['programs.nh.enable'],
  direnv: ['programs.direnv.enable'],
  'nix-ld': ['programs.nix-ld.enable', 'programs.nix-ld.dev.enable'],
  'nix-index': ['programs.nix-index.enable', 'programs.nix-index-database.comma.enable'],
  'auto-upgrade': ['system.autoUpgrade.enable'],
  tmux: ['programs.tmux.enable'],
  zellij: ['programs.zellij.enable'],
  fzf: ['programs.fzf.enable', 'programs.fzf.keybindings', 'programs.fzf.fuzzyCompletion'],
  zoxide: ['programs.zoxide.enable'],
  atuin: ['programs.atuin.enable'],
  eza: ['programs.eza.enable'],
  bat: ['programs.bat.enable'],
  ripgrep: ['programs.ripgrep.enable'],
  btop: ['programs.btop.enable'],
  yazi: ['programs.yazi.enable'],
  lazygit: ['programs.lazygit.enable'],
  gh: ['programs.gh.enable'],
  jujutsu: ['programs.jujutsu.enable'],
  gpg: ['programs.gpg.enable', 'programs.gnupg.agent.enable', 'services.gpg-agent.enable'],
};

function switchesOn(old: OldConfiguration, extra: string): readonly Definition[] {
  const on = switches[extra]?.filter((option) => old.isOn(option)) ?? [];
  return on.flatMap((option) => old.find(option) ?? []);
}

/** Those that are on, in the order of the choices. */
export function switchedOn(old: OldConfiguration): readonly string[] {
  return Object.keys(switches).filter((extra) => switchesOn(old, extra).length > 0);
}

/** What switches on those that are not among the ones taken. */
export function switchedOff(
  old: OldConfiguration,
  taken: readonly string[],
): readonly Definition[] {
  const declined = Object.keys(switches).filter((extra) => !taken.includes(extra));
  return declined.flatMap((extra) => switchesOn(old, extra));
}
