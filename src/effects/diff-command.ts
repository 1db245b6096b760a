/** Flakes are off on a fresh system, and `nix store` with them; this switches both on for one command. */
export const withFlakes = ['--extra-experimental-features', 'nix-command flakes'] as const;

/** The command that names the packages in which two systems differ, each a path into the store. */
export function diffCommand(before: string, after: string): readonly ['nix', ...string[]] {
  return ['nix', ...withFlakes, 'store', 'diff-closures', before, after];
}
