import { describe, expect, it } from 'vitest';
import { definitions, importsOf } from '../../src/nix/definitions.js';
import {
  applyEdits,
  type RemovalOptions,
  removal,
  removeDefinitions,
  removeItem,
} from '../../src/nix/edit.js';

/** Without the definitions of these paths; `a.b` stands for all that have it. */
function without(source: string, paths: readonly string[], options?: RemovalOptions): string {
  const going = definitions(source).filter(({ path }) => paths.includes(path.join('.')));
  expect(going.map(({ path }) => path.join('.')).sort()).toEqual([...paths].sort());
  return removeDefinitions(source, going, options);
}

describe('applyEdits', () => {
  it('makes them in any order', () => {
    const edits = [
      { from: 4, to: 5, text: 'E' },
      { from: 0, to: 1, text: '' },
      { from: 2, to: 2, text: '-' },
    ];
    expect(applyEdits('abcdef', edits)).toBe('b-cdEf');
    expect(applyEdits('abc', [])).toBe('abc');
  });

  it('refuses those that overlap', () => {
    const edits = [
      { from: 0, to: 3, text: '' },
      { from: 2, to: 4, text: '' },
    ];
    expect(() => applyEdits('abcdef', edits)).toThrow(RangeError);
  });
});

describe('removal', () => {
  const spanOf = (source: string, part: string) => {
    const from = source.indexOf(part);
    return { from, to: from + part.length };
  };
  const gone = (source: string, part: string, options?: RemovalOptions) =>
    applyEdits(source, [removal(source, spanOf(source, part), options)]);

  it('takes the whole line, a comment at its end, and no comment above', () => {
    const source = '{\n  # one\n  a = 1; # first\n  b = 2; /* second */\n  c = 3;\n}\n';
    expect(gone(source, 'a = 1;')).toBe('{\n  # one\n  b = 2; /* second */\n  c = 3;\n}\n');
    expect(gone(source, 'b = 2;')).toBe('{\n  # one\n  a = 1; # first\n  c = 3;\n}\n');
  });

  it('leaves what else is on the line', () => {
    const source = '{ a = 1; b = 2; } # end';
    expect(gone(source, 'a = 1;')).toBe('{ b = 2; } # end');
    expect(gone(source, 'b = 2;')).toBe('{ a = 1; } # end');
    expect(gone('{\n  a = 1; b = 2; # both\n}', 'b = 2;')).toBe('{\n  a = 1; # both\n}');
    expect(gone('{\n  a = 1; b = {\n  };\n}', 'b = {\n  };')).toBe('{\n  a = 1;\n}');
    expect(gone('{\n  b = {\n  }; a = 1;\n}', 'b = {\n  };')).toBe('{\n  a = 1;\n}');
    expect(gone('{\n  a = 1; # x\r  b = 2;\n}', 'a = 1;')).toBe('{\n  # x\r  b = 2;\n}');
  });

  it('keeps line ends, tabs and a missing newline at the end', () => {
    expect(gone('{\r\n\ta = 1;\r\n\tb = 2;\r\n}', 'a = 1;')).toBe('{\r\n\tb = 2;\r\n}');
    expect(gone('{\n\ta = 1;\n\tb = 2;}', 'b = 2;')).toBe('{\n\ta = 1;\n}');
  });

  it('leaves one blank line where two would meet', () => {
    const source = '{\n  a = 1;\n\n  b = 2;\n\n  c = 3;\n}\n';
    expect(gone(source, 'b = 2;')).toBe('{\n  a = 1;\n\n  c = 3;\n}\n');
    expect(gone(source, 'a = 1;')).toBe('{\n  b = 2;\n\n  c = 3;\n}\n');
    expect(gone(source, 'c = 3;')).toBe('{\n  a = 1;\n\n  b = 2;\n}\n');
    expect(gone('{\n\n  a = 1;\n\n  b = 2;\n\n}\n', 'a = 1;')).toBe('{\n\n  b = 2;\n\n}\n');
    expect(gone('{\n\n  a = 1;\n\n  b = 2;\n\n}\n', 'b = 2;')).toBe('{\n\n  a = 1;\n\n}\n');
  });

  it('asks of each comment above whether it goes along', () => {
    const source =
      '{\n  # far\n\n  # one\n  /* two\n     three */\n  # four\n  a = 1;\n  b = 2; # b\n}\n';
    const asked: string[] = [];
    const comments = (text: string) => {
      asked.push(text);
      return text !== '# one';
    };
    expect(gone(source, 'a = 1;', { comments })).toBe('{\n  # far\n\n  # one\n  b = 2; # b\n}\n');
    expect(asked).toEqual(['# four', '/* two\n     three */', '# one']);
    expect(gone(source, 'b = 2;', { comments })).toBe(source.replace('  b = 2; # b\n', ''));
  });

  it('takes a line of a string for no comment', () => {
    const source = "{\n  a = ''\n  # text'';\n  b = 2;\n}\n";
    expect(gone(source, 'b = 2;', { comments: () => true })).toBe("{\n  a = ''\n  # text'';\n}\n");
  });

  it('takes items out of lists', () => {
    const source = '{\n  imports = [\n    ./a.nix\n    # b\n    ./b.nix # bb\n  ];\n}\n';
    const [, second] = importsOf(source);
    expect(second && removeItem(source, second.span)).toBe(
      '{\n  imports = [\n    ./a.nix\n    # b\n  ];\n}\n',
    );
    expect(second && removeItem(source, second.span, { comments: () => true })).toBe(
      '{\n  imports = [\n    ./a.nix\n  ];\n}\n',
    );
    expect(gone('[ ./a ./b ]', './a')).toBe('[ ./b ]');
    expect(gone('[ ./a ./b ]', './b')).toBe('[ ./a ]');
    expect(gone('[./a]', './a')).toBe('[]');
    expect(gone('[ a"b"c ]', '"b"')).toBe('[ a c ]');
    expect(gone('[ a # x\n  b\n]', 'a')).toBe('[ # x\n  b\n]');
  });
});

