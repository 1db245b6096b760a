/**
 * Whether every `.nix` file is laid out as nixfmt lays it out, in all pairs of answers. Not among the
 * tests, since nixfmt comes with no package of npm's or Debian's: `NIXFMT=… npm run layout`.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { layFiles } from '../../scripts/files.mjs';
import { temporaryFolder } from '../support/program.js';
import { everyPair, NixFiles } from './combinations.js';

/** So many files are handed over in one call. */
const atOnce = 500;

it('is laid out as nixfmt does', { timeout: 600_000 }, async () => {
  const files = new NixFiles();
  const named = new Map<string, string>();
  for (const answers of await everyPair()) {
    for (const { path: file, text } of await files.newIn(answers)) {
      named.set(`${named.size}-${path.basename(file)}`, text);
    }
  }
  const folder = temporaryFolder();
  layFiles(folder, named);
  const names = [...named.keys()];
  const problems: string[] = [];
  for (let at = 0; at < names.length; at += atOnce) {
    const args = ['--check', ...names.slice(at, at + atOnce)];
    const outcome = spawnSync(process.env['NIXFMT'] ?? 'nixfmt', args, {
      cwd: folder,
      encoding: 'utf8',
    });
    if (outcome.error !== undefined) throw outcome.error;
    if (outcome.status !== 0) problems.push(...outcome.stderr.trim().split('\n'));
  }
  const kinds = new Set(problems.map((line) => line.replace(/^\d+-/, '')));
  expect([...kinds]).toEqual([]);
  console.info(
    `${files.count} different files of ${files.repos} repos are as nixfmt lays them out`,
  );
});
