/** What the installers of every release write: Nix takes it, and all of it is taken over. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layFiles } from '../../../scripts/files.mjs';
import { randomFrom } from '../../../scripts/random.mjs';
import { readOld } from '../../../src/import/old.js';
import { rootAt } from '../../../src/machine/read.js';
import { askNix, itNeedingNix } from '../../support/nix.js';
import { filesIn, run, temporaryFolder } from '../../support/program.js';
import { lostDefinitions, lostLines, type Told } from '../kept.js';
import { generatedConfiguration, generatedReleases } from './generated.js';
import { everyMachine, inWords, plainMachine } from './machine.js';
import { installers, releases } from './releases.js';
import { type Installed, installerConfiguration } from './write.js';

const seed = Number(process.env['TEST_SEED'] ?? 22);

/** How many are taken over; `npm run import:campaign -- installer` takes all of them. */
const size = Number(process.env['INSTALLERS'] ?? 40);

/** One machine of each release, and others by chance. */
function sample() {
  const random = randomFrom(seed);
  const all = everyMachine();
  const some = Array.from({ length: size }, () => all[Math.floor(random() * all.length)]);
  const first = releases.map((release) => all.findLast((machine) => machine.release === release));
  const chosen = new Set([...first, ...some].filter((machine) => machine !== undefined));
  return [...chosen].map((machine) => ({
    name: inWords(machine),
    installed: installerConfiguration(machine),
  }));
}

const byHand = generatedReleases.flatMap((release) =>
  (['UEFI', 'BIOS', 'none'] as const).map((firmware) => ({
    name: `${release}: by hand, firmware ${firmware}`,
    installed: generatedConfiguration(release, firmware),
  })),
);

const cases = [...sample(), ...byHand];

describe('what an installer writes', () => {
  it('covers every release and desktop', () => {
    const all = everyMachine();
    expect(new Set(all.map(({ release }) => release)).size).toBe(releases.length);
    for (const release of releases) {
      const desktops = all.filter((each) => each.release === release).map((each) => each.desktop);
      expect([...new Set(desktops)].sort()).toEqual([...installers[release].desktops].sort());
    }
  });

  itNeedingNix('is read by Nix', () => {
    const files = new Map<string, string>();
    for (const [at, { installed }] of cases.entries()) {
      for (const [name, text] of installed.files) files.set(`${at}/${name}`, text);
    }
    // a module is read when it is imported; it is a function then
    const imports = [...files.keys()].map((file) => `(builtins.isFunction (import ./${file}))`);
    const read = askNix<readonly boolean[]>(`[ ${imports.join(' ')} ]`, files);
    expect(read.filter((isFunction) => isFunction)).toHaveLength(files.size);
  });
});

describe(`taking over what an installer wrote (seed ${seed})`, () => {
  it.each(cases)('$name', { timeout: 120_000 }, async ({ installed }) => {
    const { answers, told, old, written } = await takeOver(installed);
    expect(answers).toMatchObject(installed.expected);
    expect(told).toHaveLength(old.reduce((sum, file) => sum + file.definitions.length, 0));
    expect(told.filter(({ fate }) => fate === 'left')).toEqual([]);
    for (const { path: file, text } of old) {
      const of = told.filter((account) => account.file === file);
      const texts = Object.values(written);
      expect(lostLines(text, texts.join('\n'), of)).toEqual([]);
      expect(lostDefinitions(text, texts, of)).toEqual([]);
    }
  });

  it('keeps the LUKS devices that only the configuration knows of', async () => {
    const machine = { ...plainMachine, encryption: 'root and swap' as const };
    const { written } = await takeOver(installerConfiguration(machine));
    const devices = Object.values(written)
      .join('\n')
      .match(/boot\.initrd\.luks\.devices\."[^"]+"/g);
    expect(new Set(devices).size).toBe(2);
  });
});

/** Runs the program on a configuration: its answers, its accounts, and what the host has then. */
async function takeOver({ files }: Installed) {
  const folder = temporaryFolder();
  const from = path.join(folder, 'nixos');
  layFiles(from, files);
  const out = path.join(folder, 'repo');
  const hardware = ['--hardware', path.join(from, 'hardware-configuration.nix')];
  const plain = ['--yes', '--no-git', '--no-lock', '--json', '--repo-path', '/home/leon/repo'];
  const who = { user: 'somebody', name: 'nobody' };
  const isNamed = /isNormalUser = true;\n {4}description/.test(
    files.get('configuration.nix') ?? '',
  );
  const names = isNamed ? [] : ['--username', who.user, '--hostname', who.name];
  const outcome = await run([out, '--from', from, ...hardware, ...plain, ...names]);
  expect(outcome.stderr).toBe('');
  expect(outcome.code).toBe(0);
  const { imported, host }: { imported: readonly Told[]; host: string } = JSON.parse(
    outcome.stdout,
  );
  const manifest = fs.readFileSync(path.join(out, '.create-nixos-config.json'), 'utf8');
  return {
    answers: JSON.parse(manifest).answers,
    told: imported,
    old: readOld(rootAt('/'), from, true)?.files ?? [],
    written: filesIn(path.join(out, 'hosts', host)),
  };
}
