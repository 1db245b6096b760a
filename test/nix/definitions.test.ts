import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Definition, definitions, importsOf } from '../../src/nix/definitions.js';

const named = ({ path }: Definition) => path.join('.');

const set = (source: string) => definitions(source).map((each) => [named(each), each.value]);

/** With what is known of each: `?` may not hold, `$` computed, `!` and `~` for force and default. */
const marked = (source: string) =>
  definitions(source).map(
    (each) =>
      `${named(each)}${each.isComputed ? '$' : ''}${each.isConditional ? '?' : ''}${
        { force: '!', default: '~', normal: '' }[each.priority]
      } = ${each.value}`,
  );

describe('definitions', () => {
  it('follows nested sets and dotted paths', () => {
    expect(set('{ a.b = { c = 1; d.e = "x"; }; f = [ 1 2 ]; }')).toEqual([
      ['a.b.c', '1'],
      ['a.b.d.e', '"x"'],
      ['f', '[ 1 2 ]'],
    ]);
  });

  it.each([
    '{ config, pkgs, ... }: { a = 1; }',
    '{ config, pkgs, ... }@args: { a = 1; }',
    'args@{ ... }: { a = 1; }',
    'args: { a = 1; }',
    '{ inputs }: { lib, ... }: { a = 1; }',
    'let x = { y = 2; }; in { a = 1; }',
    'with lib; { a = 1; }',
    'assert x; { a = 1; }',
    '({ ... }: ({ a = 1; }))',
    'rec { a = 1; }',
    '{ config = { a = 1; }; }',
    '{ config.a = 1; }',
    '{ config = with lib; let x = 1; in { a = 1; }; }',
    '{ "a" = 1; }',
    '{ ${"a"} = 1; }',
    '{ } // { a = 1; }',
  ])('finds one definition that holds in %s', (source) => {
    expect(marked(source)).toEqual(['a = 1']);
  });

  it.each([
    'let x = "b"; in { a.${x}.c = 1; }',
    'let x = "b"; in { a."${x}".c = 1; }',
    "let x = ''b''; in { a.${x} = { c = 1; }; }",
    'let x = y.name; y = { name = "b"; }; in { config, ... }: { a.${x}.c = 1; }',
    'let x = { name = "b"; }; in { config, ... }: { a.${x.name}.c = 1; }',
    'let x = { name = "b"; }; in with x; { a.${name}.c = 1; }',
    'let inherit (x) name; x.name = "b"; in { a.${name}.c = 1; }',
    '{ a = let x = "b"; in { ${x}.c = 1; }; }',
  ])('reads a name that the same text gives in %s', (source) => {
    expect(marked(source)).toEqual(['a.b.c = 1']);
  });

  it.each([
    'let x = "b"; in { x, ... }: { a.${x}.c = 1; }',
    'let x = "b"; in x: { a.${x}.c = 1; }',
    'let x = if y then "b" else "c"; in { a.${x}.c = 1; }',
    'let x = f "b"; in { a.${x}.c = 1; }',
    'let x = "b${y}"; in { a.${x}.c = 1; }',
    'let x = 1; in { a.${x}.c = 1; }',
    'let x = x; in { a.${x}.c = 1; }',
    'let x = "b"; in { a."${x}y".c = 1; }',
    'let x = "b"; in { a."y${x}".c = 1; }',
    '{ x, ... }: { a.${x}.c = 1; }',
  ])('leaves a name open that it does not give in %s', (source) => {
    expect(marked(source)).toEqual(['a$ = 1']);
  });

  it.each([
    'lib.mkIf c { a = 1; }',
    '{ lib, ... }: with lib; mkIf c { a = 1; }',
    '{ config = lib.mkIf c { a = 1; }; }',
    '{ config = lib.mkMerge [ (lib.mkIf c { a = 1; }) ]; }',
    'lib.optionalAttrs c { a = 1; }',
    'lib.attrsets.optionalAttrs (c == 2) ({ a = 1; })',
    'if c then { a = 1; } else { }',
    '{ a = 1; } // { a = 2; b = 3; }.b',
  ])('finds one that may not hold in %s', (source) => {
    expect(marked(source)).toContain('a? = 1');
  });

  it('sees what a // replaces', () => {
    expect(marked('{ a.b = 1; c = 2; } // { a.d = 3; }')).toEqual(['a.b? = 1', 'c = 2', 'a.d = 3']);
    expect(marked('{ s = { a = 1; c = 2; } // { a = 3; }; }')).toEqual([
      's.a? = 1',
      's.c = 2',
      's.a = 3',
    ]);
    expect(marked('lib.recursiveUpdate { a.b = 1; a.c = 2; } { a.b = 3; }')).toEqual([
      'a.b? = 1',
      'a.c = 2',
      'a.b = 3',
    ]);
    expect(marked('{ a = 1; } // lib.optionalAttrs c { b = 2; }')).toEqual(['a = 1', 'b? = 2']);
    expect(marked('{ a = 1; } // { b = 2; } // { a = 3; }')).toEqual(['a? = 1', 'b = 2', 'a = 3']);
  });

  it('counts what it does not know beside a set as one definition', () => {
    expect(marked('{ s = foo x // { a = 1; }; }')).toEqual(['s$? = foo x', 's.a = 1']);
    expect(marked('{ s = { a = 1; } // foo; }')).toEqual(['s.a? = 1', 's$? = foo']);
    expect(marked('{ s = lib.mkMerge [ foo { a = 1; } ]; }')).toEqual(['s$? = foo', 's.a = 1']);
    expect(marked('{ a = 1; } // import ./x.nix')).toEqual(['a? = 1', '$? = import ./x.nix']);
    expect(marked('{ s = if c then { a = 1; } else foo; }')).toEqual(['s.a? = 1', 's$? = foo']);
  });

  it('knows priorities and conditions of what they stand around', () => {
    expect(
      marked(`{
        a = lib.mkDefault 1; b = mkForce 2; c = lib.mkOverride 50 3; d = lib.mkOverride 1500 4;
        e = lib.mkIf c (lib.mkForce 5); f = lib.mkForce { g = 6; }; h = lib.mkOverride 100 7;
        i = lib.mkBefore [ 8 ]; j = lib.mkMerge [ (lib.mkIf c [ 1 ]) [ 2 ] ];
        k = lib.mkIf c { l = lib.mkDefault true; };
      }`),
    ).toEqual([
      'a~ = lib.mkDefault 1',
      'b! = mkForce 2',
      'c! = lib.mkOverride 50 3',
      'd~ = lib.mkOverride 1500 4',
      'e?! = lib.mkIf c (lib.mkForce 5)',
      'f.g! = 6',
      'h = lib.mkOverride 100 7',
      'i = lib.mkBefore [ 8 ]',
      'j? = lib.mkMerge [ (lib.mkIf c [ 1 ]) [ 2 ] ]',
      'k.l?~ = lib.mkDefault true',
    ]);
  });

  it('does not follow lists, functions, options and names', () => {
    const source = `{
      l = [ { a = 1; } ]; f = x: { a = 1; }; o = mkOption { type = 1; }; n = names;
      t = if c then 1 else 2; m = map (x: { a = x; }) [ ]; b = let { body = 1; };
    }`;
    expect(set(source).map(([name]) => name)).toEqual(['l', 'f', 'o', 'n', 't', 'm', 'b']);
  });

  it('keeps imports and options beside config', () => {
    expect(
      set(`{ imports = [ ./x.nix ]; options.s.x = mkOption { }; config = { a = 1; }; }`),
    ).toEqual([
      ['imports', '[ ./x.nix ]'],
      ['options.s.x', 'mkOption { }'],
      ['a', '1'],
    ]);
    expect(set('{ config = { }; }')).toEqual([['config', '{ }']]);
    expect(set('{ config = foo; a.config.b = 1; }')).toEqual([
      ['config', 'foo'],
      ['a.config.b', '1'],
    ]);
  });

  it('reads names as Nix does', () => {
    expect(
      marked(
        '{ s."getty@tty1".enable = 1; a.${x}.b = 2; "c-${x}".d = 3; e = { ${x} = { f = 4; g = 5; }; h = 6; }; or = 7; "\\n\\"" = 8; }',
      ),
    ).toEqual([
      's.getty@tty1.enable = 1',
      'a$ = 2',
      '$ = 3',
      'e$ = { f = 4; g = 5; }',
      'e.h = 6',
      'or = 7',
      '\n" = 8',
    ]);
  });

  it('takes each inherited name for a definition', () => {
    const source = '{ inherit a "b"; s = { inherit (x y) c d; }; }';
    expect(set(source)).toEqual([
      ['a', 'a'],
      ['b', '"b"'],
      ['s.c', 'c'],
      ['s.d', 'd'],
    ]);
  });

  it('counts each leaf once, and an empty set for itself', () => {
    expect(definitions('{ }')).toEqual([]);
    expect(definitions('{ ... }: { }')).toEqual([]);
    expect(definitions('')).toEqual([]);
    expect(definitions('hello world')).toEqual([]);
    expect(
      set('{ a = { }; b = lib.mkIf c { }; d = { } // { }; e = { f = { }; }; a = 1; }'),
    ).toEqual([
      ['a', '{ }'],
      ['b', 'lib.mkIf c { }'],
      ['d', '{ } // { }'],
      ['e.f', '{ }'],
      ['a', '1'],
    ]);
  });

  it('gives places and lines', () => {
    const source = '{\r\n  # é😀\r\n  a =\r\n    1; # one\r\n  s = { inherit b; };\r\n}\r\n';
    const parts = definitions(source).map(({ statement, valueSpan, line, value }) => [
      source.slice(statement.from, statement.to),
      source.slice(valueSpan.from, valueSpan.to) === value,
      line,
    ]);
    expect(parts).toEqual([
      ['a =\r\n    1;', true, 3],
      ['b', true, 5],
    ]);
  });

  it('is not led astray by comments, strings and paths', () => {
    const source = `{
      # a = 1;
      /* b = 2; */
      c = "d = 3; \${e { f = "}"; }}";
      g = ''h = 4; ''\${i} ''' \${j { k = ''l''; }} '';
      m = ./n/o.nix; p = <nixpkgs/q>; "r s".t = 5;
    }`;
    expect(set(source).map(([name]) => name)).toEqual(['c', 'g', 'm', 'p', 'r s.t']);
  });

  it('reads on behind an error', () => {
    expect(set('{ a = 1; b = ; c = 3; }').map(([name]) => name)).toEqual(
      expect.arrayContaining(['a', 'c']),
    );
    expect(set('{ a = 1; b = { c = 2; ').map(([name]) => name)).toEqual(['a', 'b.c']);
  });

  it('finds what is whole in a file that ends too early', () => {
    const file = new URL('../snapshots/article/hosts/framework-desktop/home.nix', import.meta.url);
    const text = fs.readFileSync(file, 'utf8');
    const key = ({ path, statement }: Definition) => `${path.join('.')} ${statement.from}`;
    const all = definitions(text);
    for (let end = 0; end < text.length; end += 7) {
      const whole = all.filter(({ statement }) => statement.to <= end).map(key);
      const found = definitions(text.slice(0, end)).map(key);
      expect(whole.filter((each) => !found.includes(each))).toEqual([]);
    }
  });

  it('comes to an end on every beginning of a file, and on sets that nobody wrote', () => {
    const source =
      "{ a, ... }: let x = { y = \"${z}\"; }; in { b.c = ''d ${e} ''; f = [ { g = 1; } ]; } // h";
    for (let end = 0; end < source.length; end += 1) definitions(source.slice(0, end));
    definitions('{ a = '.repeat(5000));
    definitions('('.repeat(20_000));
    definitions(`{ a = 1; }${' // { a = 1; }'.repeat(3000)}`);
    definitions(`{ a = ${'lib.mkIf c ('.repeat(3000)}`);
  });
});

