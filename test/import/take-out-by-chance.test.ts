/** Takes definitions out of modules by chance, and looks at what is left. `TEST_SEED` repeats a run. */
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeOut } from '../../src/import/take-out.js';
import { type Definition, definitions } from '../../src/nix/definitions.js';
import { applyEdits } from '../../src/nix/edit.js';
import { parse, problems } from '../../src/nix/syntax/parse.js';
import { modules } from '../nix/modules.js';
import { askNix, itNeedingNix } from '../support/nix.js';

const seed = Number(process.env['TEST_SEED'] ?? Date.now() % 2 ** 31);

/** Every Nix file that the snapshots of written repos hold. */
const folder = path.resolve(import.meta.dirname, '../snapshots');
const files = (fs.readdirSync(folder, { recursive: true }) as string[])
  .filter((name) => name.endsWith('.nix'))
  .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));

/** Without these definitions; of the comments all stay, unless they may go. */
function without(text: string, going: readonly Definition[], mayGo = false): string {
  const spans = going.map(({ statement }) => statement);
  return applyEdits(text, takeOut({ text, tree: parse(text), mayGo: () => mayGo }, spans));
}

/** A text, and how to choose among its definitions. */
const texts = fc.oneof({ arbitrary: modules, weight: 3 }, fc.constantFrom(...files));
const choices = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });

/** By these choices; what is only known when it is evaluated answers no question, and stays. */
function mayGo(chosen: readonly boolean[]): (each: Definition, at: number) => boolean {
  return ({ isComputed }, at) => !isComputed && chosen[at % chosen.length] === true;
}

/** Texts, with definitions of theirs that go and the text that is left. */
const cases = fc.sample(fc.tuple(texts, choices), { seed, numRuns: 2000 }).map(([text, chosen]) => {
  const all = definitions(text);
  const goes = mayGo(chosen);
  const going = all.filter(goes);
  const staying = all.filter((each, at) => !goes(each, at));
  return { text, going, staying, rest: without(text, going) };
});

const nameOf = ({ path: names, value }: Definition) => `${names.join('.')} = ${value}`;

/** A part of a merge that is no set; left alone, it is what the whole of it is known by. */
const isPart = ({ isComputed, statement, valueSpan }: Definition) =>
  isComputed && statement.from === valueSpan.from;

const ownLineComments = (text: string) =>
  text.match(/^[ \t]*(?:#(?! no comment).*|\/\*[^*]*\*\/\r?)$/gm)?.map((each) => each.trim()) ?? [];

describe(`definitions taken out by chance (TEST_SEED=${seed})`, () => {
  it('leaves exactly the others', () => {
    for (const { going, staying, rest } of cases) {
      const parts = staying.filter(isPart);
      const isSure = (each: Definition) =>
        !isPart(each) && !parts.some((part) => isLeft(part, each));
      const expected = staying.filter(isSure).map(nameOf);
      const left = definitions(rest).filter(
        (each) => isSure(each) && (expected.includes(nameOf(each)) || !isEmptied(each, going)),
      );
      expect(left.map(nameOf), rest).toEqual(expected);
    }
  });

  it('takes nothing from what stays, by a byte', () => {
    for (const { text, going, staying, rest } of cases) {
      for (const { statement } of staying) {
        expect(rest).toContain(text.slice(statement.from, statement.to));
      }
      expect(isPartOf(withoutSpace(rest), withoutSpace(text))).toBe(true);
      if (going.length === 0) expect(rest).toBe(text);
    }
  });

  it('keeps every comment that has a line of its own', () => {
    for (const { text, going, rest } of cases) {
      const left = ownLineComments(rest);
      // a comment inside of a value goes with it
      const inValues = going.map(({ value }) => value).join('\n');
      const lost = ownLineComments(text).filter((each) => !left.includes(each));
      expect(lost.filter((comment) => !inValues.includes(comment))).toEqual([]);
    }
  });

  itNeedingNix('leaves what Nix reads', () => {
    const read = cases.filter(({ text }) => problems(text).length === 0);
    expect(read.length).toBeGreaterThan(500);
    const names = new Map(read.map(({ rest }, at) => [`${at}.nix`, rest]));
    const imports = [...names.keys()].map((name) => `(builtins.seq (import ./${name}) true)`);
    expect(askNix<boolean[]>(`[ ${imports.join(' ')} ]`, names)).toHaveLength(read.length);
  });
});

/** Whether a definition is what is left around others, such as an `if` whose sets are empty now. */
function isEmptied({ path: names }: Definition, going: readonly Definition[]): boolean {
  return going.some(
    ({ path: inner }) =>
      inner.length > names.length && names.every((name, at) => inner[at] === name),
  );
}

/** Whether a definition may be all that is left around such a part. */
function isLeft(part: Definition, { path: names, isComputed, value }: Definition): boolean {
  return `${part.path}` === `${names}` && !isComputed && value.includes(part.value);
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\{ \}|\s/g, '');
}

function isPartOf(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of part) {
    at = whole.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

describe(`5,000 broken files (TEST_SEED=${seed})`, () => {
  const parts = ['{', '}', '[', ']', '(', ')', ';', '=', '"', "''", '${', '#', '/*', '*/', '//'];
  const more = ['inherit', 'let', 'in', 'rec', 'with', '.', ':', '@', '\0', '\r', '\n', '😀', '<'];

  it('throw nothing', () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(
          fc.record({
            at: fc.double({ min: 0, max: 1, noNaN: true }),
            cut: fc.nat(20),
            part: fc.constantFrom('', ...parts, ...more),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        choices,
        (whole, mutations, end, chosen) => {
          let text = end === null ? whole : whole.slice(0, Math.floor(whole.length * end));
          for (const { at, cut, part } of mutations) {
            const place = Math.floor(text.length * at);
            text = text.slice(0, place) + part + text.slice(place + cut);
          }
          const going = definitions(text).filter(mayGo(chosen));
          const rest = without(text, going);
          expect(isPartOf(withoutSpace(rest), withoutSpace(text))).toBe(true);
          without(text, going, true);
        },
      ),
      { seed, numRuns: 5000 },
    );
  });
});
