// npm run bench: how long the program takes to start and to write a repo, and how much memory it
// peaks at, beside a bare Node and beside create-vite. All in one run, in turns, as medians: the
// ratios are what holds from machine to machine.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment, median, scratch } from './measure.mjs';
import { randomFrom } from './random.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const rounds = Number(process.argv[2] ?? 41);
const folder = fs.mkdtempSync(path.join(scratch, 'bench-'));
const program = path.join(root, 'dist/main.cjs');
const vite = path.join(root, 'node_modules/create-vite/index.js');
const peak = path.join(root, 'scripts/peak-memory.cjs');

const commands = {
  'node -e 0': ['-e', '0'],
  '--help': [program, '--help'],
  'a whole repo': [program, 'out', '--username', 'leon', '--yes', '--no-git', '--no-lock'],
  'create-vite': [vite, 'out', '--template', 'vanilla', '--no-interactive'],
};

/** One run, in a folder of its own: its milliseconds, or with `memory` its peak in MB. */
function measure(args, memory) {
  const hook = memory ? ['--require', peak] : [];
  const start = process.hrtime.bigint();
  const stdio = ['ignore', 'pipe', 'pipe', 'pipe'];
  const result = spawnSync(process.execPath, [...hook, ...args], {
    cwd: fs.mkdtempSync(path.join(folder, 'run-')),
    env: environment,
    stdio,
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (result.status !== 0) throw new Error(`${args.join(' ')}\n${result.stderr}`);
  return memory ? Number(result.output[3]) / 1024 : milliseconds;
}

const random = randomFrom(2026);

/** In another order each time: what runs behind a long program is slower than behind a short one. */
function shuffled(list) {
  return list
    .map((each) => ({ each, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ each }) => each);
}

/** The median of each command, the commands taken in turns. */
function medians(memory) {
  const values = new Map(Object.keys(commands).map((name) => [name, []]));
  for (let round = -2; round < rounds; round += 1) {
    for (const [name, args] of shuffled(Object.entries(commands))) {
      const value = measure(args, memory);
      if (round >= 0) values.get(name).push(value);
    }
  }
  return new Map([...values].map(([name, list]) => [name, median(list)]));
}

const times = medians(false);
const memories = medians(true);
const ratio = (map, name) => `${(map.get(name) / map.get('node -e 0')).toFixed(2)} ×`;
console.log(`Node ${process.version}, ${rounds} rounds, medians, written to ${scratch}\n`);
console.log('|  | time | to bare Node | peak memory | to bare Node |');
console.log('|---|---|---|---|---|');
for (const name of Object.keys(commands)) {
  const time = `${times.get(name).toFixed(1)} ms`;
  const memory = `${memories.get(name).toFixed(1)} MB`;
  console.log(
    `| ${name} | ${time} | ${ratio(times, name)} | ${memory} | ${ratio(memories, name)} |`,
  );
}
fs.rmSync(folder, { recursive: true, force: true });
