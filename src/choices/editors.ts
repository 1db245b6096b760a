/**
 * Text editors. What each makes of the languages is in its template: which server, which grammar,
 * which extension.
 */
import { nvfUrl } from '../nixos/channels.js';
import type { Brings, Choice } from '../questions/question.js';

/** The settings of a program; with `keys`, the README tells the first keys that one has to know. */
function settings(name: string, { keys = false } = {}): Brings {
  const module = `modules/home-manager/${name}.nix`;
  return { files: keys ? [module, 'parts/README.md/editor.md'] : [module] };
}

export const editors: readonly Choice[] = [
  {
    value: 'neovim',
    hint: 'set up through nvf, ready to write Nix in',
    brings: ({ channel = '' }) => ({
      ...settings('nvf'),
      inputs: [{ name: 'nvf', url: nvfUrl(channel), follows: ['nixpkgs'] }],
    }),
  },
  {
    value: 'neovim-plain',
    hint: 'with a short init.lua of its own',
    brings: settings('neovim', { keys: true }),
  },
  {
    value: 'helix',
    hint: 'complete without plugins, in the terminal',
    brings: settings('helix', { keys: true }),
  },
  {
    value: 'vscode',
    hint: "Microsoft's, with extensions from nixpkgs",
    // `meta.license` in nixpkgs' vscode package is unfree
    refused: ({ unfree }) =>
      unfree === 'no' ? 'needs unfree packages; zed is free and much like it' : undefined,
    brings: settings('vscode'),
  },
  // nixpkgs builds it for both systems: platforms.linux
  { value: 'zed', hint: 'fast, with a window of its own', brings: settings('zed') },
  {
    value: 'emacs',
    hint: 'with language servers and Git built in',
    brings: settings('emacs', { keys: true }),
  },
  { value: 'vim', hint: 'with language servers', brings: settings('vim', { keys: true }) },
  { value: 'none', hint: 'no editor, or one of your own' },
];
