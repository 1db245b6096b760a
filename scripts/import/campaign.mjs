// Takes over configurations by the hundred and looks whether anything is lost on the way:
//
//     npm run import:campaign -- real DIR [--list FILE] [--only NAME]
//     npm run import:campaign -- installer [--sample N]
//     npm run import:campaign -- mutations [DIR] [--count N] [--seed N]
//
// `real` takes each folder of DIR (or what FILE lists: folder, tab, entry), `installer` what every
// release of the graphical installer writes, `mutations` those of the installer and of DIR, damaged.
// With --nix NIX the written files are parsed, with --inputs DIR (docs/evaluation.md) what evaluated
// before has to evaluate after, and come to the same. --work FILE keeps what evaluated before.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { layFiles } from '../files.mjs';
import { randomFrom } from '../random.mjs';
import { loadSources } from '../sources.mjs';
import { Before, evaluateBoth } from './evaluate-both.mjs';
import {
  importOne,
  isCrash,
  nixFilesIn,
  runHere,
  runProcess,
  stateOf,
  temporaryFolder,
  whatIsWrong,
} from './import-one.mjs';
import { unparsed } from './nix.mjs';

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'string' },
    only: { type: 'string' },
    sample: { type: 'string' },
    count: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    nix: { type: 'string', default: process.env.NIX },
    inputs: { type: 'string' },
    work: { type: 'string' },
    jobs: { type: 'string', default: String(os.availableParallelism()) },
    keep: { type: 'string' },
    'placeholder-hardware': { type: 'string' },
  },
});
const [kind = '', folder] = positionals;
const scratch = given.keep ?? temporaryFolder();
fs.mkdirSync(scratch, { recursive: true });
const isDamaged = kind === 'mutations';
const sources = await loadSources(
  ...['program', 'old', 'kept', 'installer', 'parser'],
  ...(isDamaged ? ['mutate'] : []),
  ...(given.inputs ? ['facts'] : []),
);
const before = new Before(given.work);

/** A machine whose owner kept the hardware file to themselves gets one that evaluates. */
const spareHardware = sources
  .installerConfiguration(sources.plainMachine)
  .files.get('hardware-configuration.nix');

const kinds = { real: realCases, installer: installerCases, mutations: mutationCases };
if (!Object.hasOwn(kinds, kind) || (kind === 'real' && !folder)) {
  console.error('Say what to take over: real DIR, installer, or mutations [DIR].');
  process.exit(2);
}

/** Folders with a configuration, as a list or by looking for them. */
function realFolders() {
  if (!folder) return [];
  const list = given.list ?? path.join(folder, 'LIST.tsv');
  const rows = fs.existsSync(list)
    ? fs
        .readFileSync(list, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split('\t'))
    : fs.readdirSync(folder).map((name) => [name, 'configuration.nix']);
  return rows
    .map(([name, entry]) => ({ name, entry, folder: path.join(folder, name) }))
    .filter((each) => fs.existsSync(path.join(each.folder, each.entry)))
    .filter(({ name }) => given.only === undefined || name.includes(given.only));
}

function* realCases() {
  for (const { name, entry, folder: source } of realFolders()) {
    yield {
      name,
      lay(place) {
        fs.cpSync(source, place, { recursive: true, verbatimSymlinks: true });
        const from = path.join(place, path.dirname(entry));
        const hardware = path.join(from, 'hardware-configuration.nix');
        const text = fs.readFileSync(path.join(place, entry), 'utf8');
        // of a flake that is refused as a whole, the configuration alone
        fs.rmSync(path.join(from, 'flake.nix'), { force: true });
        if (!fs.existsSync(hardware) && /hardware-configuration\.nix/.test(text)) {
          fs.writeFileSync(hardware, spareHardware);
        }
        return from;
      },
    };
  }
}

function lay(place, files) {
  layFiles(place, files);
  return place;
}

