/**
 * Options by the names that they have today. Each rename is from nixpkgs, where the module that has
 * the option now says so (`mkRenamedOptionModule`, `mkAliasOptionModule`), or `nixos/modules/rename.nix`.
 */

/** What an option, or all below it, was called, and what it is called now. */
const renames: Readonly<Record<string, string>> = {
  'boot.cleanTmpDir': 'boot.tmp.cleanOnBoot',
  'boot.tmpOnTmpfs': 'boot.tmp.useTmpfs',
  'boot.earlyVconsoleSetup': 'console.earlySetup',
  'boot.loader.gummiboot': 'boot.loader.systemd-boot',
  'fonts.fonts': 'fonts.packages',
  'fonts.enableDefaultFonts': 'fonts.enableDefaultPackages',
  'hardware.opengl.driSupport32Bit': 'hardware.graphics.enable32Bit',
  'hardware.opengl': 'hardware.graphics',
  'hardware.pulseaudio': 'services.pulseaudio',
  'i18n.consoleFont': 'console.font',
  'i18n.consoleKeyMap': 'console.keyMap',
  'i18n.consoleUseXkbConfig': 'console.useXkbConfig',
  'nix.autoOptimiseStore': 'nix.settings.auto-optimise-store',
  'nix.binaryCaches': 'nix.settings.substituters',
  'nix.binaryCachePublicKeys': 'nix.settings.trusted-public-keys',
  'nix.trustedUsers': 'nix.settings.trusted-users',
  'nix.maxJobs': 'nix.settings.max-jobs',
  'programs.exa': 'programs.eza',
  'services.gnome3': 'services.gnome',
  'services.mingetty': 'services.getty',
  'services.openssh.passwordAuthentication': 'services.openssh.settings.PasswordAuthentication',
  'services.openssh.permitRootLogin': 'services.openssh.settings.PermitRootLogin',
  'services.sshd.enable': 'services.openssh.enable',
  'services.xserver.desktopManager.budgie': 'services.desktopManager.budgie',
  'services.xserver.desktopManager.gnome': 'services.desktopManager.gnome',
  'services.xserver.desktopManager.gnome3': 'services.desktopManager.gnome',
  'services.xserver.desktopManager.pantheon': 'services.desktopManager.pantheon',
  'services.xserver.desktopManager.plasma6': 'services.desktopManager.plasma6',
  'services.xserver.displayManager.autoLogin': 'services.displayManager.autoLogin',
  'services.xserver.displayManager.defaultSession': 'services.displayManager.defaultSession',
  'services.xserver.displayManager.gdm': 'services.displayManager.gdm',
  'services.xserver.displayManager.sddm': 'services.displayManager.sddm',
  'services.xserver.layout': 'services.xserver.xkb.layout',
  'services.xserver.libinput': 'services.libinput',
  'services.xserver.xkbDir': 'services.xserver.xkb.dir',
  'services.xserver.xkbModel': 'services.xserver.xkb.model',
  'services.xserver.xkbOptions': 'services.xserver.xkb.options',
  'services.xserver.xkbVariant': 'services.xserver.xkb.variant',
  'users.extraGroups': 'users.groups',
  'users.extraUsers': 'users.users',
};

const byOldName: ReadonlyMap<string, string> = new Map(Object.entries(renames));

/** An option's name as it is spelled today: `services.xserver.layout` → `services.xserver.xkb.layout`. */
export function nameToday(path: readonly string[]): string {
  let name = '';
  let renamed: string | undefined;
  // the longest that has another name decides, so the last that is found
  for (const [at, part] of path.entries()) {
    name = at === 0 ? part : `${name}.${part}`;
    const today = byOldName.get(name);
    if (today !== undefined) renamed = today;
    else if (renamed !== undefined) renamed = `${renamed}.${part}`;
  }
  return renamed ?? name;
}
