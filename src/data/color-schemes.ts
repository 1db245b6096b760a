/**
 * Colour schemes: sixteen colours each, and the name that each program which ships the scheme has
 * for it.
 *
 * Sources, read in August 2026: the palettes are tinted-theming/schemes' (base16); Tokyo Night's is
 * of folke/tokyonight.nvim's style `night` by the roles of its terminal colours, because the base16
 * file of that name has red, yellow and blue in places of their own. The names are those of the
 * programs' repositories, of versions that nixpkgs 26.05 has: Ghostty (iTerm2-Color-Schemes), kitty
 * (kitty-themes), Alacritty (alacritty-theme), WezTerm, foot 1.26, Helix, bat, btop, Zellij, nvf,
 * Zed (its own themes and zed-industries/extensions), and of nixpkgs' vscode-extensions and
 * vimPlugins, doom-themes and base16-emacs.
 */

/** A program's name for a scheme, or for what it needs to show it. */
export type ProgramName =
  | 'ghostty'
  | 'kitty'
  | 'alacritty'
  | 'wezterm'
  | 'foot'
  | 'helix'
  | 'bat'
  | 'btop'
  | 'zellij'
  | 'starship'
  | 'zed'
  | 'zedExtension'
  | 'vscodeTheme'
  | 'vscodeExtension'
  | 'nvfName'
  | 'nvfStyle'
  | 'neovimPlugin'
  | 'neovimColorscheme'
  | 'vimPlugin'
  | 'vimColorscheme'
  | 'emacsPackage'
  | 'emacsTheme';

type Names = Readonly<Partial<Record<ProgramName, string>>>;

export interface ColorScheme {
  readonly value: string;
  readonly title: string;
  readonly dark: boolean;
  /** base00 to base07: from the background to the strongest text. */
  readonly shades: string;
  /** base08 to base0F: red, orange, yellow, green, cyan, blue, purple, brown. */
  readonly colors: string;
  /** What a program is not here for, it does not ship: it takes the colours themselves. */
  readonly names: Names;
}

/** One of Catppuccin's flavours, whose names are all made alike. */
function catppuccin(flavour: string, dark: boolean, shades: string, colors: string): ColorScheme {
  const plain = flavour[0]?.toUpperCase() + flavour.slice(1);
  const title = `Catppuccin ${flavour === 'frappe' ? 'Frappé' : plain}`;
  return {
    ...{ value: `catppuccin-${flavour}`, title, dark, shades, colors },
    names: {
      ghostty: `Catppuccin ${plain}`,
      kitty: `Catppuccin-${plain}`,
      alacritty: `catppuccin_${flavour}`,
      wezterm: `Catppuccin ${plain}`,
      foot: `catppuccin-${flavour}`,
      helix: `catppuccin_${flavour}`,
      bat: `Catppuccin ${plain}`,
      zellij: `catppuccin-${flavour}`,
      starship: `catppuccin_${flavour}`,
      zed: title,
      zedExtension: 'catppuccin',
      vscodeTheme: title,
      vscodeExtension: 'catppuccin.catppuccin-vsc',
      nvfName: 'catppuccin',
      nvfStyle: flavour,
      neovimPlugin: 'catppuccin-nvim',
      neovimColorscheme: `catppuccin-${flavour}`,
      ...vim(`catppuccin-${flavour}`),
      ...base16Emacs(`catppuccin-${flavour}`),
    },
  };
}

/** For Vim, one plugin has them all. */
function vim(base16: string): Names {
  return { vimPlugin: 'tinted-vim', vimColorscheme: `base16-${base16}` };
}

function doomEmacs(theme: string): Names {
  return { emacsPackage: 'doom-themes', emacsTheme: `doom-${theme}` };
}

function base16Emacs(base16: string): Names {
  return { emacsPackage: 'base16-theme', emacsTheme: `base16-${base16}` };
}

