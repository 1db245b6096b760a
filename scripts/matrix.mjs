// Evaluates what can be chosen: all pairs of answers, every choice by itself and every preset, on
// both channels, each a whole repo that the program writes. docs/matrix.md says what it needs.
//
//     npm run matrix -- --evaluate SCRIPT --inputs DIR --inputs-stable DIR [--nix NIX] [--work DIR]
//                       [--only pairs|choice|preset] [--jobs N] [--write]
//     npm run matrix -- --list
//
// What was evaluated is kept in the folder --work, so that a run goes on where the last one stopped;
// a repo whose files or inputs have changed since is evaluated again.
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { casesOf } from './matrix/cases.mjs';
import { evaluateAll } from './matrix/evaluate.mjs';
import { report, writeDocument } from './matrix/report.mjs';
import { loadSources } from './sources.mjs';

const { values: given } = parseArgs({
  options: {
    evaluate: { type: 'string' },
    inputs: { type: 'string' },
    'inputs-stable': { type: 'string' },
    nix: { type: 'string', default: process.env.NIX ?? 'nix' },
    work: { type: 'string', default: path.join(os.tmpdir(), 'create-nixos-config-matrix') },
    only: { type: 'string' },
    jobs: { type: 'string', default: String(os.availableParallelism()) },
    list: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const needed = ['evaluate', 'inputs', 'inputs-stable'].filter((name) => !given[name]);
if (needed.length > 0 && !given.list) {
  console.error(`missing: --${needed.join(', --')}. docs/matrix.md says what they are.`);
  process.exit(2);
}

const program = await loadSources('table');
const channels = [];
for (const channel of [program.unstableChannel, program.stableChannel]) {
  const found = await casesOf(program, channel);
  const cases = found.cases.filter(({ kind }) => given.only === undefined || kind === given.only);
  const inputs = given[channel === program.unstableChannel ? 'inputs' : 'inputs-stable'];
  channels.push({ ...found, cases: cases.map((each) => ({ ...each, inputs })) });
}

if (given.list) {
  for (const { channel, cases, pairs, impossible } of channels) {
    const count = (kind) => cases.filter((each) => each.kind === kind).length;
    console.log(
      `${channel}: ${cases.length} combinations: ${count('pairs')} for ${pairs} pairs, ` +
        `${count('choice')} for each choice by itself, ${count('preset')} presets; ` +
        `${impossible.length} pairs can't be`,
    );
  }
} else {
  const cases = channels.flatMap((each) => each.cases);
  const results = await evaluateAll(cases, {
    evaluate: path.resolve(given.evaluate),
    nix: given.nix,
    work: path.resolve(given.work),
    jobs: Number(given.jobs),
  });
  const text = report(channels, results);
  if (given.write) writeDocument(text);
  else console.log(text);
  process.exitCode = results.every(({ state }) => state === 'ok') ? 0 : 1;
}
