/** The reader that is written by hand, held against the parser that is made of the grammar. */
import { describe, expect, it } from 'vitest';
import { setText } from '../../../src/nix/syntax/characters.js';
import { parseByGrammar } from '../../../src/nix/syntax/lezer.js';
import type { SyntaxNode } from '../../../src/nix/syntax/node.js';
import { read } from '../../../src/nix/syntax/read.js';

const seed = Number(process.env['TEST_SEED'] ?? Date.now() % 2 ** 31);
const count = Number(process.env['READ_TEXTS'] ?? 4000);

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbers(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every node with its place and depth. */
function written(top: SyntaxNode): string {
  const lines: string[] = [];
  top.each((node) => {
    let depth = 0;
    for (let at = node; at !== top && at.parent !== null; at = at.parent) depth += 1;
    lines.push(`${depth} ${node.name} ${node.from}-${node.to}`);
  });
  return lines.join('\n');
}

/** What both make of a text; nothing of one that is not Nix. */
function both(text: string): readonly [string | undefined, string | undefined] {
  setText(text);
  try {
    const top = read();
    setText(text);
    const tree = parseByGrammar(text);
    return [top && written(top), tree.hasErrors ? undefined : written(tree.topNode)];
  } finally {
    setText('');
  }
}

/** Each rule of the grammar, and what may stand beside it. */
const right = [
  '{ a, b ? 1, ... }@c: d@{ }: { ... }: { e, }: f: 1',
  '{ } # none\n',
  '{ }: /* a */ { inherit; inherit (a) b "c" or; d.${e}."f".or = 1; } # end',
  'let a = 1; inherit b; in rec { c = let { body = 1; }; }',
  'assert a; with b; if c then d else e',
  '!a -> -b || c && d == e < f // g + h - i * j / k ++ l ? m."n"',
  '- a ? b ++ !c + d // !e == f',
  'a |> b |> c (d <| e <| f)',
  'a b.c or d.e (f or) [ g or ./h ~/i <j/k> l:m 1 .5 "" ]',
  '"a${b "c${d}"}$${e}$$"',
  "''a${b} ''${c} ''' $${d} ''\\n ${''e''}''",
  './a/${b}c/${d} + ~/${e} + a/b.${"c"}',
  '/* a */ [ # b\n 1 /* c */ 2 /* d */ ] /* e */',
  'x : y /* z */: a @ { }: { b ? c /* , */ , ... }: 1',
];

const pieces = [
  ...['{', '}', '(', ')', '[', ']', ';', ':', '@', ',', '?', 'or', 'a', '.', '...', '"', '${'],
  ...["''", '!', '-', '++', '//', '/', '==', '&&', '||', '->', '<|', '|>', 'let', 'in', 'rec'],
  ...['with', 'if', 'then', 'else', 'inherit', 'assert', '=', '#c\n', '/*c*/', '/*', './a', '1'],
  ...['<a>', '~/b', 'x:y,', '\n', '\r', '<', '$', '\\', '\0', 'ä', ' '],
];

describe(`read.ts (seed ${seed})`, () => {
  it.each(right)('makes the tree of the grammar of %s', (text) => {
    const [own, grammars] = both(text);
    expect(own).toBeDefined();
    expect(own).toBe(grammars);
  });

  it(`takes what the grammar takes, for the same: ${count} texts of chance`, () => {
    const random = numbers(seed);
    const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    let taken = 0;
    for (let run = 0; run < count; run += 1) {
      let text = oneOf(right);
      // small changes, since most others are no Nix
      for (let change = 0; change < 1 + (run % 3); change += 1) {
        const at = Math.floor(random() * (text.length + 1));
        const cut = oneOf([0, 0, 1, 1, 2, 5]);
        text = text.slice(0, at) + oneOf([...pieces, '']) + text.slice(at + cut);
      }
      const [own, grammars] = both(text);
      expect(own, text).toBe(grammars);
      if (own !== undefined) taken += 1;
    }
    expect(taken).toBeGreaterThan(count / 20);
  });

  it('gives up what is nested deeper than its stack may be, and what is no Nix', () => {
    const deep = 5000;
    for (const text of [
      `${'['.repeat(deep)}${']'.repeat(deep)}`,
      `${'a ++ '.repeat(deep)}a`,
      `${'!'.repeat(deep)}a`,
      `${'a: '.repeat(deep)}a`,
      `${'a.b or '.repeat(deep)}a`,
      `${'a <| '.repeat(deep)}a`,
      ...['', '{', '"a', "''${", '"\\', 'a b ]', '{ a ? x:y, ... b }: 1', '{ a ? x:y ... }: 1'],
    ]) {
      setText(text);
      expect(read()).toBeUndefined();
    }
    setText('');
  });

  it('reads long chains that group to the left, which are deep trees', () => {
    const [own, grammars] = both(`${'a + '.repeat(500)}a`);
    expect(own).toBe(grammars);
  });
});
