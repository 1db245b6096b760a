// A covering array: rows of values, so few that all can be tried, in which any two values that go
// together stand together in some row. Greedy and seeded: the same seed gives the same rows.
//
// What goes together only the rules know: a row is filled from the first factor to the last, and
// the rules say what each can be after those before it.

import { randomFrom } from '../random.mjs';

/**
 * Fills a row. Of what the rules let a factor be, it takes what `fixed` has, else what `choose`
 * says. Nothing comes back where a factor can't be what it is fixed to, or can't be anything.
 *
 * @param factors a list of `{ name, values }`
 * @param rules `begin()` is a row without values; `open(row, factor)` says what the factor can be
 *   after the values of the row, nothing where it has no place; `take(row, factor, value)`
 * @param fixed factor's name → value
 * @param choose (factor, values, taken) → value
 */
export async function fill(factors, rules, fixed, choose) {
  const row = rules.begin();
  const taken = new Map();
  for (const factor of factors) {
    const open = await rules.open(row, factor);
    const wanted = fixed.get(factor.name);
    if (open === undefined && wanted === undefined) continue;
    const fits = wanted === undefined ? open.length > 0 : open?.includes(wanted);
    if (!fits) return undefined;
    const value = wanted ?? (await choose(factor, open, taken));
    rules.take(row, factor, value);
    taken.set(factor.name, value);
  }
  return taken;
}

/** So often chance is asked for a row with a value or a pair, before it counts as impossible. */
const tries = 80;

/**
 * Rows that have every pair of values that can stand in one row.
 *
 * @returns `rows` (each a Map from a factor's name to its value, without the factors that have no
 *   place in it), the number of `pairs` in them, and the `impossible` ones: no row was found; an
 *   impossible value stands there by itself, and not with every other
 */
export async function coverPairs(factors, rules, seed) {
  const pairs = new Pairs(factors);
  const search = { factors, rules, pairs, random: randomFrom(seed), examples: new Map() };
  const rows = [];
  const impossible = [];
  await findExamples(search, impossible);
  for (let open = pairs.next(); open !== undefined; open = pairs.next()) {
    const row = await rowWith(open, search);
    if (row === undefined) {
      impossible.push(open);
      pairs.drop(open);
    } else {
      rows.push(row);
      pairs.cover(row);
    }
  }
  return { rows, impossible, pairs: pairs.covered };
}

/** A row for each value by itself, which shows what the value needs. */
async function findExamples({ factors, rules, pairs, random, examples }, impossible) {
  const any = (_factor, values) => values[Math.floor(random() * values.length)];
  for (const { name, values } of factors) {
    for (const value of values) {
      const row = await firstOf(tries, () => fill(factors, rules, new Map([[name, value]]), any));
      if (row === undefined) {
        impossible.push([[name, value]]);
        pairs.dropValue([name, value]);
      } else examples.set(`${name}=${value}`, row);
    }
  }
}

/** So many rows are made for a pair, of which the one with the most new pairs is kept. */
const candidates = 12;

/** A row that has this pair, and as many other new ones as can be found. */
async function rowWith(pair, { factors, rules, pairs, random, examples }) {
  const fixed = new Map(pair);
  const example = ([name, value]) => examples.get(`${name}=${value}`);
  const greedy = (factor, values, taken) => {
    const known = new Map([...fixed, ...taken]);
    return best(values, (value) => pairs.gain(factor, value, known) + random() / 2);
  };
  // greed alone does not see what a value further down needs; a row that has it shows that
  const asIn = (rows) => (factor, values, taken) => {
    const value = rows[Math.floor(random() * rows.length)]?.get(factor.name);
    return values.includes(value) ? value : greedy(factor, values, taken);
  };
  const found = [await fill(factors, rules, fixed, greedy)];
  for (const value of pairs.busiest(candidates)) {
    const like = (factor, values, taken) =>
      (random() < 0.5 ? greedy : asIn([example(value)]))(factor, values, taken);
    found.push(await fill(factors, rules, new Map([value, ...pair]), like));
  }
  const both = asIn(pair.map(example));
  return (
    best(
      found.filter((row) => row !== undefined),
      (row) => pairs.news(row),
    ) ?? (await firstOf(tries, () => fill(factors, rules, fixed, both)))
  );
}

async function firstOf(times, find) {
  for (let at = 0; at < times; at += 1) {
    const found = await find();
    if (found !== undefined) return found;
  }
  return undefined;
}

function best(values, score) {
  let found;
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    const own = score(value);
    if (own > highest) [found, highest] = [value, own];
  }
  return found;
}

/** Which pairs are still open. Each value has a number; a pair is a place in a square of bytes. */
class Pairs {
  covered = 0;
  #numbers = new Map();
  #values = [];
  #open;
  /** For each value, how many of its pairs are open. */
  #left;

  constructor(factors) {
    for (const { name, values } of factors) {
      this.#numbers.set(
        name,
        new Map(values.map((value, at) => [value, this.#values.length + at])),
      );
      this.#values.push(...values.map((value) => [name, value]));
    }
    const count = this.#values.length;
    this.#open = new Uint8Array(count * count);
    this.#left = new Int32Array(count);
    for (let a = 0; a < count; a += 1) {
      for (let b = 0; b < count; b += 1) {
        if (this.#values[a][0] === this.#values[b][0]) continue;
        this.#open[a * count + b] = 1;
        this.#left[a] += 1;
      }
    }
  }

  #number(name, value) {
    return this.#numbers.get(name).get(value);
  }

  /** The open pair whose values have the most to do. */
  next() {
    const count = this.#values.length;
    const a = best([...this.#left.keys()], (at) => this.#left[at]);
    if (a === undefined || this.#left[a] === 0) return undefined;
    const partners = [...this.#left.keys()].filter((b) => this.#open[a * count + b] === 1);
    const b = best(partners, (at) => this.#left[at]);
    return [this.#values[a], this.#values[b]];
  }

  /** How many open pairs a value would close beside these; a little more where it has others left. */
  gain(factor, value, known) {
    const own = this.#number(factor.name, value);
    const row = own * this.#values.length;
    let gain = 0;
    for (const [name, other] of known) {
      if (name !== factor.name) gain += this.#open[row + this.#number(name, other)];
    }
    return gain + this.#left[own] / this.#values.length;
  }

  /** The values with the most open pairs. */
  busiest(count) {
    const order = [...this.#left.keys()].sort((a, b) => this.#left[b] - this.#left[a]);
    return order.slice(0, count).map((at) => this.#values[at]);
  }

  /** How many open pairs a row has. */
  news(row) {
    const numbers = [...row].map(([name, value]) => this.#number(name, value));
    let count = 0;
    for (const [at, a] of numbers.entries()) {
      for (const b of numbers.slice(at + 1)) count += this.#open[a * this.#values.length + b];
    }
    return count;
  }

  cover(row) {
    const numbers = [...row].map(([name, value]) => this.#number(name, value));
    for (const [at, a] of numbers.entries()) {
      for (const b of numbers.slice(at + 1)) this.covered += this.#close(a, b);
    }
  }

  drop([a, b]) {
    this.#close(this.#number(...a), this.#number(...b));
  }

  dropValue(value) {
    const own = this.#number(...value);
    for (let other = 0; other < this.#values.length; other += 1) this.#close(own, other);
  }

  #close(a, b) {
    const count = this.#values.length;
    if (this.#open[a * count + b] === 0) return 0;
    this.#open[a * count + b] = 0;
    this.#open[b * count + a] = 0;
    this.#left[a] -= 1;
    this.#left[b] -= 1;
    return 1;
  }
}
