/** Whether the disk has room for a second system beside the one that runs. */
import type { Finding, Situation } from './check.js';
import { gibi, size } from './sizes.js';

/**
 * The first rebuild from a flake moves to another commit of nixpkgs, so nearly nothing of the old
 * system is used again, and both stay on the disk. A system without a desktop is 2 to 3 GB, one with
 * a desktop and a browser 8 to 10; what is unpacked and built on the way comes on top.
 */
const needs = { plain: 5 * gibi, desktop: 12 * gibi } as const;

export function diskRoom({
  freeAt,
  hasDesktop,
}: Pick<Situation, 'freeAt' | 'hasDesktop'>): Finding {
  const free = freeAt('/nix');
  if (free === undefined) return { mark: 'unknown', text: '/nix does not say what is free' };
  const wanted = hasDesktop ? needs.desktop : needs.plain;
  const text = `${size(free)} free for the new system, which may take ${size(wanted)}`;
  if (free >= wanted) return { mark: 'good', text };
  return {
    mark: 'bad',
    text,
    stops: 'build',
    fix: [
      'Delete what no system uses any more:',
      '  sudo nix-collect-garbage --delete-older-than 14d',
    ],
  };
}
