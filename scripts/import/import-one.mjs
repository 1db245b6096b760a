// Takes over one configuration into a folder of its own, and looks whether anything is lost.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { project } from '../sources.mjs';

export const programFile = path.join(project, 'dist/main.cjs');
const hardwareName = 'hardware-configuration.nix';

/** An empty folder that is gone at the end. */
export function temporaryFolder(parent = os.tmpdir()) {
  const folder = fs.mkdtempSync(path.join(parent, 'create-nixos-config-import-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The arguments that take over `from`, with what nobody on that machine could be asked. */
function argumentsFor({ from, out, user }) {
  const own = path.join(from, hardwareName);
  // one of another name is found by what it says
  const hardware = fs.existsSync(own) ? ['--hardware', own] : [];
  const place = ['--repo-path', '/home/somebody/nixos-config'];
  const who = user ? ['--username', user] : [];
  return [
    out,
    '--from',
    from,
    '--yes',
    '--no-git',
    '--no-lock',
    '--json',
    ...place,
    ...hardware,
    ...who,
  ];
}

/** The program as it is built, as a process of its own. */
export function runProcess(each) {
  const env = { ...process.env, CREATE_NIXOS_CONFIG_ROOT: '/nonexistent', NO_COLOR: '1' };
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [programFile, ...argumentsFor(each)],
    { encoding: 'utf8', env, maxBuffer: 1e9, timeout: 120_000 },
  );
  return { code: status ?? signal, stdout, stderr };
}

/** The same in this process, which is faster by the start of a Node. */
export async function runHere({ readArguments, create, ProgramError, Interruption }, each) {
  const written = { stdout: '', stderr: '' };
  const stream = (name) => ({
    isTTY: false,
    write(text) {
      written[name] += text;
    },
  });
  const world = {
    env: { PATH: process.env.PATH, NO_COLOR: '1' },
    uid: 1000,
    workingDirectory: os.tmpdir(),
    root: '/nonexistent',
    stdin: { isTTY: false },
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    interruption: new Interruption(),
  };
  try {
    const done = await create(readArguments(argumentsFor(each)), world);
    return { ...written, code: done ? 0 : 1 };
  } catch (error) {
    if (error instanceof ProgramError) return { ...written, code: error.code, stderr: said(error) };
    return { ...written, code: 'crash', stderr: String(error?.stack ?? error) };
  }
}

const said = (error) => [error.message, ...error.help].join('\n');

/** Whether a run ended in a way that nobody has thought of. */
export function isCrash({ code, stderr }) {
  return typeof code !== 'number' || code > 130 || /should not have happened/.test(stderr);
}

/** A run for whom the configuration names nobody gets a user. */
export async function importOne(run, each) {
  const first = await run(each);
  const isNobody = first.code === 2 && /username/.test(first.stderr);
  return isNobody ? run({ ...each, user: 'somebody' }) : first;
}

/** What tells a folder from another state of itself. */
export function stateOf(folder) {
  const hash = createHash('sha256');
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.sort((a, b) =>
    a.parentPath + a.name < b.parentPath + b.name ? -1 : 1,
  )) {
    const file = path.join(entry.parentPath, entry.name);
    hash.update(`${file}\0${entry.isFile() ? fs.readFileSync(file) : ''}\0`);
  }
  return hash.digest('hex');
}

/**
 * What is wrong with an import that was written: accounts that do not add up, and text that is
 * neither accounted for nor there.
 */
export function whatIsWrong(
  { readOld, rootAt, lostDefinitions, lostLines },
  { from, out, outcome },
) {
  const { imported, host } = JSON.parse(outcome.stdout);
  const { files } = readOld(rootAt('/'), from, true);
  const defined = files.reduce((sum, each) => sum + each.definitions.length, 0);
  const sum =
    imported.length === defined ? [] : [`${imported.length} accounts for ${defined} definitions`];
  const folder = path.join(out, 'hosts', host);
  const all = nixFilesIn(folder).map((name) => fs.readFileSync(name, 'utf8'));
  const lost = files.flatMap(({ path: file, text, isHardware }) => {
    const told = imported.filter((account) => account.file === file);
    return [
      ...lostLines(text, ownText(folder, isHardware ? hardwareName : file) ?? all.join('\n'), told),
      ...lostDefinitions(text, all, told),
    ].map((line) => `${file}:${line.line} is lost: ${line.text}`);
  });
  return { defined, imported, files, problems: [...sum, ...lost] };
}

/** What became of an old file, where it still is one. */
function ownText(folder, file) {
  const name = path.join(folder, file === hardwareName ? file : `carried-over/${file}`);
  return fs.existsSync(name) ? fs.readFileSync(name, 'utf8') : undefined;
}

/** Every `.nix` file below a folder. */
export function nixFilesIn(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.nix'))
    .map((name) => path.join(folder, name))
    .filter((name) => fs.statSync(name).isFile());
}
