/** Old configurations that are not taken over, and what is said of it. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layFiles } from '../../scripts/files.mjs';
import { freshNixos } from '../support/context.js';
import { layRoot, type Outcome, run, temporaryFolder } from '../support/program.js';
import { hardware } from './installer.js';

const flags = ['--yes', '--username', 'leon', '--no-git', '--no-lock'];

const old = new Map([
  ['configuration.nix', '{ time.timeZone = "UTC"; }\n'],
  ['hardware-configuration.nix', hardware],
]);
const flake = new Map([...old, ['flake.nix', '{ outputs = _: { }; }\n']]);

interface Refused {
  readonly outcome: Outcome;
  readonly folder: string;
  /** The old configuration, as the program names it. */
  readonly from: string;
  /** Where the repo was to stand. */
  readonly out: string;
}

/** Runs it with `--from nixos`, whose files are these. */
async function from(
  files: ReadonlyMap<string, string>,
  more: readonly string[] = [],
  out = 'repo',
): Promise<Refused> {
  const folder = fs.realpathSync(temporaryFolder());
  layFiles(path.join(folder, 'nixos'), files);
  const outcome = await run([out, '--from', 'nixos', ...flags, ...more], { cwd: folder });
  return { outcome, folder, from: path.join(folder, 'nixos'), out: path.join(folder, out) };
}

describe('--from', () => {
  it.each([
    {
      name: 'and --no-import exclude each other',
      files: old,
      more: ['--no-import'],
      says: () => '--from and --no-import exclude each other.',
    },
    {
      name: 'needs a configuration.nix',
      files: new Map([['home.nix', '{ }\n']]),
      says: (place: string) => `--from: there is no configuration.nix in ${place}`,
    },
    {
      name: 'of a flake leads to --merge',
      files: flake,
      says: (place: string) =>
        `--from: ${place} is a flake already, so nothing is taken over from it.\nTo add to it, name it as the directory, with --merge`,
    },
    {
      name: 'and a repo inside of it do not go together',
      files: old,
      out: 'nixos/repo',
      says: (place: string) =>
        `${place}/repo is in ${place}, which is taken over and stays as it is.\nName a directory elsewhere`,
    },
    {
      name: 'and the repo in its place do not go together',
      files: old,
      more: ['--merge'],
      out: 'nixos',
      says: (place: string) => `${place} is in ${place}, which is taken over and stays as it is.`,
    },
  ])('$name', async ({ files, more = [], out = 'repo', says }) => {
    const { outcome, from: place, out: repo } = await from(files, more, out);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain(says(place));
    expect(fs.existsSync(path.join(repo, 'flake.nix'))).toBe(false);
    expect(fs.readdirSync(place).sort()).toEqual([...files.keys()].sort());
  });

  it('may have a repo beside it whose name begins as its own', async () => {
    const { outcome, out } = await from(old, [], 'nixos-config');
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(fs.existsSync(path.join(out, 'flake.nix'))).toBe(true);
  });
});

describe("the machine's own configuration", () => {
  it('keeps its folder to itself, unless it is left out', async () => {
    const root = layRoot(freshNixos);
    const place = path.join(fs.realpathSync(root), 'etc/nixos');
    const out = path.join(place, 'repo');
    const { code, stderr } = await run([out, ...flags], { root });
    expect(code).toBe(2);
    expect(stderr).toContain(`${out} is in ${place}, which is taken over and stays as it is.`);
    expect(fs.existsSync(out)).toBe(false);
    const without = await run([out, ...flags, '--no-import'], { root });
    expect(without).toMatchObject({ code: 0, stderr: '' });
    expect(fs.readdirSync(path.join(out, 'hosts/framework-desktop'))).not.toContain('carried-over');
  });

  it('that is a flake is not taken over, and that is said', async () => {
    const root = layRoot({ ...freshNixos, 'etc/nixos/flake.nix': '{ outputs = _: { }; }\n' });
    const out = path.join(temporaryFolder(), 'repo');
    const { code, stdout, stderr } = await run([out, ...flags], { root });
    expect(code).toBe(0);
    expect(stdout + stderr).toContain(
      '/etc/nixos is a flake already, so nothing is taken over from it.',
    );
    expect(fs.readdirSync(path.join(out, 'hosts/framework-desktop'))).not.toContain('carried-over');
  });
});
