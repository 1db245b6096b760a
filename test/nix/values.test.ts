import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { booleanValue, listItems, stringValue } from '../../src/nix/values.js';
import { askNix, itNeedingNix } from '../support/nix.js';
import { awkward } from './strings.js';

const seed = Number(process.env['TEST_SEED'] ?? Date.now() % 2 ** 31);

/** What may stand in a string's source, most of it with a meaning there. */
const inSource = fc
  .array(
    fc.constantFrom(
      // what begins a comment behind a string would take the rest of the question with it
      ...awkward.filter((each) => !/\$\{|\/\*/.test(each)),
      ...['\\n', '\\t', '\\x', '\\$', '\\${', "''\\n", "''\\x", "''$", "'''", '\n', '\n  ', '\r\n'],
      ...['\n\t', '\n    ', '  ', '\\\n', '\r', "''\\\n"],
    ),
    { maxLength: 9 },
  )
  .map((parts) => parts.join(''));

describe('stringValue', () => {
  it.each([
    ['"x"', 'x'],
    [' ("x") # y', 'x'],
    ['"a \\"b\\" \\${c} $${d} \\\\ \\n"', 'a "b" ${c} $${d} \\ \n'],
    ["''\n  a\n    b\n''", 'a\n  b\n'],
    ["''it'''s ''${x} ''\\n''", "it''s ${x} \n"],
    ['lib.mkDefault "x"', 'x'],
    ['mkForce ("x")', 'x'],
    ['lib.mkOverride 10 "x"', 'x'],
    ['https://example.org/x', 'https://example.org/x'],
    ['""', ''],
    ["''''", ''],
  ])('reads %s', (source, value) => {
    expect(stringValue(source)).toBe(value);
  });

  it.each([
    '"${x}"',
    'x',
    './x',
    '1',
    '"a" + "b"',
    'f "x"',
    'lib.mkIf c "x"',
    '[ "x" ]',
    '',
    '"',
    '"x',
    "''x",
    '"x" "y"',
    '(("x")',
  ])('reads nothing else: %s', (source) => {
    expect(stringValue(source)).toBeUndefined();
  });

  itNeedingNix(`reads what Nix reads (TEST_SEED=${seed})`, () => {
    const sources = fc
      .sample(inSource, { numRuns: 3000, seed })
      .flatMap((inside) => [`"${inside}"`, `''${inside}''`])
      .filter((source) => stringValue(source) !== undefined);
    expect(sources.length).toBeGreaterThan(1000);
    const read = askNix<string[]>(`[\n${sources.map((source) => `(${source}\n)`).join('\n')}\n]`);
    expect(sources.map(stringValue)).toEqual(read);
  });
});

describe('booleanValue', () => {
  it('reads true and false, also with a priority', () => {
    expect(booleanValue('true')).toBe(true);
    expect(booleanValue('lib.mkDefault (false)')).toBe(false);
    expect(booleanValue('lib.mkIf c true')).toBeUndefined();
    expect(booleanValue('"true"')).toBeUndefined();
    expect(booleanValue('!true')).toBeUndefined();
    expect(booleanValue('')).toBeUndefined();
  });
});

describe('listItems', () => {
  it.each([
    ['[ a "b" (c d) ./e [ f ] ]', ['a', '"b"', '(c d)', './e', '[ f ]']],
    ['with pkgs; [ vim # editor\n git ]', ['vim', 'git']],
    ['[ a ] ++ (with x; [ b ] ++ [ c ]) ++ [ ]', ['a', 'b', 'c']],
    ['lib.mkForce [ a ]', ['a']],
    ['[ ]', []],
  ])('reads %s', (source, items) => {
    expect(listItems(source)).toEqual(items);
  });

  it.each(['a', '[ a ] ++ b', 'lib.optionals c [ a ]', '"[ ]"', '', '[ a ] // [ b ]'])(
    'reads nothing else: %s',
    (source) => {
      expect(listItems(source)).toBeUndefined();
    },
  );

  it('reads a long chain', () => {
    expect(listItems(`[ a ]${' ++ [ a ]'.repeat(500)}`)).toHaveLength(501);
  });
});
