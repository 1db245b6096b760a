/**
 * What the repo brings for working on it: tools, checks, and a forge that looks at every push.
 *
 * The actions are named by the major versions that are current: actions/checkout 7 and
 * cachix/install-nix-action 31 by their repositories, 2026-07, and data.forgejo.org's mirror of
 * checkout, 2026. Forgejo's runners start a job's container by `/bin/sleep`, which the image of Nix
 * does not have, so Nix is installed in theirs.
 */
import type { Brings, Choice, SoFar } from '../questions/question.js';

const readme = 'parts/README.md/repo-extras.md';

/** The forges, and where each looks for what it is to do. */
const forges: Readonly<Record<string, { readonly check: string; readonly update?: string }>> = {
  'ci-github': { check: '.github/workflows/check.yml', update: '.github/workflows/update.yml' },
  'ci-gitlab': { check: '.gitlab-ci.yml' }, // one file for all
  'ci-forgejo': { check: '.forgejo/workflows/check.yml', update: '.forgejo/workflows/update.yml' },
};

/** A forge that looks at every push. */
function forge(value: string, hint: string): Choice {
  return { value, hint, brings: { files: [forges[value]?.check ?? '', readme] } };
}

/** Those that were chosen. */
function chosen({ repoWith = '' }: SoFar) {
  return repoWith.split(',').flatMap((value) => forges[value] ?? []);
}

export const repoExtras: readonly Choice[] = [
  {
    value: 'dev-shell',
    hint: 'the tools for the repo, through direnv',
    brings: {
      files: [
        '.envrc',
        'modules/home-manager/direnv.nix',
        'parts/flake.nix/dev-shell.nix',
        'parts/gitignore/dev-shell',
        readme,
      ],
    },
  },
  {
    value: 'checks',
    hint: '`nix flake check`: layout, linters, computers',
    brings: { files: ['parts/flake.nix/checks.nix', readme] },
  },
  forge('ci-github', 'GitHub evaluates every computer'),
  forge('ci-gitlab', 'GitLab evaluates every computer'),
  forge('ci-forgejo', 'Forgejo or Codeberg evaluates them'),
  {
    value: 'auto-lock',
    hint: 'newer versions each week, with a ci-… above',
    // a list that is only shown has no answer yet
    refused: (soFar) =>
      soFar['repoWith'] === undefined || chosen(soFar).length > 0
        ? undefined
        : 'needs one of ci-github, ci-gitlab and ci-forgejo, where it opens its request',
    brings: (soFar): Brings => ({
      files: [...chosen(soFar).flatMap(({ update }) => update ?? []), readme],
    }),
  },
];
