/**
 * Options that NixOS has no more. A line that sets one stops the evaluation, whatever it says. By
 * their names in `names.ts`' spelling of today; each is from nixpkgs, where the module that had it
 * says so (`mkRemovedOptionModule`), or from the change that took it out.
 */

/** Nothing is lost without them: what they asked for is so anyway, or can't be had. */
const withoutEffect: readonly string[] = [
  // hardware/graphics.nix: Mesa has both always
  'hardware.graphics.driSupport',
  'hardware.graphics.s3tcSupport',
  // services/x11/xserver.nix and services/x11/display-managers/default.nix
  'services.xserver.useGlamor',
  'services.xserver.startDbusSession',
  'services.xserver.displayManager.desktopManagerHandlesLidAndPower',
  // programs/wayland/hyprland.nix
  'programs.hyprland.nvidiaPatches',
  'programs.hyprland.enableNvidiaPatches',
  // virtualisation/docker.nix, config/zram.nix
  'virtualisation.docker.socketActivation',
  'zramSwap.numDevices',
  // nixpkgs #421549: QEMU’s own images are all there
  'virtualisation.libvirtd.qemu.ovmf',
  // GRUB 1 went in 22.05
  'boot.loader.grub.version',
  // the module of ALSA went in 24.11
  'sound',
  // NixOS-WSL (modules/default.nix and modules/systemd/default.nix)
  'wsl.nativeSystemd',
  'wsl.interop.preserveArgvZero',
  'wsl.tarball.includeConfig',
];

/** Those that something else stands for now, and what. */
const replaced: Readonly<Record<string, string>> = {
  // nixpkgs #477112: systemd lets whoever sits there use the phone
  'programs.adb': 'put pkgs.android-tools into environment.systemPackages',
  'programs.gnupg.agent.pinentryFlavor':
    'name the package, as in programs.gnupg.agent.pinentryPackage = pkgs.pinentry-gnome3',
  'boot.zfs.enableUnstable': 'set boot.zfs.package = pkgs.zfs_unstable',
  'services.pipewire.config': 'use services.pipewire.extraConfig',
  'services.pipewire.media-session': 'use services.pipewire.wireplumber',
  'wsl.docker-native': 'use virtualisation.docker',
};

export type Removed = { readonly isLoss: false } | { readonly isLoss: true; readonly todo: string };

/** The name of one of them, at the beginning of an option's. */
const anyOfThem = new RegExp(
  `^(${[...withoutEffect, ...Object.keys(replaced)].join('|').replaceAll('.', '\\.')})(?=\\.|$)`,
);

/** What became of an option, by its name today, if it is gone. */
export function removed(option: string): Removed | undefined {
  const name = anyOfThem.exec(option)?.[0];
  if (name === undefined) return undefined;
  const todo = replaced[name];
  return todo === undefined ? { isLoss: false } : { isLoss: true, todo };
}
