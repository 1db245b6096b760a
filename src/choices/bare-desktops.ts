/**
 * Desktops that are one compositor or window manager: each brings the programs of a whole session.
 *
 * What starts a session at the login, also without asking, is `sessionCommand`: it is what the
 * compositor's own file in `wayland-sessions` runs, for the login screen has no list of sessions.
 */
import type { Brings, Choice, View } from '../questions/question.js';

/** What every session has, whatever draws its windows. */
const shared = [
  'modules/nixos/desktop-fonts.nix',
  'modules/nixos/file-manager.nix',
  'modules/nixos/sound.nix',
  'modules/home-manager/desktop-helpers.nix',
  'modules/home-manager/wallpaper.nix',
];

/** What the sessions on Wayland have in common. */
const onWayland = [
  'modules/nixos/greetd.nix',
  'modules/home-manager/fuzzel.nix',
  'modules/home-manager/mako.nix',
  'modules/home-manager/waybar.nix',
];

/** The system's part, the user's part, the keys, their table in the README, and further programs. */
function session(name: string, general: readonly string[], own: readonly string[]): Brings {
  return {
    files: [
      `modules/nixos/${name}.nix`,
      `modules/home-manager/${name}.nix`,
      `modules/home-manager/${name}-keys.nix`,
      `parts/README.md/${name}.md`,
      ...shared,
      ...general,
      ...own.map((program) => `modules/home-manager/${program}.nix`),
    ],
  };
}

/** One whose files are the same whatever else is answered. */
export type Desktop = Choice & { readonly brings: Brings; readonly view?: View };

export const bareDesktops: readonly Desktop[] = [
  {
    value: 'hyprland',
    hint: 'tiles windows, with animations',
    brings: session('hyprland', onWayland, ['hypridle', 'hyprlock', 'screenshot']),
    // https://github.com/hyprwm/Hyprland/blob/v0.56.2/systemd/hyprland-uwsm.desktop
    view: { sessionCommand: 'uwsm start -e -D Hyprland hyprland.desktop' },
  },
  {
    value: 'sway',
    hint: 'tiles windows, plain and solid',
    brings: session('sway', onWayland, ['screenshot', 'swayidle', 'swaylock']),
    // https://github.com/swaywm/sway/blob/1.12/sway.desktop
    view: { sessionCommand: 'sway' },
  },
  {
    value: 'niri',
    hint: 'windows in a row that scrolls',
    brings: session('niri', onWayland, ['swayidle', 'swaylock']),
    // https://github.com/niri-wm/niri/blob/v26.04/resources/niri.desktop
    view: { sessionCommand: 'niri-session' },
  },
  {
    value: 'i3',
    hint: 'tiles windows, on X11',
    brings: session('i3', [], ['dunst', 'i3lock', 'i3status-rust', 'rofi', 'screenshot']),
  },
];
