/** Kernels. */
import type { Choice, SoFar } from '../questions/question.js';
import { notInWindows } from './in-windows.js';

/** The driver 580 gets fixes only: now and then a new kernel comes that it can't be built for. */
const tooNewForLegacy = (soFar: SoFar) =>
  soFar['graphics'] === 'nvidia-legacy' ? 'is too new for nvidia-legacy' : undefined;

const newer: readonly Choice[] = [
  {
    value: 'latest',
    hint: 'for hardware of this year',
    refused: tooNewForLegacy,
    brings: { files: ['modules/nixos/latest-kernel.nix'] },
  },
  {
    value: 'zen',
    hint: 'tuned for desktops and games',
    // broken on ARM in nixpkgs (zen-kernels.nix, extraMeta)
    refused: (soFar) =>
      soFar['system'] === 'aarch64-linux' ? 'is for x86_64-linux' : tooNewForLegacy(soFar),
    brings: { files: ['modules/nixos/zen-kernel.nix'] },
  },
];

export const kernels: readonly Choice[] = [
  { value: 'default', hint: 'a long-term one, tried the most' },
  ...newer.map((kernel) =>
    notInWindows(kernel, "can't be had in Windows, which brings the kernel"),
  ),
];