/** Not a multiple of 2 or 3, or each would have the same firmware, encryption and login. */
function stepFor(size) {
  let step = Math.max(1, Math.floor(size));
  while (step % 2 === 0 || step % 3 === 0) step += 1;
  return step;
}

function* installerCases() {
  const machines = sources.everyMachine();
  const step = given.sample ? stepFor(machines.length / Number(given.sample)) : 1;
  for (let at = 0; at < machines.length; at += step) {
    const { files, expected } = sources.installerConfiguration(machines[at]);
    yield { name: sources.inWords(machines[at]), expected, lay: (place) => lay(place, files) };
  }
  for (const release of sources.generatedReleases) {
    for (const firmware of ['UEFI', 'BIOS', 'none']) {
      const { files, expected } = sources.generatedConfiguration(release, firmware);
      const name = `${release}: nixos-generate-config, firmware ${firmware}`;
      yield { name, expected, lay: (place) => lay(place, files) };
    }
  }
}

function* mutationCases() {
  const random = randomFrom(Number(given.seed));
  const machines = sources.everyMachine();
  const real = realFolders();
  const oneOf = (list) => list[Math.floor(random() * list.length)];
  for (let at = 0; at < Number(given.count); at += 1) {
    const isReal = real.length > 0 && at % 2 === 0;
    const { name, files } = isReal
      ? entryOf(oneOf(real))
      : { name: 'the installer', ...sources.installerConfiguration(oneOf(machines)) };
    const damaged = sources.withOneDamaged(files, random);
    yield { name: `mutation ${at} of ${name}`, lay: (place) => lay(place, damaged) };
  }
}

/** The entry of a configuration alone, with a hardware file. */
function entryOf({ name, folder: source, entry }) {
  const text = fs.readFileSync(path.join(source, entry), 'utf8');
  return {
    name,
    files: [
      ['configuration.nix', text],
      ['hardware-configuration.nix', spareHardware],
    ],
  };
}

const run = kind === 'real' ? runProcess : (each) => runHere(sources, each);

/** One configuration: what came of it, with every problem. */
async function campaign({ name, lay, expected }) {
  const place = fs.mkdtempSync(path.join(scratch, 'case-'));
  const from = lay(path.join(place, 'old'));
  const out = path.join(place, 'new');
  const state = stateOf(path.join(place, 'old'));
  const outcome = await importOne(run, { from, out });
  const problems = isCrash(outcome) ? [`crash: ${outcome.code} ${outcome.stderr}`] : [];
  if (stateOf(path.join(place, 'old')) !== state) problems.push('the old folder was changed');
  const isWritten = outcome.code === 0;
  const isRefused = /^Nix can’t read /.test(outcome.stderr);
  if (!isWritten && !isDamaged && !isRefused && problems.length === 0) {
    problems.push(
      `exit code ${outcome.code}: ${outcome.stderr.trim().split('\n').slice(0, 3).join(' ')}`,
    );
  }
  const looked = isWritten ? whatIsWrong(sources, { from, out, outcome }) : undefined;
  if (looked) problems.push(...looked.problems, ...otherAnswers(expected, out));
  return { name, place, from, out, outcome, isWritten, ...(looked ?? {}), problems };
}

/** Answers that are not those that the installer was given. */
function otherAnswers(expected, out) {
  if (expected === undefined) return [];
  const manifest = path.join(out, '.create-nixos-config.json');
  const { answers } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  return Object.entries(expected)
    .filter(([name, value]) => answers[name] !== value)
    .map(([name, value]) => `${name} is "${answers[name]}" in place of "${value}"`);
}

/** Files of the new repo that Nix does not take, unless the old ones were no better. */
async function parseProblems(results) {
  if (!given.nix) return;
  for (const result of results) result.wasBad = result.files?.some(isBad) ?? false;
  const written = results.filter(({ isWritten, wasBad }) => isWritten && !wasBad);
  const bad = await unparsed(
    written.flatMap(({ out }) => nixFilesIn(out)),
    given.nix,
  );
  for (const result of written) {
    const own = [...bad].filter(([file]) => file.startsWith(`${result.out}/`));
    const before = await badTexts(result, own);
    const broken = own.filter(([file]) => !before.has(fs.readFileSync(file, 'utf8')));
    for (const [file, why] of broken) {
      result.problems.push(`${path.relative(result.out, file)} does not parse: ${why}`);
    }
  }
}

