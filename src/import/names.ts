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

/** What is known of the names that begin in a way: what that is called now, and what follows on it. */
interface Beginning {
  today?: string;
  readonly next: Map<string, Beginning>;
}

/** By their parts, since most names differ from all of these in the first or second. */
const oldNames: Beginning = { next: new Map() };
for (const [old, today] of Object.entries(renames)) {
  let at = oldNames;
  for (const part of old.split('.')) {
    const next = at.next.get(part) ?? { next: new Map() };
    at.next.set(part, next);
    at = next;
  }
  at.today = today;
}

/** An option's name as it is spelled today: `services.xserver.layout` → `services.xserver.xkb.layout`. */
export function nameToday(path: readonly string[]): string {
  let renamed: string | undefined;
  let length = 0;
  let at: Beginning | undefined = oldNames;
  // the longest that has another name decides, so the last that is found
  for (let depth = 0; depth < path.length; depth += 1) {
    at = at.next.get(path[depth] as string);
    if (at === undefined) break;
    if (at.today !== undefined) {
      renamed = at.today;
      length = depth + 1;
    }
  }
  if (renamed === undefined) return path.join('.');
  return [renamed, ...path.slice(length)].join('.');
}
