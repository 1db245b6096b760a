// Evaluates configurations before and after they were taken over, and says what differs:
//
//     npm run import:evaluate -- --inputs DIR [--nix NIX] OLD NEW [OLD NEW …]
//
// OLD is a folder with a configuration.nix, NEW the repo that it was taken over into, whose host is
// the first below hosts/. docs/evaluation.md says what the inputs are.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadSources } from '../sources.mjs';
import { differences, losses } from './compare.mjs';
import { evaluateNew, evaluateOld } from './nix.mjs';

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    inputs: { type: 'string' },
    nix: { type: 'string', default: process.env.NIX ?? 'nix' },
    all: { type: 'boolean', default: false },
  },
});
if (!given.inputs || positionals.length === 0 || positionals.length % 2 === 1) {
  console.error('Say --inputs DIR, and for each configuration the old folder and the new repo.');
  process.exit(2);
}
const sources = await loadSources('facts');
const inputs = path.resolve(given.inputs);

for (let at = 0; at < positionals.length; at += 2) {
  const [from, repo] = positionals.slice(at, at + 2).map((place) => path.resolve(place));
  const [host] = fs.readdirSync(path.join(repo, 'hosts'));
  const entry = path.join(from, 'configuration.nix');
  const old = await evaluateOld({ inputs, nix: given.nix, entry }, sources);
  const now = await evaluateNew({ inputs, nix: given.nix, repo, host }, sources);
  console.log(`${from} → ${repo}`);
  const states = { before: old, after: now };
  for (const [when, { error, incomplete }] of Object.entries(states)) {
    if (error ?? incomplete) console.log(`  ${when}: ${error ?? incomplete}`);
  }
  if (now.error || (now.incomplete && !old.incomplete)) process.exitCode = 1;
  if (!old.facts || !now.facts) continue;
  const found = differences(old.facts, now.facts);
  const shown = given.all ? found : losses(found);
  for (const { name, before, after } of shown) console.log(`  ${name}: ${before} → ${after}`);
  if (shown.length > 0) process.exitCode = 1;
  else console.log('  the same');
}
