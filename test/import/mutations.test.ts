/** Damaged and truncated files: they may be refused, but nothing crashes, and no text is lost. */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layFiles } from '../../scripts/files.mjs';
import { randomFrom } from '../../scripts/random.mjs';
import { readArguments } from '../../src/cli/arguments.js';
import { create } from '../../src/commands/create.js';
import { ProgramError } from '../../src/errors.js';
import { readOld } from '../../src/import/old.js';
import { Interruption } from '../../src/interruption.js';
import { rootAt } from '../../src/machine/read.js';
import { filesIn, temporaryFolder } from '../support/program.js';
import { everyMachine } from './installer/machine.js';
import { installerConfiguration } from './installer/write.js';
import { lostDefinitions, lostLines, type Told } from './kept.js';
import { withOneDamaged } from './mutate.js';

/** `TEST_SEED=N` repeats a run; `npm run import:campaign -- mutations` makes thousands. */
const seed = Number(process.env['TEST_SEED'] ?? 4);
const count = Number(process.env['MUTATIONS'] ?? 200);
const portion = 20;

const hardwareName = 'hardware-configuration.nix';

describe(`damaged configurations (seed ${seed})`, () => {
  const random = randomFrom(seed);
  const machines = everyMachine();
  const damagedFiles = () => {
    const machine = machines[Math.floor(random() * machines.length)];
    if (machine === undefined) throw new Error('there are no machines');
    const { files } = installerConfiguration(machine);
    return new Map(withOneDamaged(files, random));
  };
  for (let at = 0; at < count; at += portion) {
    const portionOf = Array.from({ length: Math.min(portion, count - at) }, damagedFiles);
    it(`${at} to ${at + portionOf.length - 1}`, { timeout: 300_000 }, async () => {
      for (const files of portionOf) expect(await problemsWith(files)).toEqual([]);
    });
  }
});

/** What went wrong in taking over these files, with the files themselves where something did. */
async function problemsWith(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const folder = temporaryFolder();
  const [from, out] = [path.join(folder, 'nixos'), path.join(folder, 'repo')];
  layFiles(from, files);
  const outcome = await run(from, out);
  const problems = [...changes(from, files), ...outcome.problems];
  if (outcome.stdout !== undefined) problems.push(...losses(outcome.stdout, from, out));
  return problems.length === 0 ? [] : [...problems, JSON.stringify([...files])];
}

/** The program, in this process. An error that it has words for is as good as success. */
async function run(from: string, out: string) {
  const said: string[] = [];
  const stream = (texts: string[]) => ({ isTTY: false, write: (text: string) => texts.push(text) });
  const world = {
    env: { PATH: process.env['PATH'] },
    uid: 1000,
    workingDirectory: os.tmpdir(),
    root: '/nonexistent',
    stdin: { isTTY: false },
    stdout: stream(said),
    stderr: stream([]),
    interruption: new Interruption(),
  };
  const hardware = ['--hardware', path.join(from, hardwareName)];
  const plain = ['--yes', '--no-git', '--no-lock', '--json', '--username', 'leon'];
  try {
    const args = readArguments([out, '--from', from, ...hardware, ...plain]);
    const done = await create(args, world);
    return { problems: done ? [] : ['it failed'], stdout: said.join('') };
  } catch (error) {
    if (error instanceof ProgramError) return { problems: [], stdout: undefined };
    return { problems: [String((error as Error).stack)], stdout: undefined };
  }
}

function changes(from: string, files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([name, text]) => {
    const now = fs.readFileSync(path.join(from, name));
    return now.equals(Buffer.from(text)) ? [] : [`${name} was changed`];
  });
}

function losses(stdout: string, from: string, out: string): readonly string[] {
  const { imported, host }: { imported: readonly Told[]; host: string } = JSON.parse(stdout);
  const old = readOld(rootAt('/'), from, true)?.files ?? [];
  const written = Object.values(filesIn(path.join(out, 'hosts', host)));
  const defined = old.reduce((sum, file) => sum + file.definitions.length, 0);
  const sum = imported.length === defined ? [] : [`${imported.length} of ${defined} are told of`];
  const lost = old.flatMap(({ path: file, text }) => {
    const told = imported.filter((account) => account.file === file);
    return [
      ...lostLines(text, written.join('\n'), told),
      ...lostDefinitions(text, written, told),
    ].map((line) => `${file}:${line.line} is lost: ${line.text}`);
  });
  return [...sum, ...lost];
}
