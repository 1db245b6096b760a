/**
 * What changed from release to release in the file that the graphical installer writes: the
 * history of `modules/nixos/main.py` in calamares-nixos-extensions, which stands in nixpkgs
 * (`pkgs/by-name/ca/calamares-nixos-extensions`) since 25.11.
 */

/** How LUKS devices are unlocked, beside what the hardware file says of them. */
type Keyfile =
  /** A keyfile in the initial RAM disk of every encrypted machine (until 0.3.12). */
  | 'always'
  /** A keyfile for all but the root (0.3.13). */
  | 'not the root'
  /** A keyfile where GRUB unlocks the disk (0.3.14 to 0.3.18). */
  | 'GRUB'
  /** As before, below `/boot`, and only where `/boot` is encrypted itself (since 0.3.19). */
  | 'encrypted /boot';

/** Where Firefox stands: among the system's packages, the user's, or as an option. */
type Firefox = 'system' | 'user' | 'option';

/** One version of the installer. */
export interface Installer {
  readonly stateVersion: string;
  readonly keyfile: Keyfile;
  readonly firefox: Firefox;
  /** The desktops that it offers, by its own ids; an empty id is none. */
  readonly desktops: readonly string[];
  /** Options that it spells in a way that was given up later. */
  readonly oldSpelling: {
    readonly xkb: boolean;
    readonly sddm: boolean;
    readonly autoLogin: boolean;
    readonly pulseaudio: boolean;
    readonly gnome: boolean;
    readonly pantheon: boolean;
    readonly budgie: boolean;
  };
  /** Whether it sets `sound.enable`, which was for ALSA. */
  readonly hasSound: boolean;
  /** Whether the EFI partition is mounted at `/boot/efi`. */
  readonly hasEfiMountPoint: boolean;
  /** Whether it can write the newest kernel (`/etc/nixos-generate-config.conf`). */
  readonly canHaveLatestKernel: boolean;
  /** Whether it has a line of its own for a btrfs root with GRUB. */
  readonly knowsBtrfs: boolean;
  readonly quotesUser: boolean;
  /** Whether GNOME gets an X server, and its automatic login the remedy for nixpkgs' issue 103746. */
  readonly gnomeNeedsX: boolean;
  /** Whether a line of its own code stood in a comment (issue 9 of its repository). */
  readonly hasSlip: boolean;
}

const everyDesktop = ['gnome', 'xfce', 'pantheon', 'cinnamon', 'mate', 'enlightenment', 'lxqt'];
const none = '';

const first: Installer = {
  stateVersion: '22.05',
  keyfile: 'always',
  firefox: 'system',
  desktops: [...everyDesktop, 'plasma', none],
  oldSpelling: {
    xkb: true,
    sddm: true,
    autoLogin: true,
    pulseaudio: true,
    gnome: true,
    pantheon: true,
    budgie: true,
  },
  hasSound: true,
  hasEfiMountPoint: true,
  canHaveLatestKernel: false,
  knowsBtrfs: false,
  quotesUser: false,
  gnomeNeedsX: true,
  hasSlip: true,
};

const from2211: Installer = { ...first, stateVersion: '22.11', firefox: 'user', hasSlip: false };

const from2305: Installer = {
  ...from2211,
  stateVersion: '23.05',
  desktops: [...from2211.desktops, 'budgie'],
  hasEfiMountPoint: false,
};

const desktops2311 = [...from2305.desktops, 'deepin'];

const from2311: Installer = {
  ...from2305,
  stateVersion: '23.11',
  keyfile: 'GRUB',
  desktops: desktops2311,
};

const from2405: Installer = {
  ...from2311,
  stateVersion: '24.05',
  firefox: 'option',
  desktops: [...everyDesktop, 'budgie', 'deepin', 'plasma5', 'plasma6', none],
  oldSpelling: { ...from2311.oldSpelling, sddm: false },
  hasSound: false,
};

const withXkb: Installer = { ...from2405, oldSpelling: { ...from2405.oldSpelling, xkb: false } };

const from2411: Installer = { ...withXkb, stateVersion: '24.11', keyfile: 'encrypted /boot' };

const from2505: Installer = {
  ...from2411,
  stateVersion: '25.05',
  desktops: [...everyDesktop, 'budgie', 'deepin', 'plasma6', none],
  oldSpelling: { ...from2411.oldSpelling, autoLogin: false, pulseaudio: false },
  canHaveLatestKernel: true,
};

const from2511: Installer = {
  ...from2505,
  stateVersion: '25.11',
  desktops: [...everyDesktop, 'budgie', 'plasma6', none],
  oldSpelling: { ...from2505.oldSpelling, pantheon: false },
};

const from2605: Installer = {
  ...from2511,
  stateVersion: '26.05',
  oldSpelling: { ...from2511.oldSpelling, budgie: false },
  knowsBtrfs: true,
  quotesUser: true,
};

/** By the release that came with it. Of some releases later images have a newer installer. */
export const installers = {
  '22.05': first,
  '22.11': from2211,
  '23.05': from2305,
  '23.05 of August 2023': { ...from2305, keyfile: 'not the root', desktops: desktops2311 },
  '23.11': from2311,
  '24.05': from2405,
  '24.05 of June 2024': withXkb,
  '24.11': from2411,
  '25.05': from2505,
  '25.11': from2511,
  '26.05': from2605,
  // as nixpkgs' pull request 536241 describes it
  unstable: {
    ...from2605,
    stateVersion: '26.11',
    oldSpelling: { ...from2605.oldSpelling, gnome: false },
    gnomeNeedsX: false,
  },
} as const satisfies Readonly<Record<string, Installer>>;

export type Release = keyof typeof installers;

export const releases = Object.keys(installers) as readonly Release[];