describe('removeDefinitions', () => {
  it('changes nothing where nothing goes', () => {
    const source = '{ a = 1; b = { }; }';
    expect(removeDefinitions(source, [])).toBe(source);
  });

  it('takes sets along that are emptied, and keeps those that were empty', () => {
    const source = '{\n  a = {\n    b = 1;\n    c.d = 2;\n  };\n\n  e = { };\n  f = 3;\n}\n';
    expect(without(source, ['a.b'])).toBe(source.replace('    b = 1;\n', ''));
    expect(without(source, ['a.b', 'a.c.d'])).toBe('{\n  e = { };\n  f = 3;\n}\n');
    expect(without(source, ['a.b', 'a.c.d', 'e', 'f'])).toBe('{\n}\n');
  });

  it('follows wrappers and config', () => {
    const source = `{ lib, ... }:
{
  imports = [ ];
  config = lib.mkIf c {
    a = with x; { b = 1; };
    d = lib.mkForce (let y = 1; in { e = y; });
  };
}
`;
    expect(without(source, ['a.b'])).toBe(source.replace('    a = with x; { b = 1; };\n', ''));
    expect(without(source, ['a.b', 'd.e'])).toBe('{ lib, ... }:\n{\n  imports = [ ];\n}\n');
  });

  it('takes names out of inherit', () => {
    const source = '{\n  inherit (x) a b;\n  inherit c;\n  d = 1;\n}\n';
    expect(without(source, ['a'])).toBe(source.replace('a b', 'b'));
    expect(without(source, ['b'])).toBe(source.replace('a b', 'a'));
    expect(without(source, ['a', 'b'])).toBe('{\n  inherit c;\n  d = 1;\n}\n');
    expect(without(source, ['c'])).toBe('{\n  inherit (x) a b;\n  d = 1;\n}\n');
    const spread = '{\n  inherit\n    a\n    b # bee\n    ;\n}\n';
    expect(without(spread, ['b'])).toBe('{\n  inherit\n    a\n    ;\n}\n');
    expect(without('{ inherit(x)a"b"c; }', ['b'])).toBe('{ inherit(x)a c; }');
    expect(without('{ inherit"a"b; }', ['a'])).toBe('{ inherit b; }');
  });

  it('takes a part of // along with the operator', () => {
    const source = '{\n  a = { b = 1; } // { c = 2; };\n}\n';
    expect(without(source, ['a.b'])).toBe('{\n  a = { c = 2; };\n}\n');
    expect(without(source, ['a.c'])).toBe('{\n  a = { b = 1; };\n}\n');
    expect(without(source, ['a.b', 'a.c'])).toBe('{\n}\n');
    const module = '{ lib, ... }:\n{\n  a = 1;\n}\n// lib.optionalAttrs c {\n  b = 2;\n}\n';
    expect(without(module, ['b'])).toBe('{ lib, ... }:\n{\n  a = 1;\n}\n');
    expect(without(module, ['a'])).toBe('{ lib, ... }:\nlib.optionalAttrs c {\n  b = 2;\n}\n');
    expect(definitions(without(module, ['a', 'b']))).toEqual([]);
    expect(without('{ a = foo // { b = 1; }; }', ['a'])).toBe('{ a = { b = 1; }; }');
    expect(without('{ a = { b = 1; } // { c = 1; } // { d = 1; }; }', ['a.c'])).toBe(
      '{ a = { b = 1; } // { d = 1; }; }',
    );
  });

  it('takes an item of mkMerge, and leaves the other branch of an if', () => {
    const merge = '{\n  a = lib.mkMerge [\n    { b = 1; }\n    (lib.mkIf c { d = 2; })\n  ];\n}\n';
    expect(without(merge, ['a.b'])).toBe(merge.replace('    { b = 1; }\n', ''));
    expect(without(merge, ['a.b', 'a.d'])).toBe('{\n}\n');
    const branches = '{ a = if c then { b = 1; } else { d = 2; }; }';
    expect(without(branches, ['a.b'])).toBe('{ a = if c then { } else { d = 2; }; }');
    expect(without(branches, ['a.b', 'a.d'])).toBe('{ }');
    expect(without('{ a = if c then x else { d = 2; }; }', ['a'])).toBe(
      '{ a = if c then { } else { d = 2; }; }',
    );
    expect(without('{ a = lib.recursiveUpdate { b = 1; } { d = 2; }; }', ['a.b'])).toBe(
      '{ a = lib.recursiveUpdate { } { d = 2; }; }',
    );
  });

  it('keeps comments of a set that goes, unless they may go', () => {
    const source = `{
  # sound
  pipewire = {
    enable = true; # on
    # for JACK
    #jack.enable = true;

    pulse.enable = true;
  };

  b = 1;
}
`;
    const paths = ['pipewire.enable', 'pipewire.pulse.enable'];
    expect(without(source, paths)).toBe(
      '{\n  # sound\n    # for JACK\n    #jack.enable = true;\n\n  b = 1;\n}\n',
    );
    expect(without(source, paths, { comments: () => true })).toBe('{\n  b = 1;\n}\n');
    expect(without(source, paths, { comments: (text) => text !== '# for JACK' })).toBe(
      '{\n    # for JACK\n\n  b = 1;\n}\n',
    );
    expect(without('{ x = 1; a = {\n  # keep\n  b = 1;\n }; c = 1; }', ['a.b'])).toBe(
      '{ x = 1; \n  # keep\n c = 1; }',
    );
  });

  it('treats neighbours as one', () => {
    const source = '{\n  c = 1;\n\n  a = 1;\n  b = 1;\n\n  d = 1; e = 1;\n  f = 1; g = 1;\n}\n';
    expect(without(source, ['a', 'b'])).toBe(source.replace('  a = 1;\n  b = 1;\n\n', ''));
    expect(without(source, ['d', 'e'])).toBe(source.replace('  d = 1; e = 1;\n', ''));
    expect(without(source, ['a', 'd', 'e'])).toBe(
      '{\n  c = 1;\n\n  b = 1;\n\n  f = 1; g = 1;\n}\n',
    );
    expect(without('{\n  c = 1;\n  a = 1;\n\n  b = 1;\n  d = 1;\n}\n', ['a', 'b'])).toBe(
      '{\n  c = 1;\n\n  d = 1;\n}\n',
    );
  });

  it('passes over definitions of another text', () => {
    expect(removeDefinitions('{ a = 1; }', definitions('{  bcd = 1; }'))).toBe('{ a = 1; }');
  });
});
