// Holds the parser of Nix against a real Nix: what that accepts has to have no problems, what it
// refuses at least one.
//
//   npm run oracle -- --nix NIX [--faults 6000] [--seed N] FOLDER…
//
// It looks at every .nix file below the folders; at as many of them with a fault of chance (a third
// of --faults); and at programs of chance, as they are and with a fault (the other two). What Nix
// says of a file is remembered by the file's hash.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { accepted } from './oracle/ask.mjs';
import { grow } from './oracle/grow.mjs';
import { mutate, pick } from './oracle/mutate.mjs';
import { loadParser, nixFiles } from './oracle/parser.mjs';
import { randomFrom } from './random.mjs';

/** Where the two differ, and why that stays so. */
const exceptions = [
  `Nesting deeper than about 930 sets, 1,400 strings or 2,800 brackets, and chains of more than 1,400
  "++" or "//", are marked as wrong: there Lezer stops building deeper trees. Nix takes about 10,000
  steps, and in some of these chains any number.`,
  `What an experimental feature adds to the global names (fetchTree, __getFlake, __fetchClosure, …)
  is not defined, as for nix-instantiate without that feature.`,
];

const { values, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    nix: { type: 'string', default: 'nix' },
    faults: { type: 'string', default: '6000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const version = spawnSync(values.nix, ['--version'], { encoding: 'utf8' }).stdout?.trim();
if (!version || folders.length === 0) {
  console.error('npm run oracle -- --nix NIX FOLDER…: a Nix, and folders with .nix files');
  process.exit(2);
}

const { problems } = await loadParser();
const cacheFile = path.join(os.tmpdir(), 'create-nixos-config-oracle.json');
const cache = new Map(fs.existsSync(cacheFile) ? JSON.parse(fs.readFileSync(cacheFile)) : []);
const keyOf = (bytes) => crypto.createHash('sha256').update(version).update(bytes).digest('base64');

const differences = [];
const files = nixFiles(folders);
await holdFiles();
const seed = Number(values.seed);
const random = randomFrom(seed);
const third = Math.ceil(Number(values.faults) / 3);
const size = () => 2 + pick(random, 20);
// a fault in a file of many pages is seldom another than in one of few
const short = files.filter((file) => fs.statSync(file).size < 30_000);
await hold(`files with a fault, seed ${seed}`, third, () => {
  const file = pick(random, short);
  const { text, what } = mutate(fs.readFileSync(file, 'utf8'), random);
  return { name: `${file}: ${what}`, text };
});
await hold(`programs of chance, seed ${seed}`, third, () => {
  const text = grow(random, size());
  return { name: JSON.stringify(text), text };
});
await hold(`programs with a fault, seed ${seed}`, third, () => {
  const { text } = mutate(grow(random, size()), random);
  return { name: JSON.stringify(text), text };
});

console.log(`\nKnown exceptions:\n- ${exceptions.join('\n- ').replace(/\n {2}/g, '\n  ')}`);
process.exitCode = differences.length > 0 ? 1 : 0;

async function holdFiles() {
  const cases = files.map((name) => {
    const bytes = fs.readFileSync(name);
    return { name, text: bytes, key: keyOf(bytes) };
  });
  const unknown = [...new Map(cases.map((one) => [one.key, one])).values()].filter(
    ({ key }) => !cache.has(key),
  );
  const answers = await askAll(unknown.map(({ text }) => text));
  for (const [at, { key }] of unknown.entries()) cache.set(key, answers[at]);
  fs.writeFileSync(cacheFile, JSON.stringify([...cache]));
  report(
    'files',
    cases.map(({ name, text, key }) => ({ name, text: text.toString(), answer: cache.get(key) })),
  );
}

async function hold(what, count, make) {
  const cases = Array.from({ length: count }, make);
  const answers = await askAll(cases.map(({ text }) => text));
  report(
    what,
    cases.map((one, at) => ({ ...one, answer: answers[at] })),
  );
}

/** Two processes at a time, each with a piece of the texts after the other. */
async function askAll(texts) {
  const answers = [];
  let next = 0;
  const work = async () => {
    while (next < texts.length) {
      const from = next;
      next += 200;
      const said = await accepted(values.nix, texts.slice(from, from + 200));
      for (const [at, answer] of said.entries()) answers[from + at] = answer;
    }
  };
  await Promise.all([work(), work()]);
  return answers;
}

function report(what, cases) {
  const wrong = cases.filter(({ text, answer }) => (problems(text).length === 0) !== answer);
  const right = cases.filter(({ answer }) => answer).length;
  console.log(
    `${what}: ${cases.length}, of which Nix accepts ${right} and refuses ${cases.length - right}; ${wrong.length} differ`,
  );
  for (const { name, text, answer } of wrong) {
    differences.push(name);
    const [first] = problems(text);
    console.log(`  Nix ${answer ? `accepts, we say "${first?.message}"` : 'refuses'}: ${name}`);
  }
}