/** Whether a module was not Nix to begin with; asking the program's parser is faster than Nix. */
function isBad({ text }) {
  return sources.problems(text).length > 0;
}

/** Texts among the old files that Nix did not take either: not all of them are modules. */
async function badTexts({ place }, own) {
  if (own.length === 0) return new Set();
  const found = await unparsed(nixFilesIn(path.join(place, 'old')), given.nix);
  return new Set([...found.keys()].map((file) => fs.readFileSync(file, 'utf8')));
}

const fates = ['answer', 'carried', 'rewritten', 'left'];
const counts = { cases: 0, written: 0, refused: 0, wrong: 0, definitions: 0, evaluated: 0 };
const byFate = Object.fromEntries(fates.map((fate) => [fate, 0]));
const table = [];
/** Why configurations could not be evaluated wholly, neither before nor after, and how many. */
const unevaluated = new Map();

function count(result) {
  counts.cases += 1;
  counts[result.isWritten ? 'written' : 'refused'] += 1;
  counts.definitions += result.defined ?? 0;
  for (const { fate } of result.imported ?? []) byFate[fate] += 1;
  if (result.problems.length > 0) counts.wrong += 1;
  for (const problem of result.problems) console.log(`✖ ${result.name}: ${problem}`);
  if (kind === 'real') table.push(row(result));
  if (!given.keep) fs.rmSync(result.place, { recursive: true, force: true });
}

function row({ name, files, defined, imported, problems, evaluation, outcome }) {
  const fate = (wanted) => (imported ?? []).filter((each) => each.fate === wanted).length;
  const cells = [name, files?.length ?? '', defined ?? '', ...fates.map(fate)];
  return [
    ...cells,
    evaluation ?? '',
    problems.length === 0 ? '✔' : `✖ ${problems.length}`,
    outcome.code,
  ];
}

/** As many at once as the machine has processors, in portions that the parser takes together. */
async function all(cases) {
  const portion = [];
  const work = async () => {
    const results = await inParallel(portion.splice(0), campaign);
    await parseProblems(results);
    if (given.inputs) {
      await inParallel(results, (result) => evaluateBoth(result, { ...given, before, sources }));
    }
    for (const result of results) {
      const { evaluation } = result;
      if (evaluation === 'same') counts.evaluated += 1;
      else if (evaluation) unevaluated.set(evaluation, (unevaluated.get(evaluation) ?? 0) + 1);
      count(result);
    }
  };
  for (const each of cases) if (portion.push(each) >= 50) await work();
  await work();
}

async function inParallel(list, work) {
  const results = [];
  const waiting = [...list.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      results[next[0]] = await work(next[1]);
    }
  };
  await Promise.all(Array.from({ length: Number(given.jobs) }, worker));
  return results;
}

await all(kinds[kind]());
if (table.length > 0) {
  console.log(
    `\n| configuration | files | definitions | ${fates.join(' | ')} | evaluation | | exit |`,
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  for (const cells of table) console.log(`| ${cells.join(' | ')} |`);
}
if (isDamaged) console.log(`\nseed ${given.seed}`);
console.log(
  `\n${counts.cases} configurations: ${counts.written} taken over, ${counts.refused} refused, ` +
    `${counts.wrong} with problems`,
);
console.log(
  `${counts.definitions} definitions: ${fates.map((fate) => `${byFate[fate]} ${fate}`).join(', ')}`,
);
if (given.inputs) console.log(`${counts.evaluated} evaluate to the same before and after`);
for (const [why, number] of unevaluated) console.log(`${number} ${why}`);
process.exitCode = counts.wrong > 0 ? 1 : 0;
