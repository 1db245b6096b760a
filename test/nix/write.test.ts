/** Values as Nix source, by example; the round trip has a real Nix for them. */
import { describe, expect, it } from 'vitest';
import { attributeName, insideIndentedString, nixString } from '../../src/nix/write.js';

describe('a string', () => {
  it.each([
    ['a', '"a"'],
    ['"; x = "', String.raw`"\"; x = \""`],
    ['a\\', String.raw`"a\\"`],
    ['${x}', '"\\${x}"'],
    ['$${x}', '"\\$\\${x}"'],
    ['$x', '"$x"'],
    ['x$', '"x\\$"'],
    ['\n\r\t', String.raw`"\n\r\t"`],
    ["it''s", `"it''s"`],
  ])('%j is %s', (text, source) => {
    expect(nixString(text)).toBe(source);
  });
});

describe('the inside of an indented string', () => {
  it.each([
    ['a "b"', 'a "b"'],
    ["a''b", String.raw`a''\''b`],
    ["a'", String.raw`a''\'`],
    ['${x}', "''${x}"],
    ['x$', "x''$"],
    ["'${x}", "''\\'''${x}"],
  ])('%j is %s', (text, source) => {
    expect(insideIndentedString(text)).toBe(source);
  });

  it.each(['a\nb', 'a\rb', 'a\tb'])('is one line, not %j', (text) => {
    expect(() => insideIndentedString(text)).toThrow('not one line');
  });
});

describe('the name of an attribute', () => {
  const keywords = ['assert', 'else', 'if', 'in', 'inherit', 'let', 'or', 'rec', 'then', 'with'];

  it.each([...keywords, ...['1a', 'a.b', 'a b', '', '-a', 'ä', 'a\n', '"']])(
    '%j has quotes',
    (name) => {
      expect(attributeName(name)).toBe(nixString(name));
    },
  );

  it.each(['a', '_', "a'-1", 'Let', 'within'])('%s has none', (name) => {
    expect(attributeName(name)).toBe(name);
  });
});
