/** Flakes are off on a fresh system, and `nix store` with them; this switches both on for once. */
export function diffCommand(before: string, after: string): readonly ['nix', ...string[]] {
  const features = ['--extra-experimental-features', 'nix-command flakes'];
  return ['nix', ...features, 'store', 'diff-closures', before, after];
}
