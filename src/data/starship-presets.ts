// Made by scripts/data/starship-presets.mjs from starship 1.26.0.

/** A preset of starship, for Home Manager's `programs.starship.presets`. */
interface StarshipPreset {
  /** The name of its file, without `.toml`. */
  readonly name: string;
  /**
   * Whether it draws with a Nerd Font: with glyphs of its own, or because it keeps those that
   * starship has by default for a module which is on (`jetpack` for Erlang and Pulumi).
   */
  readonly nerdFont: boolean;
}

/**
 * The presets that nixpkgs' starship installs, sorted. Home Manager adds them to starship's own
 * settings. `no-nerd-font` keeps one glyph of Powerline's (U+E0A0, before git's branch), which it
 * counts as safe.
 *
 * Source: starship 1.26.0; 1.24.0 and 1.25.1 have the same 12.
 */
export const starshipPresets: readonly StarshipPreset[] = [
  { name: 'bracketed-segments', nerdFont: true },
  { name: 'catppuccin-powerline', nerdFont: true },
  { name: 'gruvbox-rainbow', nerdFont: true },
  { name: 'jetpack', nerdFont: true },
  { name: 'nerd-font-symbols', nerdFont: true },
  { name: 'no-empty-icons', nerdFont: true },
  { name: 'no-nerd-font', nerdFont: false },
  { name: 'no-runtime-versions', nerdFont: true },
  { name: 'pastel-powerline', nerdFont: true },
  { name: 'plain-text-symbols', nerdFont: false },
  { name: 'pure-preset', nerdFont: false },
  { name: 'tokyo-night', nerdFont: true },
];

/**
 * Whether starship without a preset draws with a Nerd Font. It does: before git's branch, for Node,
 * Erlang, Pulumi and the battery.
 */
export const starshipWantsNerdFont = true;