export const colorSchemes: readonly ColorScheme[] = [
  catppuccin(
    'latte',
    false,
    'eff1f5 e6e9ef ccd0da bcc0cc acb0be 4c4f69 dc8a78 7287fd',
    'd20f39 fe640b df8e1d 40a02b 179299 1e66f5 8839ef dd7878',
  ),
  catppuccin(
    'frappe',
    true,
    '303446 292c3c 414559 51576d 626880 c6d0f5 f2d5cf babbf1',
    'e78284 ef9f76 e5c890 a6d189 81c8be 8caaee ca9ee6 eebebe',
  ),
  catppuccin(
    'macchiato',
    true,
    '24273a 1e2030 363a4f 494d64 5b6078 cad3f5 f4dbd6 b7bdf8',
    'ed8796 f5a97f eed49f a6da95 8bd5ca 8aadf4 c6a0f6 f0c6c6',
  ),
  catppuccin(
    'mocha',
    true,
    '1e1e2e 181825 313244 45475a 585b70 cdd6f4 f5e0dc b4befe',
    'f38ba8 fab387 f9e2af a6e3a1 94e2d5 89b4fa cba6f7 f2cdcd',
  ),
  {
    value: 'gruvbox-dark',
    title: 'Gruvbox Dark',
    dark: true,
    shades: '282828 3c3836 504945 665c54 bdae93 d5c4a1 ebdbb2 fbf1c7',
    colors: 'fb4934 fe8019 fabd2f b8bb26 8ec07c 83a598 d3869b d65d0e',
    names: {
      ghostty: 'Gruvbox Dark',
      kitty: 'gruvbox-dark',
      alacritty: 'gruvbox_dark',
      wezterm: 'GruvboxDark',
      foot: 'gruvbox-dark',
      helix: 'gruvbox',
      bat: 'gruvbox-dark',
      btop: 'gruvbox_dark',
      zellij: 'gruvbox-dark',
      zed: 'Gruvbox Dark',
      vscodeTheme: 'Gruvbox Dark Medium',
      vscodeExtension: 'jdinhlife.gruvbox',
      nvfName: 'gruvbox',
      nvfStyle: 'dark',
      neovimPlugin: 'gruvbox-nvim',
      neovimColorscheme: 'gruvbox',
      ...vim('gruvbox-dark-medium'),
      ...doomEmacs('gruvbox'),
    },
  },
  {
    value: 'gruvbox-light',
    title: 'Gruvbox Light',
    dark: false,
    shades: 'fbf1c7 ebdbb2 d5c4a1 bdae93 665c54 504945 3c3836 282828',
    colors: '9d0006 af3a03 b57614 79740e 427b58 076678 8f3f71 d65d0e',
    names: {
      ghostty: 'Gruvbox Light',
      kitty: 'gruvbox-light',
      alacritty: 'gruvbox_light',
      wezterm: 'GruvboxLight',
      foot: 'gruvbox-light',
      helix: 'gruvbox_light',
      bat: 'gruvbox-light',
      btop: 'gruvbox_light',
      zellij: 'gruvbox-light',
      zed: 'Gruvbox Light',
      vscodeTheme: 'Gruvbox Light Medium',
      vscodeExtension: 'jdinhlife.gruvbox',
      nvfName: 'gruvbox',
      nvfStyle: 'light',
      neovimPlugin: 'gruvbox-nvim',
      neovimColorscheme: 'gruvbox',
      ...vim('gruvbox-light-medium'),
      ...doomEmacs('gruvbox-light'),
    },
  },
  {
    value: 'nord',
    title: 'Nord',
    dark: true,
    shades: '2e3440 3b4252 434c5e 4c566a d8dee9 e5e9f0 eceff4 8fbcbb',
    colors: 'bf616a d08770 ebcb8b a3be8c 88c0d0 81a1c1 b48ead 5e81ac',
    names: {
      ghostty: 'Nord',
      kitty: 'Nord',
      alacritty: 'nord',
      wezterm: 'nord',
      foot: 'nord',
      helix: 'nord',
      bat: 'Nord',
      btop: 'nord',
      zellij: 'nord',
      zed: 'Nord Dark',
      zedExtension: 'nord',
      vscodeTheme: 'Nord',
      vscodeExtension: 'arcticicestudio.nord-visual-studio-code',
      nvfName: 'nord',
      neovimPlugin: 'nord-nvim',
      neovimColorscheme: 'nord',
      ...vim('nord'),
      ...doomEmacs('nord'),
    },
  },
  {
    value: 'tokyo-night',
    title: 'Tokyo Night',
    dark: true,
    shades: '1a1b26 16161e 292e42 565f89 737aa2 c0caf5 c0caf5 d5d6db',
    colors: 'f7768e ff9e64 e0af68 9ece6a 7dcfff 7aa2f7 bb9af7 db4b4b',
    names: {
      ghostty: 'TokyoNight Night',
      kitty: 'tokyo_night_night',
      alacritty: 'tokyo_night',
      wezterm: 'tokyonight_night',
      foot: 'tokyonight-night',
      helix: 'tokyonight',
      btop: 'tokyo-night',
      zellij: 'tokyo-night',
      zed: 'Tokyo Night',
      zedExtension: 'tokyo-night',
      vscodeTheme: 'Tokyo Night',
      vscodeExtension: 'enkia.tokyo-night',
      nvfName: 'tokyonight',
      nvfStyle: 'night',
      neovimPlugin: 'tokyonight-nvim',
      neovimColorscheme: 'tokyonight-night',
      ...vim('tokyo-night-dark'),
      ...doomEmacs('tokyo-night'),
    },
  },
  {
    value: 'dracula',
    title: 'Dracula',
    dark: true,
    shades: '282a36 363447 44475a 6272a4 9ea8c7 f8f8f2 f0f1f4 ffffff',
    colors: 'ff5555 ffb86c f1fa8c 50fa7b 8be9fd 80bfff ff79c6 bd93f9',
    names: {
      ghostty: 'Dracula',
      kitty: 'Dracula',
      alacritty: 'dracula',
      wezterm: 'Dracula (Official)',
      foot: 'dracula',
      helix: 'dracula',
      bat: 'Dracula',
      btop: 'dracula',
      zellij: 'dracula',
      zed: 'Dracula',
      zedExtension: 'dracula',
      vscodeTheme: 'Dracula Theme',
      vscodeExtension: 'dracula-theme.theme-dracula',
      nvfName: 'dracula',
      neovimPlugin: 'dracula-nvim',
      neovimColorscheme: 'dracula',
      ...vim('dracula'),
      ...doomEmacs('dracula'),
    },
  },
  {
    value: 'rose-pine',
    title: 'Rosé Pine',
    dark: true,
    shades: '191724 1f1d2e 26233a 6e6a86 908caa e0def4 e0def4 524f67',
    colors: 'eb6f92 f6c177 ebbcba 31748f 9ccfd8 c4a7e7 f6c177 524f67',
    names: {
      ghostty: 'Rose Pine',
      kitty: 'rose-pine',
      alacritty: 'rose_pine',
      wezterm: 'rose-pine',
      foot: 'rose-pine',
      helix: 'rose_pine',
      zed: 'Rosé Pine',
      zedExtension: 'rose-pine-theme',
      vscodeTheme: 'Rosé Pine',
      vscodeExtension: 'mvllow.rose-pine',
      nvfName: 'rose-pine',
      nvfStyle: 'main',
      neovimPlugin: 'rose-pine',
      neovimColorscheme: 'rose-pine-main',
      ...vim('rose-pine'),
      ...base16Emacs('rose-pine'),
    },
  },
  {
    // the middle one of its three contrasts, which Ghostty does not ship yet
    value: 'everforest',
    title: 'Everforest Dark',
    dark: true,
    shades: '2d353b 343f44 475258 859289 9da9a0 d3c6aa e6e2cc fdf6e3',
    colors: 'e67e80 e69875 dbbc7f a7c080 83c092 7fbbb3 d699b6 9da9a0',
    names: {
      kitty: 'everforest_dark_medium',
      alacritty: 'everforest_dark',
      wezterm: 'Everforest Dark Medium (Gogh)',
      helix: 'everforest_dark',
      btop: 'everforest-dark-medium',
      zellij: 'everforest-dark',
      zed: 'Everforest Dark Medium (regular)',
      zedExtension: 'everforest',
      nvfName: 'everforest',
      nvfStyle: 'medium',
      neovimPlugin: 'everforest',
      neovimColorscheme: 'everforest',
      ...vim('everforest'),
      ...base16Emacs('everforest'),
    },
  },
  {
    value: 'solarized-dark',
    title: 'Solarized Dark',
    dark: true,
    shades: '002b36 073642 586e75 657b83 839496 93a1a1 eee8d5 fdf6e3',
    colors: 'dc322f cb4b16 b58900 859900 2aa198 268bd2 6c71c4 d33682',
    names: {
      ghostty: 'iTerm2 Solarized Dark',
      kitty: 'Solarized_Dark',
      alacritty: 'solarized_dark',
      wezterm: 'Builtin Solarized Dark',
      foot: 'solarized-dark',
      helix: 'solarized_dark',
      bat: 'Solarized (dark)',
      btop: 'solarized_dark',
      zellij: 'solarized-dark',
      zed: 'Solarized Dark',
      zedExtension: 'solarized',
      vscodeTheme: 'Solarized Dark',
      nvfName: 'solarized',
      nvfStyle: 'dark',
      neovimPlugin: 'solarized-nvim',
      neovimColorscheme: 'solarized',
      ...vim('solarized-dark'),
      ...doomEmacs('solarized-dark'),
    },
  },
  {
    value: 'solarized-light',
    title: 'Solarized Light',
    dark: false,
    shades: 'fdf6e3 eee8d5 93a1a1 839496 657b83 586e75 073642 002b36',
    colors: 'dc322f cb4b16 b58900 859900 2aa198 268bd2 6c71c4 d33682',
    names: {
      ghostty: 'iTerm2 Solarized Light',
      kitty: 'Solarized_Light',
      alacritty: 'solarized_light',
      wezterm: 'Builtin Solarized Light',
      foot: 'solarized-light',
      helix: 'solarized_light',
      bat: 'Solarized (light)',
      btop: 'solarized_light',
      zellij: 'solarized-light',
      zed: 'Solarized Light',
      zedExtension: 'solarized',
      vscodeTheme: 'Solarized Light',
      nvfName: 'solarized',
      nvfStyle: 'light',
      neovimPlugin: 'solarized-nvim',
      neovimColorscheme: 'solarized',
      ...vim('solarized-light'),
      ...doomEmacs('solarized-light'),
    },
  },
  {
    value: 'kanagawa',
    title: 'Kanagawa Wave',
    dark: true,
    shades: '1f1f28 16161d 223249 54546d 727169 dcd7ba c8c093 717c7c',
    colors: 'c34043 ffa066 c0a36e 76946a 6a9589 7e9cd8 957fb8 d27e99',
    names: {
      ghostty: 'Kanagawa Wave',
      kitty: 'kanagawa',
      alacritty: 'kanagawa_wave',
      wezterm: 'Kanagawa (Gogh)',
      helix: 'kanagawa',
      btop: 'kanagawa-wave',
      zellij: 'kanagawa',
      zed: 'Kanagawa Wave',
      zedExtension: 'kanagawa-themes',
      neovimPlugin: 'kanagawa-nvim',
      neovimColorscheme: 'kanagawa-wave',
      ...vim('kanagawa'),
      ...base16Emacs('kanagawa'),
    },
  },
  {
    value: 'one-dark',
    title: 'One Dark',
    dark: true,
    shades: '282c34 353b45 3e4451 545862 565c64 abb2bf b6bdca c8ccd4',
    colors: 'e06c75 d19a66 e5c07b 98c379 56b6c2 61afef c678dd be5046',
    names: {
      ghostty: 'Atom One Dark',
      kitty: 'OneDark',
      alacritty: 'one_dark',
      wezterm: 'OneDark (base16)',
      foot: 'onedark',
      helix: 'onedark',
      bat: 'TwoDark',
      btop: 'onedark',
      zellij: 'onedark',
      zed: 'One Dark',
      vscodeTheme: 'One Dark Pro',
      vscodeExtension: 'zhuangtongfa.material-theme',
      nvfName: 'onedark',
      nvfStyle: 'dark',
      neovimPlugin: 'onedark-nvim',
      neovimColorscheme: 'onedark',
      ...vim('onedark'),
      ...doomEmacs('one'),
    },
  },
];
