/**
 * What is typed is what Nix reads: a thousand answers to each question that takes free text, and
 * everything that writes Nix. `TEST_SEED` repeats a run; the seed stands in the tests' names.
 */
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busIdsView } from '../../src/choices/graphics.js';
import { keyboardLayouts } from '../../src/data/keyboards.js';
import { locales } from '../../src/data/locales.js';
import { timeZones } from '../../src/data/time-zones.js';
import { Facts } from '../../src/machine/facts.js';
import {
  attributeName,
  insideIndentedString,
  insideString,
  nixString,
} from '../../src/nix/write.js';
import type { Answers } from '../../src/questions/answers.js';
import { type QuestionName, questions } from '../../src/questions/table.js';
import { renderRepo } from '../../src/repo/render.js';
import { plain, sshKey } from '../support/answers.js';
import { askNix, itNeedingNix } from '../support/nix.js';
import { awkward, text } from './strings.js';

const count = 1000;
const seed = Number(process.env['TEST_SEED'] ?? Date.now() % 2 ** 31);
const sample = <T>(strings: fc.Arbitrary<T>, numRuns: number) =>
  fc.sample(strings, { numRuns, seed });

const context = { facts: new Facts('/nonexistent', { uid: undefined, env: {} }), directory: '/' };

/** What a question's pattern says, where it lets through most of what the check accepts. */
function fromPattern(name: QuestionName): fc.Arbitrary<string> {
  const pattern = questions.find((question) => question.name === name)?.pattern;
  if (pattern === undefined) throw new Error(`${name} has no pattern`);
  return fc.stringMatching(new RegExp(pattern));
}