describe('importsOf', () => {
  const imports = (source: string) =>
    importsOf(source).map(
      ({ kind, text, isConditional }) => `${kind}${isConditional ? '?' : ''} ${text}`,
    );

  it('tells what each entry is', () => {
    expect(
      imports(`{ imports = [
        ./a.nix (./b.nix) ../c <nixpkgs/d> /etc/e.nix ~/f.nix "/g.nix" inputs.h.i
        (modulesPath + "/j.nix") (import ./k.nix { }) { l = 1; } ./\${m}.nix # n
      ]; }`),
    ).toEqual([
      'path ./a.nix',
      'path (./b.nix)',
      'path ../c',
      'search-path <nixpkgs/d>',
      'absolute /etc/e.nix',
      'absolute ~/f.nix',
      'absolute "/g.nix"',
      'expression inputs.h.i',
      'expression (modulesPath + "/j.nix")',
      'expression (import ./k.nix { })',
      'expression { l = 1; }',
      'expression ./${m}.nix',
    ]);
  });

  it('reads what is added to the list', () => {
    expect(
      imports(
        '{ imports = with x; [ ./a.nix ] ++ lib.optional c ./b.nix ++ lib.optionals c [ ./c.nix ] ++ (if c then [ ./d.nix ] else more); require = [ ./e.nix ]; }',
      ),
    ).toEqual([
      'path ./a.nix',
      'path? ./b.nix',
      'path? ./c.nix',
      'path? ./d.nix',
      'expression? more',
      'path ./e.nix',
    ]);
    expect(imports('{ imports = mine; a.imports = [ ./b.nix ]; }')).toEqual(['expression mine']);
  });

  it('gives the span of each', () => {
    const source = '{ imports = [ ./a.nix ] ++ [ ./b.nix ]; }';
    expect(importsOf(source).map(({ span }) => source.slice(span.from, span.to))).toEqual([
      './a.nix',
      './b.nix',
    ]);
  });
});
