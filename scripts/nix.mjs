// How scripts ask a real Nix.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const runFile = promisify(execFile);

/** Runs a program to its end; that it fails is an answer too. */
export async function run(command, args, env = {}) {
  const options = { env: { ...process.env, ...env }, maxBuffer: 1e9 };
  try {
    return { code: 0, ...(await runFile(command, args, options)) };
  } catch (error) {
    return { code: error.code, stdout: error.stdout ?? '', stderr: error.stderr || error.message };
  }
}

/** Flags that take each input of a repo's flake from its checkout; `a+b` is the input `b` of `a`. */
export function inputsFrom(folder, repo) {
  const flake = fs.readFileSync(path.join(repo, 'flake.nix'), 'utf8');
  return fs
    .readdirSync(folder)
    .filter((name) => flake.includes(name.split('+')[0]))
    .flatMap((name) => [
      ...['--override-input', name.replaceAll('+', '/')],
      `path:${fs.realpathSync(path.join(folder, name))}`,
    ]);
}
