// Evaluates repos with a script that is given, several at once, and remembers what came of each.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { layFiles } from '../files.mjs';

/** Files of a repo that Nix does not read. */
const unread =
  /^(README\.md|LICENSE|\.gitignore|\.create-nixos-config\.json|\.git(hub|lab-ci)|\.forgejo)/;

const hash = (text) => createHash('sha256').update(text).digest('hex');

/**
 * What comes of each case, in their order: `state` (`ok`; `warned`; `needs a build`, where Nix would
 * have to build something to go on; `failed`), and what was printed. Cases with the same files are
 * evaluated once.
 */
export async function evaluateAll(cases, { evaluate, nix, work, jobs }) {
  fs.mkdirSync(work, { recursive: true });
  const tool = hash(fs.readFileSync(evaluate, 'utf8') + spawnSync(nix, ['--version']).stdout);
  const keyed = cases.map((each) => ({ ...each, key: keyOf(each, tool) }));
  const memory = new Memory(path.join(work, 'results.jsonl'));
  const open = new Map(keyed.filter(({ key }) => !memory.has(key)).map((each) => [each.key, each]));
  const before = new Set(keyed.map(({ key }) => key)).size - open.size;
  const progress = new Progress(open.size, before, path.join(work, 'failed'));
  const waiting = [...open.values()];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const result = await evaluateOne(next, { evaluate, nix });
      memory.set(next.key, result);
      progress.done(next, result);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, jobs) }, worker));
  progress.end();
  return keyed.map((each) => ({ ...each, ...memory.get(each.key) }));
}

/** Changes with whatever the evaluation reads: the repo's files, and the inputs that it names. */
function keyOf({ files, inputs }, tool) {
  const read = files.filter(({ path: file }) => !unread.test(file));
  const flake = files.find(({ path: file }) => file === 'flake.nix').text;
  const used = inputsIn(inputs).filter(({ name }) => flake.includes(name.split('+')[0]));
  const parts = [tool, ...used.map(({ identity }) => identity)];
  return hash(JSON.stringify([parts, read.map(({ path: file, text }) => [file, text])]));
}

const known = new Map();

/** The checkouts in a folder, each with what tells it from another state of itself. */
function inputsIn(folder) {
  if (!known.has(folder)) {
    const names = fs.readdirSync(folder).sort();
    known.set(
      folder,
      names.map((name) => ({ name, identity: identityOf(path.join(folder, name)) })),
    );
  }
  return known.get(folder);
}

function identityOf(folder) {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const lines = files
    .filter((file) => file.isFile() && !file.parentPath.includes('/.git'))
    .map((file) => path.join(file.parentPath, file.name))
    .map((file) => [path.relative(folder, file), fs.statSync(file).size, fs.statSync(file).mtimeMs])
    .sort();
  return hash(JSON.stringify(lines));
}

/** Writes the repo, asks the script, and takes the repo away again. */
async function evaluateOne({ files, inputs, answers }, { evaluate, nix }) {
  const repo = fs.mkdtempSync(path.join(os.tmpdir(), 'create-nixos-config-matrix-'));
  try {
    layFiles(
      repo,
      files.map(({ path: file, text }) => [file, text]),
    );
    const env = { ...process.env, INPUTS: inputs, NIX: nix };
    const { code, output } = await run(evaluate, [repo, answers.hostname], env);
    return { state: stateOf(code, output, answers.hostname), output: output.slice(0, 4000) };
  } finally {
    fs.rmSync(repo, { recursive: true, force: true });
  }
}

function run(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

function stateOf(code, output, host) {
  if (code === 0 && output === `ok ${host} 0\n`) return 'ok';
  if (output.startsWith(`ok ${host} `)) return 'warned';
  // what Nix says where its store can't build
  return /unexpected EOF reading a line|import-from-derivation/.test(output)
    ? 'needs a build'
    : 'failed';
}

/** Results by key, in a file that grows by a line for each. */
class Memory {
  #results = new Map();

  constructor(file) {
    this.file = file;
    const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    for (const line of text.split('\n').filter((each) => each.endsWith('}'))) {
      const { key, ...result } = JSON.parse(line);
      // one that failed may have done so for want of memory or of an input
      if (result.state === 'ok') this.#results.set(key, result);
    }
  }

  has(key) {
    return this.#results.has(key);
  }

  get(key) {
    return this.#results.get(key);
  }

  set(key, result) {
    this.#results.set(key, result);
    fs.appendFileSync(this.file, `${JSON.stringify({ key, ...result })}\n`);
  }
}

/** How far it is, on standard error. */
class Progress {
  #start = Date.now();
  #done = 0;
  #bad = 0;

  constructor(total, before, failed) {
    this.total = total;
    this.failed = failed;
    if (before > 0) console.error(`${before} are known from before`);
  }

  done(each, result) {
    this.#done += 1;
    if (result.state !== 'ok') this.#trouble(each, result);
    const left = ((Date.now() - this.#start) / this.#done) * (this.total - this.#done);
    const minutes = Math.ceil(left / 60_000);
    const line = `${this.#done} of ${this.total}, ${this.#bad} not ok, ${minutes} min left`;
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
    else if (this.#done % 20 === 0) console.error(line);
  }

  /** Says what is wrong, and keeps the answers, which `--answers` takes. */
  #trouble({ channel, title, answers, key }, { state, output }) {
    this.#bad += 1;
    const file = path.join(this.failed, `${key.slice(0, 12)}.json`);
    fs.mkdirSync(this.failed, { recursive: true });
    const kept = Object.entries(answers).filter(([, value]) => value !== '');
    fs.writeFileSync(file, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
    this.end();
    console.error(`${state}: ${title} on ${channel}, ${file}`);
    console.error(output.trimEnd().replace(/^(?=.)/gm, '  '));
  }

  end() {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }
}
