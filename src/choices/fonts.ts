/**
 * Fonts for terminals and editors, as Nerd Fonts: with the icons that prompts and editors draw.
 *
 * Source: pkgs/data/fonts/nerd-fonts/manifests/fonts.json of nixpkgs for the packages; the family
 * is the patched name with "Nerd Font" behind it (ryanoasis/nerd-fonts, since 3.0). Meslo has three
 * line heights in one package: S is the usual one.
 */
import type { Choice } from '../questions/question.js';

export const fonts: readonly Choice[] = [
  nerdFont('jetbrains-mono', 'clear at any size', 'JetBrainsMono', 'jetbrains-mono'),
  nerdFont('fira-code', 'joins signs such as -> and !=', 'FiraCode', 'fira-code'),
  nerdFont('hack', 'sturdy, made for reading code', 'Hack', 'hack'),
  nerdFont('meslo', "Apple's Menlo, with room between lines", 'MesloLGS', 'meslo-lg'),
  nerdFont('cascadia', "Windows Terminal's", 'CaskaydiaCove', 'caskaydia-cove'),
  nerdFont('iosevka', 'narrow: more fits beside each other', 'Iosevka', 'iosevka'),
  { value: 'none', hint: 'what the system has' },
];

function nerdFont(value: string, hint: string, name: string, fontPackage: string): Choice {
  return {
    ...{ value, hint },
    brings: { files: ['modules/nixos/fonts.nix'] },
    view: { fontFamily: `${name} Nerd Font`, fontPackage },
  };
}
