/** Where things come from that a configuration without flakes names by a channel or an archive. */
import { homeManagerUrl, isRelease } from '../nixos/channels.js';

/** An input of the flake that something old becomes. */
export interface NewInput {
  readonly name: string;
  readonly url: string;
  /** Those of its own inputs that follow ours. */
  readonly follows: readonly string[];
  /** Whether it is a flake, or taken as the files that it is. */
  readonly isFlake: boolean;
}

/** Projects by where they live on GitHub, with what their flake follows. */
const projects: Readonly<
  Record<string, { readonly name: string; readonly follows: readonly string[] }>
> = {
  'nix-community/home-manager': { name: 'home-manager', follows: ['nixpkgs'] },
  'nixos/nixos-hardware': { name: 'nixos-hardware', follows: ['nixpkgs'] },
  'nix-community/nur': { name: 'nur', follows: ['nixpkgs'] },
  'mic92/sops-nix': { name: 'sops-nix', follows: ['nixpkgs'] },
  'ryantm/agenix': { name: 'agenix', follows: ['nixpkgs', 'home-manager'] },
  'nix-community/disko': { name: 'disko', follows: ['nixpkgs'] },
  'nix-community/impermanence': { name: 'impermanence', follows: [] },
  'musnix/musnix': { name: 'musnix', follows: ['nixpkgs'] },
  'nix-community/nixos-wsl': { name: 'nixos-wsl', follows: ['nixpkgs'] },
};

/** The projects by the usual name of their channel (each one's manual: `nix-channel --add URL NAME`). */
const channelNames: Readonly<Record<string, string>> = {
  'home-manager': 'nix-community/home-manager',
  'nixos-hardware': 'NixOS/nixos-hardware',
  nur: 'nix-community/NUR',
  'sops-nix': 'Mic92/sops-nix',
  agenix: 'ryantm/agenix',
  disko: 'nix-community/disko',
  impermanence: 'nix-community/impermanence',
  musnix: 'musnix/musnix',
  'nixos-wsl': 'nix-community/NixOS-WSL',
};

/** Whether two inputs are versions of nixpkgs, which want to be told the platform. */
export function isNixpkgs({ name }: NewInput): boolean {
  return /^nixpkgs(-|$)/.test(name);
}

/** nixpkgs at a branch or a commit; the flake's own where it is the same branch. */
function nixpkgsAt(reference: string, channel: string): NewInput {
  const url = `github:nixos/nixpkgs/${reference}`;
  if (reference === channel) return { name: 'nixpkgs', url, follows: [], isFlake: true };
  const isCommit = /^[0-9a-f]{40}$/.test(reference);
  const short = isCommit ? reference.slice(0, 8) : reference.replace(/^(nixos|nixpkgs)-/, '');
  const name = `nixpkgs-${short.replace(/[^A-Za-z0-9-]/g, '-')}`;
  return { name, url, follows: [], isFlake: true };
}

/** What a channel is; nothing for one that only its owner knows. */
export function channelInput(
  name: string,
  urls: ReadonlyMap<string, string>,
  channel: string,
): NewInput | undefined {
  const url = urls.get(name);
  if (url !== undefined) return sourceInput(url, channel);
  if (name === 'nixpkgs' || name === 'nixos') return nixpkgsAt(channel, channel);
  const branch = name === 'unstable' ? 'nixos-unstable' : name;
  if (isBranch(branch)) return nixpkgsAt(branch, channel);
  const project = channelNames[name];
  return project === undefined ? undefined : githubInput(project, undefined, channel);
}

function isBranch(name: string): boolean {
  return /^(nixos|nixpkgs)-unstable(-small)?$/.test(name) || isRelease(name.replace(/^nixos-/, ''));
}

const github =
  /^https?:\/\/(?:www\.)?github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:\/(?:archive|tarball)\/(?:refs\/(?:heads|tags)\/)?(.+?)(?:\.tar\.gz|\.zip)?)?\/?$/;

const codeload =
  /^https?:\/\/(?:codeload|api)\.github\.com\/(?:repos\/)?([\w.-]+)\/([\w.-]+)\/(?:tar\.gz|tarball)\/(.+)$/;

const nixosChannel =
  /^https?:\/\/(?:(?:www\.)?nixos\.org\/channels|channels\.nixos\.org)\/([\w.-]+)(?:\/nixexprs\.tar\.\w+)?\/?$/;

/** What the archive or repository behind an address becomes; nothing for one that is not public. */
export function sourceInput(url: string, channel: string, branch?: string): NewInput | undefined {
  const release = nixosChannel.exec(url)?.[1];
  if (release !== undefined) return nixpkgsAt(release, channel);
  const [, owner, repo, reference] = github.exec(url) ?? codeload.exec(url) ?? [];
  if (owner === undefined || repo === undefined) return undefined;
  return githubInput(`${owner}/${repo}`, branch ?? reference, channel);
}

function githubInput(
  project: string,
  reference: string | undefined,
  channel: string,
): NewInput | undefined {
  if (/^nixos\/nixpkgs(-channels)?$/i.test(project)) {
    return nixpkgsAt(
      reference === undefined || reference === 'master' ? 'master' : reference,
      channel,
    );
  }
  const at =
    reference === undefined || /^(master|main|HEAD)$/.test(reference) ? '' : `/${reference}`;
  if (!/^[\w./-]*$/.test(at)) return undefined;
  const known = projects[project.toLowerCase()];
  const url = `github:${project}${at}`;
  if (known?.name === 'home-manager') {
    return { name: 'home-manager', url: homeManagerUrl(channel), follows: [], isFlake: true };
  }
  if (known !== undefined) return { ...known, url, isFlake: true };
  const name = project.split('/')[1]?.replace(/[^A-Za-z0-9_-]/g, '-') ?? '';
  if (!/^[A-Za-z]/.test(name) || name === 'self') return undefined;
  return { name, url, follows: [], isFlake: false };
}

/** The channels of a list as `nix-channel` keeps it (`~/.nix-channels`): `URL NAME` a line. */
export function channelsIn(text: string | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of (text ?? '').split('\n')) {
    const [url, name] = line.trim().split(/\s+/);
    if (url && name && /^https?:\/\//.test(url)) found.set(name, url);
  }
  return found;
}
