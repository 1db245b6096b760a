// How fast the parser of Nix is: megabytes a second over the .nix files below folders, by the time
// of the processor; and what it costs to load it and to read one large file.
//
//   npm run bench:parser -- FOLDER…
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadParser, nixFiles, writeParser } from './oracle/parser.mjs';

const rounds = 5;
const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('npm run bench:parser -- FOLDER…: folders with .nix files');
  process.exit(2);
}

const texts = nixFiles(folders).map((file) => fs.readFileSync(file, 'utf8'));
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const { parse, problems } = await loadParser();
console.log(`${texts.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
measure('parse alone', (text) => parse(text));
measure('parse and problems', (text) => problems(text));
measureStart();

function measure(what, run) {
  const speeds = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    for (const text of texts) run(text);
    return bytes / process.cpuUsage(before).user;
  });
  const sorted = speeds.toSorted((one, other) => one - other);
  const [worst, middle, best] = [0, Math.floor(rounds / 2), rounds - 1].map((at) => sorted[at]);
  console.log(
    `${what}: ${middle.toFixed(1)} MB/s (of ${rounds} rounds the median; ${worst.toFixed(1)} to ${best.toFixed(1)})`,
  );
}

/** In new processes, beside one that does nothing. */
async function measureStart() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cnc-parser-'));
  const module = path.join(folder, 'parser.mjs');
  const size = await writeParser(module);
  const large = path.join(folder, 'large.nix');
  fs.writeFileSync(large, largeFile(100_000));
  const load = `import(${JSON.stringify(module)})`;
  const read = `${load}.then((nix) => nix.problems(require('fs').readFileSync(${JSON.stringify(large)}, 'utf8')))`;
  const bare = fastest('0');
  console.log(`the parser, minified: ${size} bytes`);
  console.log(
    `node -e 0: ${bare.toFixed(0)} ms; to load the parser: ${(fastest(load) - bare).toFixed(0)} ms more`,
  );
  console.log(
    `to load it and find the problems of 100 KB: ${(fastest(read) - bare).toFixed(0)} ms more`,
  );
  fs.rmSync(folder, { recursive: true, force: true });
}

/** Files one below the other, as values of a list, until there are so many characters. */
function largeFile(length) {
  const parts = [];
  let total = 0;
  for (const text of texts) {
    if (total >= length) break;
    if (text.length > 20_000 || problems(text).length > 0) continue;
    parts.push(`(${text})\n`);
    total += text.length;
  }
  return `[\n${parts.join('')}]\n`;
}

/** The least time of the processor that a new process takes for some code, in ms. */
function fastest(code) {
  const report = 'const { user, system } = process.cpuUsage(); console.log((user + system) / 1e3)';
  const times = Array.from({ length: 15 }, () => {
    const script = `process.on('exit', () => { ${report} }); ${code}`;
    return Number(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout);
  });
  return Math.min(...times);
}
