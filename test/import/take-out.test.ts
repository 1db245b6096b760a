import { describe, expect, it } from 'vitest';
import { isInstallerComment } from '../../src/import/installer-comments.js';
import { takeOut } from '../../src/import/take-out.js';
import { nodesOf } from '../../src/import/tree.js';
import { definitions } from '../../src/nix/definitions.js';
import { applyEdits } from '../../src/nix/edit.js';
import { parse } from '../../src/nix/syntax/parse.js';

/** The text without the definitions of these options. */
function without(text: string, ...options: readonly string[]): string {
  const spans = definitions(text)
    .filter(({ path }) => options.includes(path.join('.')))
    .map(({ statement }) => statement);
  return applyEdits(text, takeOut({ text, tree: parse(text), mayGo: isInstallerComment }, spans));
}

describe('taking out', () => {
  it.each([
    ['a line', '{\n  a = 1;\n  b = 2;\n}\n', ['a'], '{\n  b = 2;\n}\n'],
    [
      'a paragraph',
      '{\n  a = 1;\n\n  b = 2;\n\n  c = 3;\n}\n',
      ['b'],
      '{\n  a = 1;\n\n  c = 3;\n}\n',
    ],
    ['the last paragraph', '{\n  a = 1;\n\n  b = 2;\n}\n', ['b'], '{\n  a = 1;\n}\n'],
    [
      'a set that is emptied',
      '{\n  a = {\n    b = 1;\n    c.d = 2;\n  };\n  e = 3;\n}\n',
      ['a.b', 'a.c.d'],
      '{\n  e = 3;\n}\n',
    ],
    ['a name of an inherit', '{\n  inherit (x) a b;\n}\n', ['a'], '{\n  inherit (x) b;\n}\n'],
    ['a whole inherit', '{\n  inherit (x) a b;\n  c = 1;\n}\n', ['a', 'b'], '{\n  c = 1;\n}\n'],
    ['one of a line', '{ a = 1; b = 2; c = 3; }\n', ['b'], '{ a = 1; c = 3; }\n'],
    [
      'all of a line',
      '{\n  a = 1; b = 2; c = 3;\n  d = 4;\n}\n',
      ['a', 'b', 'c'],
      '{\n  d = 4;\n}\n',
    ],
    ['the first ones of a line', '{\n  a = 1;  b = 2; c = 3;\n}\n', ['a', 'b'], '{\n  c = 3;\n}\n'],
    ['the last ones of a line', '{\n  a = 1; b = 2; c = 3;\n}\n', ['b', 'c'], '{\n  a = 1;\n}\n'],
    [
      'those around one of a line',
      '{\n  a = 1; b = 2; c = 3;\n}\n',
      ['a', 'c'],
      '{\n  b = 2;\n}\n',
    ],
    [
      'two names of an inherit',
      '{\n  inherit (x) a b c;\n}\n',
      ['b', 'c'],
      '{\n  inherit (x) a;\n}\n',
    ],
    [
      'the installer’s comments above and behind',
      '{\n  x = 1;\n\n  # Set your time zone.\n  a = 1; # Define your hostname.\n\n  y = 1;\n}\n',
      ['a'],
      '{\n  x = 1;\n\n  y = 1;\n}\n',
    ],
    [
      'not the comment above others',
      '{\n  # Bootloader.\n  a = 1;\n  b = 1;\n}\n',
      ['a'],
      '{\n  # Bootloader.\n  b = 1;\n}\n',
    ],
    [
      'not a person’s comment',
      '{\n  # why\n  a = 1; # because\n  b = 2;\n}\n',
      ['a'],
      '{\n  # why\n  # because\n  b = 2;\n}\n',
    ],
    [
      'not a person’s comment inside',
      '{\n  a = {\n    # mine\n    b = 1;\n  };\n}\n',
      ['a.b'],
      '{\n  # mine\n}\n',
    ],
    [
      'all of what is commented out, or nothing',
      '{\n  # programs.gnupg.agent = {\n  #   enable = true;\n  #   mine = 1;\n  # };\n  a = 1;\n\n  b = 2;\n}\n',
      ['a'],
      '{\n  # programs.gnupg.agent = {\n  #   enable = true;\n  #   mine = 1;\n  # };\n\n  b = 2;\n}\n',
    ],
    [
      'all of what is commented out inside, or nothing',
      '{\n  a = {\n    b = 1;\n    # c = {\n    #   enable = true;\n    #   mine = 1;\n    # };\n  };\n}\n',
      ['a.b'],
      '{\n  # c = {\n  #   enable = true;\n  #   mine = 1;\n  # };\n}\n',
    ],
    [
      'what an installer of 2018 said',
      '{\n  # This value determines the NixOS release with which your system is to be\n  # compatible, in order to avoid breaking some software such as database\n  # servers. You should change this only after NixOS release notes say you\n  # should.\n  a = 1; # Did you read the comment?\n\n  b = 2;\n}\n',
      ['a'],
      '{\n  b = 2;\n}\n',
    ],
    [
      'with Windows’ line ends',
      '{\r\n  a = 1;\r\n  b = 2;\r\n}\r\n',
      ['a'],
      '{\r\n  b = 2;\r\n}\r\n',
    ],
  ])('%s', (_what, text, options, expected) => {
    expect(without(text, ...options)).toBe(expected);
  });

  it.each([
    ['in one line', 'let a = 1; in { b = 2; }\n', '{ b = 2; }\n'],
    ['in lines', 'let\n  a = 1;\nin\n{\n  b = 2;\n}\n', '{\n  b = 2;\n}\n'],
    [
      'with comments that have the word in them',
      'let\n  # in use\n  a = 1; # in use\nin # what is in it\n{\n  b = 2;\n}\n',
      '# in use\n# in use\n # what is in it\n{\n  b = 2;\n}\n',
    ],
  ])('a `let` that holds nothing else, %s', (_what, text, expected) => {
    const tree = parse(text);
    const [name] = nodesOf(tree, 'Binding');
    expect(name && text.slice(name.from, name.to)).toBe('a = 1;');
    const edits = takeOut({ text, tree, mayGo: isInstallerComment }, name ? [name] : []);
    expect(applyEdits(text, edits)).toBe(expected);
  });
});