const part = text.map((each) => each.replace(/[\s@<>"\p{Cc}]/gu, ''));

/** `PCI:1:0:0`: a bus, a device on it, and one of its functions (PCI Local Bus Specification 3.0). */
const busId = fc
  .tuple(fc.nat(255), fc.nat(31), fc.nat(7))
  .map((numbers) => `PCI:${numbers.join(':')}`);

/** For each question that takes free text, where its strings come from. */
const strings: Readonly<Partial<Record<QuestionName, fc.Arbitrary<string>>>> = {
  hostname: fromPattern('hostname'),
  username: fromPattern('username'),
  fullName: text,
  email: fc.oneof(
    fc.tuple(part, part).map((parts) => parts.join('@')),
    fc.emailAddress(),
  ),
  timeZone: fc.constantFrom(...timeZones.list()),
  locale: fc.constantFrom(...locales.list()),
  formats: fc.constantFrom('', ...locales.list()),
  keyboard: fc.constantFrom(
    ...keyboardLayouts().flatMap(({ layout, variants }) => [
      layout,
      ...variants.map((variant) => `${layout}(${variant})`),
    ]),
  ),
  grubDevice: fromPattern('grubDevice'),
  nvidiaBusIds: fc
    .tuple(fc.constantFrom('intel', 'amd'), busId, busId)
    .map(([other, first, second]) => `${other}=${first},nvidia=${second}`),
  sshKey: text.map((comment) => `${sshKey.split(' ').slice(0, 2).join(' ')} ${comment}`),
  diskDevice: fc
    .stringMatching(/^[A-Za-z0-9#+:=@_-][A-Za-z0-9#+.:=@_-]*$/)
    .map((name) => `/dev/disk/by-id/${name}`),
  stateVersion: fromPattern('stateVersion'),
  repoPath: fromPattern('repoPath'),
};

/** The first thousand strings that the question accepts, as it keeps them. */
async function acceptedFor(name: QuestionName): Promise<readonly string[]> {
  const question = questions.find((each) => each.name === name);
  const accepted: string[] = [];
  const soFar = {
    channel: 'nixos-unstable',
    hardware: 'none',
    bootLoader: 'grub',
    graphics: 'nvidia-laptop',
    disk: 'luks',
  };
  for (const typed of [...awkward, ...sample(strings[name] ?? text, 20 * count)]) {
    const check = await question?.check(typed, soFar, context);
    if (check?.ok) accepted.push(check.value);
    if (accepted.length === count) break;
  }
  return accepted;
}

/** What Nix says of a repo: see read-answers.nix. */
interface Read {
  readonly configurationFile: string;
  readonly placeholder: string;
  readonly commands: string | { readonly update: string; readonly upgrade: string };
  readonly [fact: string]: unknown;
}

/** What it should say. */
function expected({ hostname, username, fullName, email, ...answers }: Answers) {
  const [, layout, variant = ''] = /^([^(]*)(?:\((.*)\))?$/.exec(answers.keyboard) ?? [];
  return {
    computers: [hostname],
    configurationFile: `/hosts/${hostname}/configuration.nix`,
    hostName: hostname,
    users: [username],
    homes: [username],
    description: fullName || username,
    timeZone: answers.timeZone,
    locale: answers.locale,
    formats: answers.formats === '' ? [] : Array(9).fill(answers.formats),
    keyboard: { layout, variant },
    // disko tells GRUB its disk, if it is to be on one
    grubDevice: answers.disk === 'keep' || answers.grubDevice === 'nodev' ? answers.grubDevice : '',
    diskDevice: answers.disk === 'keep' ? '' : answers.diskDevice,
    busIds: busIdsView(answers.nvidiaBusIds),
    sshKeys: answers.sshKey === '' ? [] : answers.sshKey.split('\n'),
    stateVersion: answers.stateVersion,
    placeholder: `hosts/${hostname}/hardware-configuration.nix`,
    gitUser: { ...(fullName && { name: fullName }), ...(email && { email }) },
    commands: [`${answers.repoPath}#${hostname}`, answers.repoPath],
    missing: [],
  };
}

/** What Nix said, with only that left of a longer text which an answer decides. */
function found(read: Read | undefined, repo: string): unknown {
  if (read === undefined) return undefined;
  const { commands, configurationFile, placeholder } = read;
  const lines = typeof commands === 'string' ? commands : `${commands.update}\n${commands.upgrade}`;
  return {
    ...read,
    configurationFile: configurationFile.slice(configurationFile.indexOf(repo) + repo.length),
    placeholder: /^\S+/.exec(placeholder)?.[0],
    commands: [...lines.matchAll(/--flake "?([^\s"]+)"?/g)].map((match) => match[1]),
  };
}

/** Answers with these for free text; what is chosen from a list makes every template take part. */
function chosen(typed: Readonly<Record<string, string | undefined>>): Answers {
  return {
    ...plain,
    bootLoader: 'grub',
    graphics: 'nvidia-laptop',
    ...typed,
  };
}

describe('free text', () => {
  const free = questions.filter(
    ({ choices, name }) => choices === undefined && name !== 'hardware',
  );
  const shells = ['zsh', 'bash', 'fish', 'nushell'];

  it('is tried for every question that takes it', () => {
    expect(Object.keys(strings).sort()).toEqual(free.map(({ name }) => name).sort());
  });

  itNeedingNix(`is read back by Nix as it was typed (TEST_SEED=${seed})`, async () => {
    const values = new Map<QuestionName, readonly string[]>();
    for (const { name } of free) values.set(name, await acceptedFor(name));
    expect([...values].filter(([, accepted]) => accepted.length < count)).toEqual([]);

    const cases = ['keep', 'luks'].flatMap((disk) =>
      Array.from({ length: count }, (_, at): Answers => {
        const typed = [...values].map(([name, accepted]) => [name, accepted[at]]);
        return {
          ...chosen(Object.fromEntries(typed)),
          channel: at % 2 === 0 ? 'nixos-unstable' : 'nixos-26.05',
          shell: shells[at % shells.length] ?? '',
          disk,
        };
      }),
    );
    const files = new Map<string, string>();
    for (const [at, answers] of cases.entries()) {
      for (const file of await renderRepo(answers, undefined)) {
        if (file.path.endsWith('.nix')) files.set(`${at}/${file.path}`, file.text);
      }
    }
    const program = nixString(fileURLToPath(new URL('read-answers.nix', import.meta.url)));
    const read = askNix<Read[]>(
      `builtins.genList (at: import (/. + ${program}) (./. + "/\${toString at}")) ${cases.length}`,
      files,
    );
    const wrong = cases.flatMap((answers, at) => {
      const pair = { expected: expected(answers), found: found(read[at], `/${at}`) };
      return isDeepStrictEqual(pair.found, pair.expected) ? [] : [pair];
    });
    expect(wrong[0]?.found).toEqual(wrong[0]?.expected);
    expect(wrong).toHaveLength(0);
  });

  it(`is copied from a hardware file, whose path is not (TEST_SEED=${seed})`, async () => {
    const typed = {
      ...Object.fromEntries(free.map(({ name }) => [name, 'x'])),
      nvidiaBusIds: 'intel=PCI:0:2:0,nvidia=PCI:1:0:0',
    };
    for (const hardware of sample(text, count)) {
      const path = '/mnt/usb stick/hardware.nix';
      const files = await renderRepo({ ...chosen(typed), hardware: path }, hardware);
      const copy = files.find((file) => file.path.endsWith('/hardware-configuration.nix'));
      expect(copy?.text).toBe(hardware);
      expect(files.filter((file) => file !== copy && file.text.includes('usb stick'))).toEqual([]);
    }
  });
});

describe('what writes Nix', () => {
  itNeedingNix(`writes what Nix reads back (TEST_SEED=${seed})`, () => {
    const typed = [...awkward, ...sample(text, 2 * count)];
    const pairs = typed.map((first, at) => [first, typed[at * 7 + 1] ?? first] as const);
    const line = (each: string) => each.replace(/[\n\r\t]/g, ' ');
    const entries = pairs.map(
      ([first, second]) => `{
        string = ${nixString(first)};
        inString = "<${insideString(first)}>";
        beside = "${insideString(first)}${insideString(second)}";
        inIndented = ''
          <${insideIndentedString(line(first))}>
        '';
        besideIndented = ''
          <${insideIndentedString(line(first))}${insideIndentedString(line(second))}>
        '';
        name = builtins.attrNames { ${attributeName(first)} = 1; };
      }`,
    );
    const read = askNix<unknown[]>(`[\n${entries.join('\n')}\n]`);
    const wrong = pairs.flatMap(([first, second], at) => {
      const right = {
        string: first,
        inString: `<${first}>`,
        beside: first + second,
        inIndented: `<${line(first)}>\n`,
        besideIndented: `<${line(first)}${line(second)}>\n`,
        name: [first],
      };
      const same = isDeepStrictEqual(read[at], right);
      return same ? [] : [{ right, read: read[at] }];
    });
    expect(wrong[0]?.read).toEqual(wrong[0]?.right);
    expect(wrong).toHaveLength(0);
  });
});
