/**
 * Whole sets of answers to begin with. Each says only what it has an opinion on: what it leaves out
 * has the default that it would have without a preset, the machine's own first.
 */
import type { Choice } from '../questions/question.js';

export interface Preset extends Choice {
  /** Question → the default under this preset; several values with commas between them. */
  readonly answers: Readonly<Record<string, string>>;
  /** Questions without a default, so that they have to be answered. */
  readonly asks?: readonly string[];
}

/** A prompt without symbols that a font has to have: for the text console, and for any terminal. */
const plainPrompt = 'plain-text-symbols';

export const presets: readonly Preset[] = [
  { value: 'article', hint: 'zsh, Ghostty, Neovim, and no more', answers: {} },
  {
    value: 'developer',
    hint: 'languages, containers and tools, on GNOME',
    answers: {
      desktop: 'gnome',
      terminal: 'ghostty',
      editor: 'neovim',
      languages: 'nix,bash,markdown,python,rust,go,typescript',
      // of all schemes the one that the most programs ship
      colors: 'catppuccin-mocha',
      // podman needs no group that is as good as root, and nix-ld runs what pip, npm and cargo fetch
      with: 'printing,podman,fwupd,zram,nh,direnv,nix-ld,fzf,zoxide,eza,bat,ripgrep,btop,lazygit,gh',
      repoWith: 'dev-shell,checks',
    },
  },
  {
    value: 'gaming',
    hint: 'Steam and what games need, on Plasma',
    answers: {
      // the desktop of Valve's own machines; Konsole and Kate come with it
      desktop: 'plasma',
      terminal: 'none',
      editor: 'none',
      unfree: 'yes',
      // drivers of graphics cards come with the kernel, and the newest cards need the newest
      kernel: 'latest',
      with: 'printing,bluetooth,steam,flatpak,fwupd,zram',
    },
  },
  {
    value: 'server',
    hint: 'no desktop, reached by SSH with your key',
    answers: {
      shell: 'bash',
      theme: plainPrompt,
      desktop: 'none',
      terminal: 'none',
      editor: 'vim',
      languages: '',
      browser: 'none',
      font: 'none',
      with: 'zram,nh,tmux,ripgrep,btop',
    },
    asks: ['sshKey'],
  },
  {
    value: 'minimal',
    hint: 'the system, a shell, and nothing else',
    answers: {
      shell: 'bash',
      theme: plainPrompt,
      terminal: 'none',
      editor: 'none',
      browser: 'none',
      font: 'none',
      with: '',
      license: 'none',
    },
  },
];
