/** Starts the built program, as a user's shell would, with an environment of the test's own. */
import { type SpawnOptions, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const project = fileURLToPath(new URL('../..', import.meta.url));
export const programFile = path.join(project, 'dist/main.cjs');

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cnc-test-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Lays a root that facts are read from: file → text, `{ link }` for a symbolic link. */
export function layRoot(files: Readonly<Record<string, string | { link: string }>>): string {
  const root = temporaryFolder();
  for (const [file, content] of Object.entries(files)) {
    const at = path.join(root, file);
    fs.mkdirSync(path.dirname(at), { recursive: true });
    if (typeof content === 'string') fs.writeFileSync(at, content);
    else fs.symlinkSync(content.link, at);
  }
  return root;
}

export interface Options {
  readonly cwd?: string;
  /** Below which facts are read; an empty folder where none is given. */
  readonly root?: string;
  /** In place of the PATH of the test, which has git but neither nix nor nixos-rebuild. */
  readonly path?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment that a run gets: nothing of the developer's own, no network, no identity. */
export function environment(options: Options = {}): Record<string, string> {
  return {
    PATH: options.path ?? process.env['PATH'] ?? '',
    HOME: options.cwd ?? '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    CREATE_NIXOS_CONFIG_ROOT: options.root ?? '/nonexistent',
    ...options.env,
  };
}

/** Runs it to its end, with pipes: nobody is there to be asked. */
export function run(args: readonly string[], options: Options = {}): Promise<Outcome> {
  const surroundings = { cwd: options.cwd ?? os.tmpdir(), env: environment(options) };
  return outcomeOf([process.execPath, programFile, ...args], surroundings);
}

/** Starts any program, with nothing to read, and waits for its end. */
export function outcomeOf(
  [program = '', ...args]: readonly string[],
  surroundings: Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'>,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...surroundings, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Every file below a folder, path → text, `.git` left out. */
export function filesIn(folder: string): Record<string, string> {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .filter((file) => !file.startsWith('.git/'))
      .sort()
      .map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]),
  );
}
