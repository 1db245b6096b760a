import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { accepted as nixAccepts } from '../../../scripts/oracle/ask.mjs';
import { grow } from '../../../scripts/oracle/grow.mjs';
import { mutate, pick } from '../../../scripts/oracle/mutate.mjs';
import { randomFrom } from '../../../scripts/random.mjs';
import { problems } from '../../../src/nix/syntax/parse.js';
import { itNeedingNix, nix } from '../../support/nix.js';
import { accepted, refused } from './rules.js';

describe.each(Object.entries(accepted))('%s that are right', (_rule, texts) => {
  it.each(texts)('%j', (text) => {
    expect(problems(text)).toEqual([]);
  });
});

describe.each(Object.entries(refused))('%s that are wrong', (_rule, texts) => {
  it.each(texts)('%j', (text) => {
    expect(problems(text)).not.toEqual([]);
  });
});

describe('what a problem says', () => {
  it.each([
    ['{ a = 1; b = 2 }', '}', 'something is missing before "}"'],
    ['{ a = 1', '', 'the file ends in the middle of an expression'],
    ['{ a = 1; } }', '}', `"}" can't stand here`],
    ['{ a = 1;\n  a = 2; }', 'a', '"a" is defined already, in line 1'],
    ['{ a.b = 1; a.b = 2; }', 'a.b', '"b" is defined already, in line 1'],
    ['{ a, a }: a', 'a', 'the function has two arguments named "a"'],
    ['{ a = pkgs.b; }', 'pkgs', '"pkgs" is not defined'],
    ['./a/', './a/', `a path can't end in "/"`],
    ['1 == 2 != 3', '1 == 2 != 3', `"!=" can't follow on "==" without parentheses`],
    ['true /* x', '/* x', 'this comment is not closed: "*/" is missing'],
  ])('%j', (text, place, message) => {
    const [problem] = problems(text);
    expect(problem?.message).toBe(message);
    expect(text.slice(problem?.from, problem?.to)).toBe(
      place === '}' && problem?.from === problem?.to ? '' : place,
    );
  });

  it('they come in the order of their places', () => {
    const places = problems('{ a = x; b = y; c = z; }').map(({ from }) => from);
    expect(places).toEqual([6, 13, 20]);
  });
});

describe('a real Nix says the same', () => {
  const hold = async (texts: readonly string[]) => {
    const answers = await nixAccepts(nix ?? '', texts);
    const ours = texts.map((text) => problems(text).length === 0);
    const wrong = texts.filter((_text, at) => answers[at] !== ours[at]);
    expect(wrong).toEqual([]);
  };
  const seed = Number(process.env['TEST_SEED'] ?? 26);

  itNeedingNix('of each rule', () =>
    hold([...Object.values(accepted), ...Object.values(refused)].flat()),
  );

  itNeedingNix(`of 300 faults in the snapshots, from seed ${seed}`, async () => {
    const folder = path.resolve('test/snapshots');
    const files = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.nix'))
      .sort()
      .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
    const random = randomFrom(seed);
    await hold([
      ...files,
      ...Array.from({ length: 300 }, () => mutate(pick(random, files), random).text),
    ]);
  });

  itNeedingNix(`of 300 programs of chance, from seed ${seed}`, async () => {
    const random = randomFrom(seed);
    await hold(Array.from({ length: 300 }, () => grow(random, pick(random, 20))));
  });
});
