/** The covering array: that it has every pair which the rules allow, and no row which they don't. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverPairs, type Factor, type Row, type Rules } from '../../scripts/matrix/pairs.mjs';

type State = Map<string, string>;

/** Rules that forbid some values beside others, and give some factors no place at all. */
function rulesFrom(
  forbidden: (state: State, factor: Factor, value: string) => boolean,
  absent: (state: State, factor: Factor) => boolean = () => false,
): Rules<Factor, State> {
  return {
    begin: () => new Map(),
    open: async (state, factor) =>
      absent(state, factor)
        ? undefined
        : factor.values.filter((value) => !forbidden(state, factor, value)),
    take: (state, factor, value) => {
      state.set(factor.name, value);
    },
  };
}

/** Every row that the rules allow, one after the other. */
async function allRows(factors: readonly Factor[], rules: Rules<Factor, State>): Promise<Row[]> {
  let rows: State[] = [rules.begin()];
  for (const factor of factors) {
    const next: State[] = [];
    for (const row of rows) {
      const open = await rules.open(row, factor);
      if (open === undefined) next.push(row);
      for (const value of open ?? []) next.push(new Map([...row, [factor.name, value]]));
    }
    rows = next;
  }
  return rows;
}

function pairsOf(rows: readonly Row[]): Set<string> {
  const found = new Set<string>();
  for (const row of rows) {
    const values = [...row].map((each) => each.join('='));
    for (const a of values) for (const b of values) if (a !== b) found.add(`${a} ${b}`);
  }
  return found;
}

const factor = (name: string, count: number): Factor => ({
  name,
  values: Array.from({ length: count }, (_, at) => `${name}${at}`),
});

describe('the rows', () => {
  it('have every pair of values, in few rows', async () => {
    const factors = [5, 4, 3, 3, 2, 2, 2, 2, 2, 2].map((count, at) => factor(`f${at}.`, count));
    const rules = rulesFrom(() => false);
    const { rows, pairs, impossible } = await coverPairs(factors, rules, 1);
    expect(pairsOf(rows)).toEqual(pairsOf(await allRows(factors, rules)));
    expect(pairs).toBe(pairsOf(rows).size / 2);
    expect(impossible).toEqual([]);
    expect(rows.length).toBeLessThanOrEqual(24);
  });

  it('leave out what has no place, and say what can never be', async () => {
    const factors = [factor('a', 3), factor('b', 3), factor('c', 2)];
    const rules = rulesFrom(
      (state, { name }, value) => name === 'b' && value === 'b2' && state.get('a') !== 'a1',
      (state, { name }) => name === 'c' && state.get('a') === 'a0',
    );
    const { rows, impossible } = await coverPairs(factors, rules, 1);
    expect(pairsOf(rows)).toEqual(pairsOf(await allRows(factors, rules)));
    expect(rows.filter((row) => row.get('a') === 'a0' && row.has('c'))).toEqual([]);
    expect(new Set(impossible.map((pair) => pair.flat().sort().join(' ')))).toEqual(
      new Set(['a a0 b b2', 'a a2 b b2', 'a a0 c c0', 'a a0 c c1']),
    );
  });

  it('name a value that can never be once, not with every other', async () => {
    const factors = [factor('a', 2), factor('b', 3)];
    const rules = rulesFrom((_state, _factor, value) => value === 'b1');
    const { impossible } = await coverPairs(factors, rules, 1);
    expect(impossible).toEqual([[['b', 'b1']]]);
  });

  it('are the same for the same seed', async () => {
    const factors = [factor('a', 4), factor('b', 4), factor('c', 3)];
    const rules = rulesFrom(() => false);
    const [first, again] = [
      await coverPairs(factors, rules, 7),
      await coverPairs(factors, rules, 7),
    ];
    expect(again).toEqual(first);
  });

  it('have what can be under any rules', async () => {
    const forbidden = fc.uniqueArray(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(forbidden, fc.nat(1000), async (pairs, seed) => {
        const factors = [4, 4, 3, 3, 3, 3].map((count, at) => factor(`f${at}.`, count));
        const values = factors.flatMap((each) => each.values);
        const apart = new Set(pairs.map(([a, b]) => `${values[a]} ${values[b]}`));
        const rules = rulesFrom((state, _factor, value) =>
          [...state.values()].some((before) => apart.has(`${before} ${value}`)),
        );
        const { rows } = await coverPairs(factors, rules, seed);
        expect(pairsOf(rows)).toEqual(pairsOf(await allRows(factors, rules)));
      }),
      { seed: 26, numRuns: 25 },
    );
  });
});
