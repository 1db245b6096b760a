// npm run import:bench -- DIR [ROUNDS]: how long taking over the largest configuration of DIR takes
// beyond a bare Node, beside a run that takes nothing over. In turns, as medians.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { environment, median, scratch } from '../measure.mjs';
import { loadSources } from '../sources.mjs';
import { nixFilesIn, programFile, temporaryFolder } from './import-one.mjs';

/** What the issue allows, in milliseconds. */
const limit = 150;

const [folder, rounds = '31'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name the folder of configurations.');
  process.exit(2);
}
const { readOld, rootAt } = await loadSources('old');

/** Every folder with a configuration that is no flake, and how much its modules have. */
function sizes() {
  const entries = fs
    .readdirSync(folder)
    .filter((name) => fs.statSync(path.join(folder, name)).isDirectory())
    .flatMap((name) => nixFilesIn(path.join(folder, name)))
    .filter((file) => path.basename(file) === 'configuration.nix');
  return entries.flatMap((file) => {
    const from = path.resolve(path.dirname(file));
    const old = readOld(rootAt('/'), from, true);
    if (old === undefined || old.isFlake) return [];
    return [
      {
        from,
        files: old.files.length,
        bytes: old.files.reduce((sum, { text }) => sum + text.length, 0),
      },
    ];
  });
}

const all = sizes().sort((one, other) => other.bytes - one.bytes);
const [largest] = all;
if (largest === undefined) {
  console.error(`There is no configuration in ${folder}.`);
  process.exit(2);
}
const runs = temporaryFolder(scratch);
const plain = [programFile, 'new', '--yes', '--no-git', '--no-lock', '--username', 'leon'];
const own = path.join(largest.from, 'hardware-configuration.nix');
const hardware = ['--hardware', fs.existsSync(own) ? own : 'none'];
const commands = {
  'node -e 0': ['-e', '0'],
  'nothing taken over': [...plain, '--hardware', 'none'],
  'the largest': [...plain, '--from', largest.from, ...hardware],
};

const env = { ...environment, CREATE_NIXOS_CONFIG_ROOT: '/nonexistent' };

/** One run, in a folder of its own: its milliseconds. */
function measure(args) {
  const cwd = fs.mkdtempSync(path.join(runs, 'run-'));
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')}\n${stderr}`);
  return milliseconds;
}

const times = new Map(Object.keys(commands).map((name) => [name, []]));
for (let round = -2; round < Number(rounds); round += 1) {
  for (const [name, args] of Object.entries(commands)) {
    const time = measure(args);
    if (round >= 0) times.get(name).push(time);
  }
}
const least = (values) => Math.min(...values);
const bare = times.get('node -e 0');

console.log(
  `Node ${process.version}, ${rounds} rounds, written to ${scratch}; ${path.relative(folder, largest.from)}:`,
);
console.log(`${largest.files} files, ${(largest.bytes / 1024).toFixed(0)} KB\n`);
console.log('|  | median | beyond a bare Node | shortest | beyond it |');
console.log('|---|---|---|---|---|');
for (const [name, values] of times) {
  const [usual, best] = [median(values), least(values)];
  const cells = [usual, usual - median(bare), best, best - least(bare)];
  console.log(`| ${name} | ${cells.map((time) => `${time.toFixed(0)} ms`).join(' | ')} |`);
}
const beyond = median(times.get('the largest')) - median(bare);
console.log(`\n${beyond.toFixed(0)} of ${limit} ms`);
process.exitCode = beyond > limit ? 1 : 0;
