/** Flakes are off on a fresh system; this switches them on for one command. */
const withFlakes = ['--extra-experimental-features', 'nix-command flakes'] as const;

/** The command that pins the inputs; a repo that git does not track is named by its path. */
export function lockCommand(tracked: boolean): readonly ['nix', ...string[]] {
  return ['nix', ...withFlakes, 'flake', 'lock', ...(tracked ? [] : ['path:.'])];
}
