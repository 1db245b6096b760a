/** Colour schemes, and what templates are told of the one that is chosen. */
import { type ColorScheme, colorSchemes, type ProgramName } from '../data/color-schemes.js';
import type { Brings, Choice, SoFar } from '../questions/question.js';

export const colors: readonly Choice[] = [
  ...colorSchemes.map((scheme) => ({
    value: scheme.value,
    hint: scheme.dark ? 'dark' : 'light',
    brings,
    view: ({ theming = 'native' }: SoFar) => ({
      consoleColors: consoleColors(scheme),
      stylix: stylixView(scheme),
      scheme: schemeView(scheme, theming),
    }),
  })),
  { value: 'none', hint: 'what each program has by default' },
];

const gtk = 'modules/home-manager/gtk.nix';

/** What colours the windows of a desktop, where that is not GTK's settings alone. */
const windowsOf: Readonly<Record<string, readonly string[]>> = {
  none: [],
  lxqt: [gtk, 'modules/nixos/dconf.nix'], // the others have dconf on themselves
  pantheon: [], // its programs are drawn for its own style sheet only
  plasma: ['modules/home-manager/plasma-colors.nix'],
};

/** What a scheme touches besides the modules of programs that are chosen. */
function brings({ desktop = 'none', theming = 'native' }: SoFar): Brings {
  const windows = windowsOf[desktop] ?? [gtk];
  // as a module of Home Manager, Stylix does the same for windows, but nothing for the system
  const left = windows.filter((file) => theming !== 'stylix' || file.startsWith('modules/nixos/'));
  return { files: ['modules/nixos/console-colors.nix', ...left] };
}

/**
 * What catppuccin/nix colours for the whole of a program. It colours more, but those would have to
 * be built before the configuration can be read (starship, VS Code, swaylock; fzf on 26.05), or get
 * names for colours that their own settings then do not use (Waybar, Hyprland, Sway).
 */
const covered: readonly string[] = [
  ...['alacritty', 'foot', 'ghostty', 'kitty', 'wezterm'],
  ...['helix', 'neovimColorscheme', 'neovimPlugin', 'zed', 'zedExtension'],
  ...['bat', 'btop', 'lazygit', 'yazi', 'zellij'],
  ...['dunst', 'fuzzel', 'mako', 'rofi'],
];

/** Programs that can take the sixteen colours themselves, where they do not ship the scheme. */
const paintable = [
  ...['alacritty', 'foot', 'ghostty', 'kitty', 'wezterm'],
  ...['helix', 'vscode', 'zed', 'bat', 'btop', 'fzf', 'lazygit', 'starship'],
  ...['tmux', 'yazi', 'zellij', 'gtk', 'plasma'],
  ...['hyprland', 'hyprlock', 'i3', 'niri', 'sway', 'swaylock'],
  ...['dunst', 'fuzzel', 'mako', 'rofi', 'waybar'],
];

/** Whether a program ships the scheme; for those whose name here is another than their own. */
const shippedAs: Readonly<Record<string, ProgramName>> = { vscode: 'vscodeTheme' };

/**
 * The scheme for templates: its colours, the name that each program has for it, and in `palette`
 * the programs that have to take the colours themselves. Nothing where Stylix does it all.
 */
function schemeView(scheme: ColorScheme, theming: string): object | undefined {
  if (theming === 'stylix') return undefined;
  const done = theming === 'catppuccin' ? covered : [];
  const names = Object.entries(scheme.names).filter(([program]) => !done.includes(program));
  const palette = paintable.filter((program) => !done.includes(program) && !ships(scheme, program));
  return {
    name: scheme.value,
    title: scheme.title,
    dark: scheme.dark,
    ...Object.fromEntries(slots(scheme).map(({ slot, hex }) => [slot, hex])),
    ...Object.fromEntries(names),
    // GTK's own themes are many and die young: this one is GNOME's, which takes any colours
    gtkTheme: scheme.dark ? 'adw-gtk3-dark' : 'adw-gtk3',
    gtkPackage: 'adw-gtk3',
    flavour: scheme.value.replace('catppuccin-', ''),
    nvfBase16: scheme.names.nvfName === undefined,
    palette: Object.fromEntries(palette.map((program) => [program, true])),
  };
}

/** The scheme as Stylix takes it. */
function stylixView(scheme: ColorScheme): object {
  return { title: scheme.title, dark: scheme.dark, slots: slots(scheme) };
}

/** The colours of the Linux console, which counts as terminals do: black, red, green, … */
function consoleColors(scheme: ColorScheme): readonly string[] {
  const accents = ['08', '0B', '0A', '0D', '0E', '0C'];
  return ['00', ...accents, '05', '03', ...accents, '06'].map((slot) => hexOf(scheme, slot));
}

/** Eight of its colours, to show it in a list: background, text, and the six of a terminal. */
export function swatches(colors: string): readonly string[] {
  const scheme = colorSchemes.find(({ value }) => value === colors);
  if (scheme === undefined) return [];
  return ['00', '05', '08', '0B', '0A', '0D', '0E', '0C'].map((slot) => hexOf(scheme, slot));
}

function ships({ names }: ColorScheme, program: string): boolean {
  // what starship ships is a palette for one of its presets
  return program !== 'starship' && Object.hasOwn(names, shippedAs[program] ?? program);
}

/** Each of the sixteen with its place: base00 to base0F, six hex digits. */
function slots({ shades, colors }: ColorScheme) {
  return `${shades} ${colors}`.split(' ').map((hex, at) => ({
    slot: `base0${at.toString(16).toUpperCase()}`,
    hex,
  }));
}

function hexOf(scheme: ColorScheme, slot: string): string {
  return slots(scheme).find((each) => each.slot === `base${slot}`)?.hex ?? '';
}
