// How much work the generated repo is for Nix, beside the same machine written by hand
// (test/baseline/): thunks and function calls, as Nix counts them (NIX_SHOW_STATS), for the article's
// answers. Both have to come to the same system.
//
//     npm run cost -- --evaluate SCRIPT --inputs DIR [--nix NIX]
//
// SCRIPT and DIR are those of `npm run evaluate`: docs/evaluation.md says what they are.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { layFiles } from './files.mjs';
import { inputsFrom } from './nix.mjs';
import { loadSources, project } from './sources.mjs';

/** The most that the generated repo may cost, of what the one by hand does. */
const limit = 1.02;

const { values: given } = parseArgs({
  options: {
    evaluate: { type: 'string' },
    inputs: { type: 'string' },
    nix: { type: 'string', default: process.env.NIX ?? 'nix' },
  },
});
const needed = ['evaluate', 'inputs'].filter((name) => !given[name]);
if (needed.length > 0) {
  console.error(`missing: --${needed.join(', --')}. docs/evaluation.md says what they are.`);
  process.exit(2);
}

const host = 'framework-desktop';
const hardware = path.join(project, `test/nix/hardware/${host}.nix`);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'create-nixos-config-cost-'));
process.on('exit', () => fs.rmSync(scratch, { recursive: true, force: true }));

/** The article's answers, as the program writes them. */
async function generated() {
  const { renderRepo, resolveAnswers, unknownMachine, values } = await loadSources('table');
  const answers = {
    ...{ hardware, hostname: host, username: 'leon', channel: 'nixos-unstable' },
    ...{ shell: 'zsh', theme: 'robbyrussell', fullName: 'Aumit Leon' },
    ...{ email: 'leon@example.org', timeZone: 'America/New_York' },
  };
  const resolved = await resolveAnswers(
    new Map(Object.entries(answers).map(([name, value]) => [name, { value, source: 'cost' }])),
    unknownMachine,
    async (_question, standard) => standard,
  );
  const files = await renderRepo(values(resolved.answers), fs.readFileSync(hardware, 'utf8'));
  const repo = path.join(scratch, 'generated');
  layFiles(
    repo,
    files.map(({ path: file, text }) => [file, text]),
  );
  return repo;
}

function byHand() {
  const repo = path.join(scratch, 'by-hand');
  fs.cpSync(path.join(project, 'test/baseline'), repo, { recursive: true });
  fs.copyFileSync(hardware, path.join(repo, 'hardware-configuration.nix'));
  return repo;
}

/** What Nix counted while the script evaluated a repo. */
function statistics(repo) {
  const file = path.join(scratch, `${path.basename(repo)}.json`);
  const env = { ...process.env, INPUTS: given.inputs, NIX: given.nix };
  const stats = { NIX_SHOW_STATS: '1', NIX_SHOW_STATS_PATH: file };
  const { status, stdout } = spawnSync(given.evaluate, [repo, host], {
    encoding: 'utf8',
    env: { ...env, ...stats },
  });
  if (status !== 0) throw new Error(`${path.basename(repo)} does not evaluate\n${stdout}`);
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/** The name of the system that a repo comes to: the same for the same options. */
function systemOf(repo) {
  const attribute = `path:${repo}#nixosConfigurations.${host}.config.system.build.toplevel.drvPath`;
  const { stdout, stderr, status } = spawnSync(
    given.nix,
    [
      ...['--extra-experimental-features', 'nix-command flakes', 'eval', '--raw', '--impure'],
      ...['--no-write-lock-file', ...inputsFrom(given.inputs, repo), attribute],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const repos = { generated: await generated(), 'by hand': byHand() };
const [ours, theirs] = Object.values(repos).map(statistics);
const counted = { thunks: 'nrThunks', 'function calls': 'nrFunctionCalls' };
const ratios = Object.values(counted).map((key) => ours[key] / theirs[key]);

console.log('|  | generated | by hand | ratio |\n|---|---|---|---|');
for (const [at, [name, key]] of Object.entries(counted).entries()) {
  const numbers = [ours, theirs].map((stats) => stats[key].toLocaleString('en'));
  console.log(`| ${name} | ${numbers.join(' | ')} | ${ratios[at].toFixed(4)} |`);
}

const [mine, other] = Object.values(repos).map(systemOf);
if (mine === other) console.log('\nBoth come to the same system.');
else {
  console.error(`\nThey are not the same system:\n  ${mine}\n  ${other}`);
  process.exitCode = 1;
}
if (Math.max(...ratios) > limit) {
  console.error(`\nThe generated repo costs more than ${limit} times the one by hand.`);
  process.exitCode = 1;
}
