/** Secrets that are encrypted in the repo and decrypted when the system starts. */
import type { Brings, Choice, FlakeInput, SoFar } from '../questions/question.js';

/** The module, the check, the way to the first secret, and what says who can open them. */
function encrypted(input: FlakeInput, recipients: string): (soFar: SoFar) => Brings {
  return (soFar) => ({
    files: [
      'modules/nixos/secrets.nix',
      'secrets/check.nix',
      'parts/README.md/secrets.md',
      recipients,
      // the checks of the repo name this one themselves: Nix takes `checks` once
      ...(has(soFar['repoWith'], 'checks') ? [] : ['parts/flake.nix/secrets-check.nix']),
    ],
    inputs: [input],
  });
}

const has = (several: string | undefined, value: string) =>
  (several ?? '').split(',').includes(value);

export const secrets: readonly Choice[] = [
  { value: 'none' },
  {
    value: 'sops-nix',
    hint: 'many in one file, edited as YAML',
    brings: encrypted(
      { name: 'sops-nix', url: 'github:Mic92/sops-nix', follows: ['nixpkgs'] },
      '.sops.yaml',
    ),
  },
  {
    value: 'agenix',
    hint: 'one in each file, with your SSH keys',
    brings: encrypted(
      {
        name: 'agenix',
        url: 'github:ryantm/agenix',
        follows: ['nixpkgs', 'home-manager'],
        without: ['darwin'], // its module for macOS
      },
      'secrets/secrets.nix',
    ),
  },
];
