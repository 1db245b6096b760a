/** A profile, as src/data/hardware-profiles.ts has it in a line. */
export interface ReadProfile {
  readonly name: string;
  readonly traits: readonly string[];
  readonly brings: readonly string[];
}

export function modulesOf(flake: string): readonly { readonly name: string; readonly at: string }[];
export function readProfiles(checkout: string): readonly ReadProfile[];
