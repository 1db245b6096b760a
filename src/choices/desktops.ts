/**
 * Desktops: the full ones, each with its own login screen and programs, and among them those that
 * are put together from single programs.
 */
import type { Choice, SoFar, View } from '../questions/question.js';
import { bareDesktops, type Desktop } from './bare-desktops.js';
import { notInWindows } from './in-windows.js';
import { inputMethodFor } from './input-methods.js';

/** What each full desktop has beside its own module; the bare ones say themselves what they need. */
const shared = ['modules/nixos/desktop-fonts.nix', 'modules/nixos/sound.nix'];

function full(value: string, hint: string): Choice {
  return asChoice({ value, hint, brings: { files: [`modules/nixos/${value}.nix`, ...shared] } });
}

function bare(...values: readonly string[]): readonly Choice[] {
  return bareDesktops.filter(({ value }) => values.includes(value)).map(asChoice);
}

/** A desktop, with what the README says to somebody whose language a keyboard alone can't type. */
function asChoice(desktop: Desktop): Choice {
  const { files = [] } = desktop.brings;
  return {
    ...desktop,
    view: (soFar) => ({ ...desktop.view, ...viewOf(desktop.value, soFar) }),
    brings: ({ locale }) =>
      inputMethodFor(locale) === undefined
        ? desktop.brings
        : { ...desktop.brings, files: [...files, 'parts/README.md/input-method.md'] },
  };
}

const withScreen: readonly Choice[] = [
  full('gnome', 'clear, with few settings'),
  full('plasma', 'a panel and a menu, many settings'),
  ...bare('hyprland', 'sway', 'niri'),
  full('cosmic', 'by System76: new, and tiles on request'),
  full('xfce', 'light, and has been the same for years'),
  full('cinnamon', "Linux Mint's: a panel and a menu"),
  full('mate', 'GNOME as it was in its second version'),
  full('lxqt', 'very light, for old computers too'),
  full('budgie', 'tidy, with a side bar of widgets'),
  full('pantheon', "elementary OS's: a bar and a dock"),
  ...bare('i3'),
];

export const desktops: readonly Choice[] = [
  ...withScreen.map((each) =>
    notInWindows(each, 'needs a screen of its own, which NixOS in Windows does not have'),
  ),
  { value: 'none', hint: 'a text console, as for a server' },
];

/**
 * Those that run on Wayland on both channels, as their modules in nixpkgs start them: Budgie since
 * 10.10 (26.05), Pantheon since 25.11.
 */
const onWayland = [
  ...['gnome', 'plasma', 'cosmic', 'budgie', 'pantheon'],
  ...['hyprland', 'sway', 'niri'],
];

/** Whether a desktop's programs have to be those of X11. */
export function isX11(desktop: string): boolean {
  return desktop !== 'none' && !onWayland.includes(desktop);
}

/** Whether a desktop is put together from single programs. */
export function isBare(desktop: string): boolean {
  return bareDesktops.some(({ value }) => value === desktop);
}

/** Whether a language is written in characters whose fonts, for their size, are a package of their own. */
const isCjk = (locale: string | undefined) => /^(ja|ko|zh|yue|hak|nan|cmn|lzh)_/.test(locale ?? '');

/** What templates can ask of every desktop. */
function viewOf(desktop: string, { locale, formats }: SoFar): View {
  return {
    hasDesktop: true,
    isBare: isBare(desktop),
    isWayland: onWayland.includes(desktop),
    needsCjk: isCjk(locale) || isCjk(formats),
    inputMethod: inputMethodFor(locale),
  };
}
