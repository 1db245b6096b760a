import { describe, expect, it } from 'vitest';
import { indentedPieces } from '../../../src/nix/syntax/indented.js';
import { parse, problems } from '../../../src/nix/syntax/parse.js';

/** The nodes of a kind in a text, as they are written. */
function written(text: string, name: string): string[] {
  const found: string[] = [];
  parse(text).each((node) => {
    if (node.name === name) found.push(text.slice(node.from, node.to));
  });
  return found;
}

describe('the tree', () => {
  it.each([
    ['a: a', 'Lambda(Identifier,Variable)'],
    [
      '{ a, b ? 1, ... }@c: 1',
      'Lambda(Formals(Formal(Identifier),Formal(Identifier,Integer),Ellipsis),Identifier,Integer)',
    ],
    ['c@{ }: 1', 'Lambda(Identifier,Formals,Integer)'],
    ['assert a; with b; c', 'Assert(Variable,With(Variable,Variable))'],
    ['let a = 1; in a', 'Let(Binding(AttrPath(Identifier),Integer),Variable)'],
    ['if a then b else c', 'If(Variable,Variable,Variable)'],
    ['!a -> -b', 'Binary(Unary(Operator,Variable),Operator,Unary(Operator,Variable))'],
    ['a + b * c', 'Binary(Variable,Operator,Binary(Variable,Operator,Variable))'],
    ['a ++ b ++ c', 'Binary(Variable,Operator,Binary(Variable,Operator,Variable))'],
    ['a |> b |> c', 'Binary(Binary(Variable,Operator,Variable),Operator,Variable)'],
    ['a <| b <| c', 'Binary(Variable,Operator,Binary(Variable,Operator,Variable))'],
    ['a b c', 'Apply(Apply(Variable,Variable),Variable)'],
    ['a.b or c.d', 'Select(Variable,AttrPath(Identifier),Select(Variable,AttrPath(Identifier)))'],
    ['a or', 'Apply(Variable,Variable)'],
    ['a ? b."c"', 'HasAttr(Variable,AttrPath(Identifier,String))'],
    ['[ a (b) ]', 'List(Variable,Parenthesized(Variable))'],
    ['{ }', 'AttrSet'],
    [
      'rec { a.${b}."c" = 1; }',
      'RecAttrSet(Binding(AttrPath(Identifier,Interpolation(Variable),String),Integer))',
    ],
    [
      'let { inherit (a) b "c" or; }',
      'LetSet(Inherit(InheritFrom(Variable),Identifier,String,Identifier))',
    ],
    ['"a${b}c"', 'String(Interpolation(Variable))'],
    ["''a${b}c''", 'IndentedString(Interpolation(Variable))'],
    [
      '[ ./a ./${b}/c ~/a ~/${b} <c> d:e ]',
      'List(Path,Path(Interpolation(Variable)),HomePath,HomePath(Interpolation(Variable)),SearchPath,Uri)',
    ],
    ['[ 1 1.5 ] # c', 'List(Integer,Float),Comment'],
  ])('of %s', (text, tree) => {
    expect(parse(text).toString()).toBe(`Nix(${tree})`);
  });

  it('keeps the place of each piece, in a file with line ends of Windows and letters of any kind', () => {
    const text = '{\r\n  a."ä\u{1f600}" = "x"; # ü\r\n  b = \'\'\r\n  y\'\';\r\n}\r\n';
    expect(written(text, 'Binding')).toEqual(['a."ä\u{1f600}" = "x";', "b = ''\r\n  y'';"]);
    expect(written(text, 'Comment')).toEqual(['# ü']);
  });

  it('reads a path as Nix does, where a name and a division would do', () => {
    expect(written('[ a/b a /b 1/2 a-b/c ]', 'Path')).toEqual(['a/b', '/b', '1/2', 'a-b/c']);
    expect(written('a / b', 'Path')).toEqual([]);
  });
});

describe('behind an error', () => {
  it.each([
    ['a semicolon that is missing', '{ a = 1; b = 2\n  c.d = 3; e = 4; }', ['a', 'b', 'd', 'e']],
    ['a value that is missing', '{ a = 1; b = ; c = 3; d = 4; }', ['a', 'b', 'c', 'd']],
    ['a brace too many', '{ a = { b = 1; }; }; c = 3; }', ['a', 'b']],
    ['a brace that is missing', '{ a = { b = 1; ; c = 3; d = 4; }', ['a', 'b', 'c', 'd']],
    ['a sign that is none', '{ a = 1; b = %; c = 3; }', ['a', 'b', 'c']],
    ['a bracket that is missing', '{ a = [ 1 2; b = 2; c = 3; }', ['a', 'b', 'c']],
    ['a parenthesis too many', '{ a = (1)); b = 2; }', ['a', 'b']],
    ['an end that is cut off', '{ a = 1; b = { c = 2;', ['a', 'b', 'c']],
  ])('it goes on: %s', (_fault, text, names) => {
    expect(problems(text)).not.toEqual([]);
    expect(written(text, 'AttrPath')).toEqual(names);
  });

  it.each([
    ['brackets', '['.repeat(5_000)],
    ['sets', `${'{a='.repeat(4_000)}1`],
    ['strings', '"${'.repeat(4_000)],
    ['braces that close', '}'.repeat(5_000)],
    ['signs', '+-'.repeat(20_000)],
    ['zeros', '\0'.repeat(5_000)],
    ['letters that are none', '\ud800\ufffd'.repeat(20_000)],
  ])('it ends, and says that there is one: %s without end', (_what, text) => {
    expect(problems(text)).not.toEqual([]);
  });

  it.each([
    ['names in a row', `x${'+x'.repeat(50_000)}`],
    ['names with dots', `x${'.x'.repeat(50_000)}`],
  ])('it does not look at the same characters again and again: %s', (_what, text) => {
    const start = performance.now();
    parse(text);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('indented strings', () => {
  it.each([
    ['', []],
    ['  \n', []],
    [' a ', ['a ']],
    ['\n    a\n      b\n  ', ['a\n  b\n']],
    ['\n  a\n\n    \n  b', ['a\n\n  \nb']],
    [" ''$ ''' ''\\n", ['$', ' ', "''", ' ', '\n']],
    ["\n  a''\\tb\n    c", ['a', '\t', 'b\n  c']],
  ])('%j', (content, pieces) => {
    expect(indentedPieces(content)).toEqual(pieces);
  });
});
