/**
 * The channels of NixOS, and the branches of other projects that go with each.
 *
 * A release comes out every May and November. When a new one is out, `stable`, `next` and
 * `nvfBranches` are what changes here.
 */

/** The release that `nixos-YY.MM` means for somebody who wants the stable one. */
export const stable = '26.05';

/** The release that `nixos-unstable` is on its way to. */
export const next = '26.11';

export const unstableChannel = 'nixos-unstable';
export const stableChannel = `nixos-${stable}`;

/** Whether `text` names a release: YY.05 or YY.11. */
export function isRelease(text: string): boolean {
  return /^\d\d\.(05|11)$/.test(text);
}

/** The release in a channel's name (`nixos-26.05` → `26.05`); for unstable the one in the making. */
export function releaseOf(channel: string): string {
  return channel === unstableChannel ? next : channel.replace(/^nixos-/, '');
}

/** Where nixpkgs comes from, as a flake reference. */
export function nixpkgsUrl(channel: string): string {
  return `github:nixos/nixpkgs/${channel}`;
}

/** Where the Home Manager that goes with `channel` comes from. */
export function homeManagerUrl(channel: string): string {
  const home = 'github:nix-community/home-manager';
  return channel === unstableChannel ? home : `${home}/release-${releaseOf(channel)}`;
}

/** Where the NixOS-WSL that goes with `channel` comes from: a branch for each release, `main` for unstable. */
export function nixosWslUrl(channel: string): string {
  const branch = channel === unstableChannel ? 'main' : `release-${releaseOf(channel)}`;
  return `github:nix-community/NixOS-WSL/${branch}`;
}

/**
 * Where the nvf that goes with `channel` comes from. nvf's releases are its own (YY.MM, some two
 * months behind NixOS'), and its main branch follows unstable.
 */
export function nvfUrl(channel: string): string {
  const nvf = 'github:NotAShelf/nvf';
  const branch = nvfBranches[releaseOf(channel)];
  return channel !== unstableChannel && branch !== undefined ? `${nvf}/${branch}` : nvf;
}

const nvfBranches: Readonly<Record<string, string>> = { '26.05': 'release/26.07' };

/**
 * The channel that a running NixOS follows, from its version string: `26.11pre812345.abcdef` is
 * unstable, `26.05.1234.abcdef` a release; a flake's version has a date instead of a count
 * (`26.11.20260815.abcdef`), for unstable too, so a release that is not out yet is unstable.
 */
export function channelOfVersion(version: string): string | undefined {
  const match = /^(\d\d\.(?:05|11))(pre|\.\d{8}\.)?/.exec(version);
  const release = match?.[1];
  if (release === undefined) return undefined;
  const fromFlake = match?.[2] !== undefined && match[2] !== 'pre';
  if (match?.[2] === 'pre' || (fromFlake && release > stable)) return unstableChannel;
  return `nixos-${release}`;
}
