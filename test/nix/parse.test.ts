/**
 * Every `.nix` file of the combinations of all answers, read by a real Nix: all pairs, and some that
 * chance puts together. `npm run combinations` takes 20,000 of those, `TEST_SEED` repeats a run.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '../../scripts/random.mjs';
import { mostChoices } from '../../src/commands/schema.js';
import { nixString } from '../../src/nix/write.js';
import { questions } from '../../src/questions/table.js';
import { askNix, itNeedingNix } from '../support/nix.js';
import { project } from '../support/program.js';
import { byChance, everyPair, type NixFile, NixFiles } from './combinations.js';
import { lints } from './lints.js';
import { OptionIndex } from './option-index.js';
import { combinations, seed } from './random.js';

/** A folder that lists every option, as `options-nixos.tsv` and `options-home-manager.tsv`. */
const indexFolder = process.env['OPTION_INDEX'] ?? path.join(project, '../shared/data');
const noIndex = fs.existsSync(path.join(indexFolder, 'options-nixos.tsv'))
  ? undefined
  : 'there is no list of all options: name its folder with OPTION_INDEX';

/** So many files are read by one Nix. */
const atOnce = 4000;

/** What Nix says of a file: what it evaluates to, and the paths of the options that it sets. */
interface Read {
  readonly type: string;
  readonly sets: readonly (readonly string[])[];
}

/** Home Manager's module for NixOS, which stands in neither list. */
const ofHomeManager = [
  'backupCommand',
  'backupFileExtension',
  'enableLegacyProfileManagement',
  'extraSpecialArgs',
  'minimal',
  'overwriteBackup',
  'sharedModules',
  'startAsUserService',
  'useGlobalPkgs',
  'useUserPackages',
  'users',
  'verbose',
];

/** Options that came after the list of NixOS's, which is of 2024-08. */
const newer = [
  'services.greetd.useTextGreeter', // 25.11
];

/** Modules of other projects, which the lists know nothing of; evaluating them does. */
const ofOthers = /^(programs\.nvf|stylix|wsl|catppuccin|disko|sops|age|hardware\.intelgpu)(\.|$)/;

/** Whether what a file sets is an option of NixOS, or in a user's files of Home Manager, if it is a module. */
function isOption(
  option: readonly string[],
  file: string,
  { nixos, home }: { readonly nixos: OptionIndex; readonly home: OptionIndex },
): boolean {
  const [first, second = ''] = option;
  if (!/^(hosts|modules)\//.test(file)) return true;
  if (first === 'imports' || ofOthers.test(option.join('.'))) return true;
  if (/\/home\.nix$|^modules\/home-manager\//.test(file)) return home.has(option);
  if (first === 'home-manager') return ofHomeManager.includes(second);
  return nixos.has(option) || newer.includes(option.join('.'));
}

/** What Nix says of these files; one process reads them. */
function read(files: readonly NixFile[]): readonly Read[] {
  const texts = files.map(({ text }, at) => [`${at}.nix`, text] as const);
  const list = files.map(({ text }, at) => ({
    file: `${at}.nix`,
    words: [...new Set(text.match(/[A-Za-z_][\w'-]*/g))],
  }));
  const program = fileURLToPath(new URL('read-files.nix', import.meta.url));
  return askNix<Read[]>(
    `import (/. + ${nixString(program)}) ./.`,
    new Map([...texts, ['files.json', JSON.stringify(list)]]),
  );
}

/** Reads the files of many repos, a few thousand at a time, and tells each with what Nix says of it. */
async function readAll(tell: (file: NixFile, read: Read) => void): Promise<NixFiles> {
  const files = new NixFiles();
  let waiting: NixFile[] = [];
  const flush = () => {
    const said = read(waiting);
    for (const [at, file] of waiting.entries()) if (said[at]) tell(file, said[at]);
    waiting = [];
  };
  const take = async (answers: Parameters<NixFiles['newIn']>[0]) => {
    waiting.push(...(await files.newIn(answers)));
    if (waiting.length >= atOnce) flush();
  };
  for (const answers of await everyPair()) await take(answers);
  for await (const answers of byChance(combinations, randomFrom(seed))) await take(answers);
  flush();
  return files;
}

describe(`all pairs of answers, and ${combinations} combinations by chance (seed ${seed})`, () => {
  it('know every choice there is', async () => {
    const known = new Set<string>();
    for (const { choices } of questions) {
      for (const { value } of (await choices?.(mostChoices)) ?? []) known.add(value);
    }
    const all = await everyChoice();
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((value) => !known.has(value))).toEqual([]);
  });

  describe('read by Nix', () => {
    const findings = new Findings();
    let problem: unknown;

    beforeAll(async () => {
      try {
        const files = await readAll((file, said) => findings.add(file, said));
        console.info(`${files.count} different files of ${files.repos} repos were read`);
      } catch (error) {
        problem = error;
      }
    }, 3_600_000);

    itNeedingNix('each is a set or a function', () => {
      if (problem !== undefined) throw problem;
      expect(findings.names.size).toBeGreaterThan(10);
      expect([...findings.wrongTypes]).toEqual([]);
    });

    itNeedingNix('each has nothing that a linter would mend', () => {
      if (problem !== undefined) throw problem;
      expect([...findings.lints]).toEqual([]);
    });

    itNeedingNix('each sets nothing but options', { lacks: noIndex }, () => {
      if (problem !== undefined) throw problem;
      expect([...findings.unknown].sort()).toEqual([]);
    });
  });
});

/** What is remarkable about the files, each thing once. */
class Findings {
  readonly names = new Set<string>();
  readonly wrongTypes = new Set<string>();
  readonly unknown = new Set<string>();
  readonly lints = new Set<string>();
  private readonly indexes = noIndex === undefined ? optionIndexes() : undefined;

  add({ path: file, text }: NixFile, { type, sets }: Read): void {
    const name = path.basename(file);
    this.names.add(name);
    for (const lint of lints(text)) this.lints.add(`${name}: ${lint}`);
    if (type !== 'set' && type !== 'lambda') this.wrongTypes.add(`${name}: ${type}`);
    const { indexes } = this;
    if (indexes === undefined) return;
    for (const option of sets) {
      if (!isOption(option, file, indexes)) this.unknown.add(`${name}: ${option.join('.')}`);
    }
  }
}

function optionIndexes() {
  return {
    nixos: new OptionIndex(path.join(indexFolder, 'options-nixos.tsv')),
    home: new OptionIndex(path.join(indexFolder, 'options-home-manager.tsv')),
  };
}

/** The value of every choice in the lists, which rows show only as far as answers allow. */
async function everyChoice(): Promise<readonly string[]> {
  const folder = path.join(project, 'src/choices');
  const found: string[] = [];
  for (const name of fs.readdirSync(folder)) {
    const exported: object = await import(path.join(folder, name));
    const lists = Object.values(exported).filter((each) => Array.isArray(each));
    for (const each of lists.flat()) if ('value' in each && 'hint' in each) found.push(each.value);
  }
  return found;
}
