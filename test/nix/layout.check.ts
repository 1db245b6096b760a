/**
 * Whether every `.nix` file of every combination is laid out as nixfmt lays it out. Not among the
 * tests, since nixfmt comes with no package of npm's or Debian's: `NIXFMT=… npm run layout`.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { layFiles } from '../support/nix.js';
import { temporaryFolder } from '../support/program.js';
import { everyNixFile } from './combinations.js';

/** So many files are handed over in one call. */
const atOnce = 500;

it('is laid out as nixfmt does', { timeout: 600_000 }, async () => {
  const { count, texts } = await everyNixFile();
  const named = [...texts].map(([text, file], at) => [`${at}-${path.basename(file.path)}`, text]);
  const files = new Map(named as [string, string][]);
  const folder = temporaryFolder();
  layFiles(folder, files);
  const names = [...files.keys()];
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
    `${names.length} different files of ${count} combinations are as nixfmt lays them out`,
  );
});
