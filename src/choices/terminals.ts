/** Terminal emulators. */
import type { Choice } from '../questions/question.js';
import { isBare, isX11 } from './desktops.js';

export const terminals: readonly Choice[] = [
  { value: 'ghostty', hint: 'fast, with sensible defaults', ...home('ghostty') },
  { value: 'kitty', hint: 'shows pictures; tabs and splits', ...home('kitty') },
  { value: 'alacritty', hint: 'fast and plain: no tabs', ...home('alacritty') },
  { value: 'wezterm', hint: 'tabs and splits, set up in Lua', ...home('wezterm') },
  {
    value: 'foot',
    hint: 'small and fast, for Wayland',
    refused: ({ desktop = 'none' }) =>
      isX11(desktop) ? `needs Wayland, and ${desktop} runs on X11` : undefined,
    ...home('foot'),
  },
  {
    value: 'none',
    hint: 'no terminal, or one of your own',
    refused: ({ desktop = 'none' }) =>
      isBare(desktop) ? `leaves ${desktop} without a place to type commands` : undefined,
  },
];

function home(name: string) {
  return { brings: { files: [`modules/home-manager/${name}.nix`] } };
}
