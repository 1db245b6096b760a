import { describe, expect, it } from 'vitest';
import { definitions, plainString } from '../../src/nix/scan.js';

const set = (source: string) =>
  Object.fromEntries(definitions(source).map(({ path, value }) => [path.join('.'), value]));

describe('definitions', () => {
  it('follows nested sets and dotted paths', () => {
    expect(set('{ a.b = { c = 1; d.e = "x"; }; f = [ 1 2 ]; }')).toEqual({
      'a.b.c': '1',
      'a.b.d.e': '"x"',
      f: '[ 1 2 ]',
    });
  });

  it('sees past arguments, let, with, assert, mkIf and merges', () => {
    expect(
      set(`{ config, lib, pkgs, ... }@args:
        let inherited = { x = 1; }; in
        with lib; assert true;
        { a = mkIf config.b { c = 1; }; d = with pkgs; [ vim ]; } // { e = mkMerge [ { f = 1; } ]; }`),
    ).toEqual({ 'a.c': '1', d: 'with pkgs; [ vim ]', e: 'mkMerge [ { f = 1; } ]' });
  });

  it('is not led astray by comments, strings and paths', () => {
    expect(
      set(`{
        # a = 1;
        /* b = 2; */
        c = "d = 3; \${e { f = "}"; }}";
        g = ''h = 4; ''\${i} ''' \${j { k = ''l''; }} '';
        m = ./n/o.nix; p = <nixpkgs/q>; "r s".t = 5; u = x: { v = 6; };
      }`),
    ).toMatchObject({ m: './n/o.nix', p: '<nixpkgs/q>', 'r s.t': '5' });
    expect(Object.keys(set('{ c = "d = 3;"; g = "\\"; h = 4;"; }'))).toEqual(['c', 'g']);
  });

  it('takes an empty set for a definition, and skips inherit', () => {
    expect(set('{ a = { }; inherit b; inherit (c) d e; f = 1; }')).toEqual({ a: '{ }', f: '1' });
  });

  it.each([
    '',
    '{',
    '{ a',
    '{ a =',
    '{ a = "',
    '} } ;',
    '{ a = { b = (; }',
    "{ x = ''${",
    '{ ${a} = 1; b = 2; }',
    '\0',
  ])('comes to an end on %j', (source) => {
    expect(Array.isArray(definitions(source))).toBe(true);
  });

  it('comes to an end on every beginning of a file', () => {
    const source =
      "{ a, ... }: let x = { y = \"${z}\"; }; in { b.c = ''d ${e} ''; f = [ { g = 1; } ]; }";
    for (let end = 0; end < source.length; end += 1) definitions(source.slice(0, end));
  });
});

describe('plainString', () => {
  it('reads a string without escapes, and nothing else', () => {
    expect(plainString(' "x" ')).toBe('x');
    expect(plainString('"${x}"')).toBeUndefined();
    expect(plainString('x')).toBeUndefined();
  });
});
