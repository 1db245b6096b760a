import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { repoExtras } from '../../src/choices/repo-extras.js';
import { renderRepo } from '../../src/repo/render.js';
import { answersWith } from '../support/answers.js';

/** The files of a repo with these extras, path → text. */
async function filesWith(
  repoWith: string,
  some: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> {
  const files = await renderRepo(await answersWith({ repoWith, ...some }), undefined);
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

const forges = {
  'ci-github': '.github/workflows/check.yml',
  'ci-gitlab': '.gitlab-ci.yml',
  'ci-forgejo': '.forgejo/workflows/check.yml',
};

describe.each(Object.entries(forges))('%s', (forge, file) => {
  it('evaluates every host, each by its name', async () => {
    const text = (await filesWith(forge))[file] ?? '';
    expect(text).toContain('builtins.attrNames hosts');
    expect(text).toContain('.config.system.build.toplevel.drvPath');
    expect(text).not.toContain('nix flake check');
  });

  it("leaves that to the flake's own checks, where it has them", async () => {
    const text = (await filesWith(`checks,${forge}`))[file] ?? '';
    expect(text).toContain('nix flake check');
  });

  it('may read and no more, until it is to propose newer versions', async () => {
    const files = await filesWith(forge);
    const all = Object.values(files).join('\n');
    expect(all).not.toContain('nix flake update --commit-lock-file');
    expect(all).not.toMatch(/: write/);
    const updating = Object.values(await filesWith(`${forge},auto-lock`)).join('\n');
    expect(updating).toContain('nix flake update --commit-lock-file');
  });

  it('has no bracket of a template left, and no tab', async () => {
    for (const text of Object.values(await filesWith(`${forge},auto-lock`))) {
      expect(text).not.toMatch(/(?<!\$)\{\{|\\\{|\t/);
    }
  });
});

describe('auto-lock', () => {
  const refused = (repoWith?: string) =>
    repoExtras.find(({ value }) => value === 'auto-lock')?.refused?.({ repoWith });

  it('needs a forge', () => {
    expect(refused('')).toContain('ci-github');
    expect(refused('dev-shell,checks')).toContain('ci-github');
    expect(refused('checks,ci-forgejo')).toBeUndefined();
  });

  it('is in the list that is chosen from', () => {
    expect(refused()).toBeUndefined();
  });

  it('looks for newer versions on each forge that was chosen', async () => {
    const files = await filesWith('ci-github,ci-forgejo,auto-lock');
    const updates = Object.keys(files).filter((file) => file.endsWith('/update.yml'));
    expect(updates).toEqual(['.forgejo/workflows/update.yml', '.github/workflows/update.yml']);
  });

  it('lets upgrades at night pull over SSH, which git looks for on its path', async () => {
    const nightly = async (repoWith: string) => {
      const files = await filesWith(repoWith, { with: 'auto-upgrade' });
      return files['hosts/framework-desktop/auto-upgrade.nix'];
    };
    const pulls = await nightly('ci-github,auto-lock');
    expect(pulls).toMatch(/path = \[\n *config\.programs\.ssh\.package[^\]]*pkgs\.git\n/);
    expect(pulls).toContain('git -C /home/leon/nixos-config pull');
    expect(await nightly('')).toMatch(/path = \[\n *config\.nix\.package\n *pkgs\.git\n/);
  });
});

describe('a licence', () => {
  const hashOf = async (license: string) =>
    createHash('sha256')
      .update((await filesWith('', { license }))['LICENSE'] ?? '')
      .digest('hex');

  // of https://www.gnu.org/licenses/gpl-3.0.txt and https://www.apache.org/licenses/LICENSE-2.0.txt
  it.each([
    ['gpl-3.0', '3972dc9744f6499f0f9b2dbf76696f2ae7ad8af9b23dde66d6af86c9dfb36986'],
    ['apache-2.0', 'cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30'],
  ])('%s is the text itself', async (license, hash) => {
    expect(await hashOf(license)).toBe(hash);
  });

  it('is left out where none is wanted', async () => {
    expect(await filesWith('', { license: 'none' })).not.toHaveProperty('LICENSE');
  });
});
