/**
 * A real Nix for the tests. It is the command that the environment variable NIX names, else `nix`
 * on PATH. A test that lacks it is skipped and says why; in CI it fails instead.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { it } from 'vitest';
import { layFiles } from '../../scripts/files.mjs';

/** The command, if it is there and answers. */
export const nix = [process.env['NIX'], 'nix'].find(
  (command) => command && spawnSync(command, ['--version']).status === 0,
);

/** Whether tests run where none may be skipped. */
const inCi = !['', '0', 'false', undefined].includes(process.env['CI']);

type Test = () => void | Promise<void>;

/** Why a test can't run where there is no Nix. */
const noNix = nix === undefined ? 'there is no Nix: name the command with NIX' : undefined;

/** A test that asks a real Nix, and may need something else; `lacks` says what is missing. */
export function itNeedingNix(
  name: string,
  ...rest: [{ lacks: string | undefined }, Test] | [Test]
): void {
  const [{ lacks }, test] = rest.length === 2 ? rest : [{ lacks: undefined }, rest[0]];
  const missing = noNix ?? lacks;
  if (missing === undefined) it(name, { timeout: 300_000 }, test);
  else if (inCi) {
    it(name, () => {
      throw new Error(`${missing}. In CI no test may be skipped`);
    });
  } else it.skip(`${name} (${missing})`, test);
}

/**
 * What Nix reads an expression as, by way of JSON. The files that it imports are laid below a
 * folder first, which `./` means in the expression. Nothing is built, fetched or stored.
 */
export function askNix<T>(expression: string, files: ReadonlyMap<string, string> = new Map()): T {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cnc-nix-'));
  try {
    layFiles(folder, files);
    const question = path.join(folder, 'question.nix');
    fs.writeFileSync(question, expression);
    return JSON.parse(call(['--json', '--file', question], folder)) as T;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function call(args: readonly string[], folder: string): string {
  if (nix === undefined) throw new Error('there is no Nix');
  const outcome = spawnSync(
    nix,
    [
      ...['--extra-experimental-features', 'nix-command', '--store', 'dummy://'],
      ...['eval', '--impure', ...args],
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 30, env: { ...process.env, HOME: folder } },
  );
  if (outcome.status !== 0) {
    // the message stands behind the trace that led to it
    throw new Error(outcome.stderr.slice(-4000).replaceAll(`${folder}/`, '') || `${outcome.error}`);
  }
  return outcome.stdout;
}
