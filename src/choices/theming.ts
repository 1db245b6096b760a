/**
 * What brings the colours into the programs. What each program needs for it is in its own module,
 * and what colours touch besides in `colors.ts`.
 *
 * Stylix and catppuccin/nix come as modules of Home Manager only. Stylix' one for NixOS also colours
 * login screens, but takes over what Qt does on GNOME and Plasma and then warns of it; the one of
 * catppuccin/nix would have to build the console's colours before the configuration can be read.
 */
import { releaseOf, unstableChannel } from '../nixos/channels.js';
import type { Choice, FlakeInput } from '../questions/question.js';

export const theming: readonly Choice[] = [
  { value: 'native', hint: "each program's own setting" },
  {
    value: 'stylix',
    hint: 'Stylix: the same sixteen colours everywhere',
    refused: ({ colors = 'none' }) => (colors === 'none' ? 'needs a colour scheme' : undefined),
    brings: ({ channel = '' }) => ({
      files: ['modules/home-manager/stylix.nix'],
      inputs: [input('stylix', 'github:nix-community/stylix', channel)],
    }),
  },
  {
    value: 'catppuccin',
    hint: "Catppuccin's own theme for each program",
    refused: ({ colors = 'none' }) =>
      colors.startsWith('catppuccin-') ? undefined : "needs one of Catppuccin's flavours",
    brings: ({ channel = '' }) => ({
      files: ['modules/home-manager/catppuccin.nix'],
      inputs: [input('catppuccin', 'github:catppuccin/nix', channel)],
    }),
  },
];

/** Both have a branch for each release, and follow unstable in their main one. */
function input(name: string, url: string, channel: string): FlakeInput {
  const stable = channel !== unstableChannel;
  return {
    ...{ name, follows: ['nixpkgs'] },
    url: stable ? `${url}/release-${releaseOf(channel)}` : url,
  };
}
