/** Every `.nix` file of every combination of the choices, read by a real Nix. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { nixString } from '../../src/nix/write.js';
import { questions } from '../../src/questions/table.js';
import { askNix, itNeedingNix } from '../support/nix.js';
import { project } from '../support/program.js';
import { everyNixFile, type Rendered, sampled } from './combinations.js';
import { OptionIndex } from './option-index.js';

/** A folder that lists every option, as `options-nixos.tsv` and `options-home-manager.tsv`. */
const indexFolder = process.env['OPTION_INDEX'] ?? path.join(project, '../shared/data');
const noIndex = fs.existsSync(path.join(indexFolder, 'options-nixos.tsv'))
  ? undefined
  : 'there is no list of all options: name its folder with OPTION_INDEX';

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

/** Whether what a file sets is an option of NixOS, or in a user's files of Home Manager. */
function isOption(
  option: readonly string[],
  file: string,
  { nixos, home }: { readonly nixos: OptionIndex; readonly home: OptionIndex },
): boolean {
  const [first, second = ''] = option;
  if (first === 'imports') return true;
  if (/\/home\.nix$|^modules\/home-manager\//.test(file)) {
    // nvf's own modules say what there is, and the list knows nothing of them
    return (first === 'programs' && second === 'nvf') || home.has(option);
  }
  return first === 'home-manager' ? ofHomeManager.includes(second) : nixos.has(option);
}

describe('every combination of the choices', () => {
  let rendered: Rendered;
  let answer: readonly Read[] | undefined;

  beforeAll(async () => {
    rendered = await everyNixFile();
  }, 300_000);

  /** Every text with what Nix says of it; one process reads them all. */
  function read() {
    const texts = [...rendered.texts];
    const files = texts.map(([text], at) => [`${at}.nix`, text] as const);
    const list = texts.map(([text], at) => ({
      file: `${at}.nix`,
      words: [...new Set(text.match(/[A-Za-z_][\w'-]*/g))],
    }));
    const program = fileURLToPath(new URL('read-files.nix', import.meta.url));
    answer ??= askNix<Read[]>(
      `import (/. + ${nixString(program)}) ./.`,
      new Map([...files, ['files.json', JSON.stringify(list)]]),
    );
    return texts.map(([, { path: file }], at) => ({ file, ...answer?.[at] }));
  }

  it('has an answer for every question', () => {
    const open = questions.filter(({ name, choices }) => choices === undefined && !sampled(name));
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  itNeedingNix('is parsed by Nix', () => {
    const types = read().map(({ file, type }) => `${path.basename(file)}: ${type}`);
    expect(new Set(types).size).toBeGreaterThan(10);
    expect(types.filter((each) => !/: (set|lambda)$/.test(each))).toEqual([]);
  });

  itNeedingNix('sets nothing but options', { lacks: noIndex }, () => {
    const indexes = {
      nixos: new OptionIndex(path.join(indexFolder, 'options-nixos.tsv')),
      home: new OptionIndex(path.join(indexFolder, 'options-home-manager.tsv')),
    };
    const unknown = read().flatMap(({ file, sets = [] }) =>
      sets
        .filter((option) => !isOption(option, file, indexes))
        .map((option) => `${path.basename(file)}: ${option.join('.')}`),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });
});
