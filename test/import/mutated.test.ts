import { describe, expect, it } from 'vitest';
import { isInstallerComment } from '../../src/import/installer-comments.js';
import { definitions } from '../../src/nix/definitions.js';
import { parse, problems } from '../../src/nix/syntax/parse.js';
import { asked, graphical, hardware } from './installer.js';
import { type Carried, carryText } from './support.js';

const count = Number(process.env['MUTATIONS'] ?? 300);
const seed = Number(
  process.env['TEST_SEED'] ?? (process.env['MUTATIONS'] ? Date.now() % 2 ** 31 : 26),
);

/** mulberry32: the same numbers for the same seed. */
function numbers(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pieces = [
  ...['{', '}', '[', ']', '(', ')', ';', '=', '"', "''", '${', '\\', '#', '/*', '*/', '\n', ' '],
  ...['let ', ' in ', 'with pkgs; ', 'rec ', 'inherit (pkgs) a b; ', '<nixpkgs>', './x.nix', '// '],
  ...[
    '# mine\n',
    'x = 1; # my own\n',
    'console.keyMap = "de";\n',
    'a.b = { c = 1; };\n',
    '\0',
    '\r',
  ],
  'imports = [ <home-manager/nixos> ./hardware-configuration.nix ];\n',
  'u = import (fetchTarball "https://github.com/NixOS/nixpkgs/archive/x.tar.gz") { };\n',
];

function mutated(text: string, random: (below: number) => number): string {
  let result = text;
  for (let left = 1 + random(4); left > 0; left -= 1) {
    const lines = result.split('\n');
    const at = random(result.length + 1);
    const piece = pieces[random(pieces.length)] ?? '';
    const line = random(lines.length);
    const ways = [
      () => result.slice(0, at),
      () => result.slice(0, at) + piece + result.slice(at),
      () => result.slice(0, at) + result.slice(at + 1 + random(40)),
      () => lines.toSpliced(line, 1).join('\n'),
      () => lines.toSpliced(line, 0, `  ${piece.trimEnd()}`).join('\n'),
      () => lines.toSpliced(line, 0, lines[random(lines.length)] ?? '').join('\n'),
    ];
    result = ways[random(ways.length)]?.() ?? result;
  }
  return result;
}

const words = (text: string) => text.replace(/\s+/g, '');

/** What is lost: a person's comments, and definitions that are said to be carried. */
function lost(text: string, { entry = '', accounts, old }: Carried): readonly string[] {
  if (problems(text).length > 0) return entry === text || accounts.length === 0 ? [] : ['a byte'];
  const comments = commentsIn(text).filter((comment) => !isInstallerComment(comment));
  const missing = comments.filter((comment) => !words(entry).includes(words(comment)));
  const [file] = old.files;
  const kept = definitions(entry).map(({ path, value }) => `${path.join('.')}=${words(value)}`);
  const gone = (file?.definitions ?? []).filter(({ path, value }, at) => {
    return accounts[at]?.fate === 'carried' && !kept.includes(`${path.join('.')}=${words(value)}`);
  });
  const broken = entry === '' ? [] : problems(entry).map(({ message }) => message);
  return [...missing, ...gone.map(({ path }) => path.join('.')), ...broken];
}

function commentsIn(text: string): readonly string[] {
  const found: string[] = [];
  parse(text).each(({ name, from, to }) => {
    if (name === 'Comment') found.push(text.slice(from, to));
  });
  return found;
}

describe(`mutated files (seed ${seed})`, () => {
  it(`never crash and never lose text: ${count} of them`, { timeout: 600_000 }, async () => {
    const random = numbers(seed);
    const carry = await carryText({ answers: { desktop: 'gnome' }, questions: asked, hardware });
    for (let run = 0; run < count; run += 1) {
      const text = mutated(graphical, random);
      const result = carry(text);
      const total = result.old.files.reduce((sum, file) => sum + file.definitions.length, 0);
      expect(result.accounts, text).toHaveLength(total);
      expect(lost(text, result), text).toEqual([]);
    }
  });
});
