/** Damages texts as disks, editors and people do, by a seed. */

type Random = () => number;

/** A whole number below `limit`. */
function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

function oneOf<T>(list: readonly T[], random: Random): T {
  return list[below(list.length, random)] as T;
}

/** What Nix takes as something special, and what text seldom has. */
const pieces = [
  ...['"', "''", '${', '}', '{', '[', ']', '(', ')', ';', '=', ':', '@', '...', '..', '\\', '$'],
  ...['#', '/*', '*/', '\n', '\r\n', '\t', '\u0000', '\u00a0', '\ufeff', '\ud83d', '🦊', '‘', '�'],
  ...[
    'let',
    ' in ',
    'with pkgs;',
    'rec ',
    'inherit ',
    'if ',
    ' then ',
    ' else ',
    'assert ',
    ' or ',
  ],
  ...[
    'lib.mkIf true',
    'lib.mkForce ',
    'config.',
    ' // ',
    ' ++ ',
    ' |> ',
    ' -> ',
    '?',
    '!',
    '<nixpkgs>',
  ],
  ...[
    './x.nix',
    '/etc/nixos/x.nix',
    '~/x',
    "''${",
    "'''",
    "''\\",
    '1.5',
    '-',
    'x = 1;',
    'a.b.c = { };',
  ],
  ...[
    'imports = [ ./configuration.nix ];',
    'users.users."a b" = { };',
    '${x}.y = 2;',
    'null',
    '{ }',
  ],
  ...[
    '# mine\n',
    'x = 1; # my own\n',
    'console.keyMap = "de";\n',
    'u = import (fetchTarball "https://github.com/NixOS/nixpkgs/archive/x.tar.gz") { };\n',
  ],
];

type Mutation = (text: string, random: Random) => string;

/** A piece of the text, up to about `most` characters. */
function someSpan(text: string, most: number, random: Random): readonly [number, number] {
  const from = below(text.length + 1, random);
  return [from, Math.min(text.length, from + below(most, random) + 1)];
}

const truncate: Mutation = (text, random) => text.slice(0, below(text.length + 1, random));

const withoutStart: Mutation = (text, random) => text.slice(below(text.length + 1, random));

const cut: Mutation = (text, random) => {
  const [from, to] = someSpan(text, 40, random);
  return text.slice(0, from) + text.slice(to);
};

const insert: Mutation = (text, random) => {
  const [at] = someSpan(text, 1, random);
  return text.slice(0, at) + oneOf(pieces, random) + text.slice(at);
};

const replace: Mutation = (text, random) => {
  const [from, to] = someSpan(text, 3, random);
  return text.slice(0, from) + oneOf(pieces, random) + text.slice(to);
};

const repeat: Mutation = (text, random) => {
  const [from, to] = someSpan(text, 200, random);
  return text.slice(0, to) + text.slice(from, to) + text.slice(to);
};

const move: Mutation = (text, random) => {
  const [from, to] = someSpan(text, 200, random);
  const rest = text.slice(0, from) + text.slice(to);
  const at = below(rest.length + 1, random);
  return rest.slice(0, at) + text.slice(from, to) + rest.slice(at);
};

const swapLines: Mutation = (text, random) => {
  const lines = text.split('\n');
  const [one, other] = [below(lines.length, random), below(lines.length, random)];
  const [first = '', second = ''] = [lines[one], lines[other]];
  return lines.with(one, second).with(other, first).join('\n');
};

const windowsLines: Mutation = (text) => text.replaceAll('\n', '\r\n');
const oneLine: Mutation = (text) => text.replaceAll('\n', ' ');

const deepen: Mutation = (text, random) => {
  const [at] = someSpan(text, 1, random);
  const depth = 10 ** below(4, random);
  const bracket = oneOf(['(', '[', '{ x = ', '"${', "''${", 'a: ', '-'], random);
  return text.slice(0, at) + bracket.repeat(depth) + text.slice(at);
};

const all: readonly Mutation[] = [
  ...[truncate, truncate, withoutStart, cut, cut, insert, insert, insert, replace, replace],
  ...[repeat, move, swapLines, windowsLines, oneLine, deepen],
];

/** The text with one to four damages. */
export function mutated(text: string, random: Random): string {
  let damaged = text;
  for (let left = below(4, random); left >= 0; left -= 1) {
    damaged = oneOf(all, random)(damaged, random);
  }
  return damaged;
}

type Files = readonly (readonly [name: string, text: string])[];

const entryName = 'configuration.nix';

/** The files of a configuration with one of them damaged, mostly its entry. */
export function withOneDamaged(files: Iterable<Files[number]>, random: Random): Files {
  const which = random() < 0.85 ? entryName : 'hardware-configuration.nix';
  return [...files].flatMap(([name, text]) => {
    if (name !== which) return [[name, text] as const];
    const damaged = mutated(text, random);
    return name === entryName ? asEntry(damaged, random) : [[name, damaged] as const];
  });
}

/**
 * A damaged entry, mostly as a module that another one imports: an entry that Nix can't read is
 * refused, and nothing of it taken over.
 */
function asEntry(damaged: string, random: Random): Files {
  if (random() < 0.2) return [[entryName, damaged]];
  return [
    [entryName, '{ imports = [ ./damaged.nix ]; }\n'],
    ['damaged.nix', damaged],
  ];
}
