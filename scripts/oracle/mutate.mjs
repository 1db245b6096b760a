// Faults of chance: what a slip of a hand, a bad merge or a lost piece makes of a text.

/** Something of a list, or a number below one that is given. */
export function pick(random, from) {
  return typeof from === 'number'
    ? Math.floor(random() * from)
    : from[Math.floor(random() * from.length)];
}

const pieces = [
  ...['{', '}', '[', ']', '(', ')', '${', '"', "''", ';', ':', ',', '.', '@', '=', '?', '...'],
  ...['+', '-', '*', '/', '//', '++', '==', '!=', '<', '<=', '>', '>=', '!', '&&', '||', '->'],
  ...['|>', '<|', '|', '&', '$', '$$', '~', '^', '%', '\\', '`', "'", '#', '/*', '*/'],
  ...['if', 'then', 'else', 'assert', 'with', 'let', 'in', 'rec', 'inherit', 'or', 'body', 'x'],
  ...[
    './x',
    './x/',
    'a/b',
    '/',
    '~/x',
    '<x>',
    'a:b',
    '1',
    '1.',
    '.5',
    '0.5',
    '9223372036854775808',
  ],
  ...["''$", "'''", "''\\", '\\"', '\\$', '\r', '\n', '\0', '\u00e4', '\ufeff', ' ', '\t', '\f'],
];

const tokens = /[A-Za-z0-9_'-]+|\s+|[^\sA-Za-z0-9_]/g;
const lines = /.*\n|.+$/g;

/** Each makes other text of the pieces of a text, given the place of one of them. */
const faults = {
  lose: (parts, at) => parts.toSpliced(at, 1),
  double: (parts, at) => parts.toSpliced(at, 0, parts[at]),
  swap: (parts, at, random) => {
    const other = pick(random, parts.length);
    return parts.with(at, parts[other]).with(other, parts[at]);
  },
  repeat: (parts, at, random) => parts.toSpliced(at, 0, pick(random, parts)),
  replace: (parts, at, random) => parts.with(at, pick(random, parts)),
  insert: (parts, at, random) => parts.toSpliced(at, 0, pick(random, pieces)),
  overwrite: (parts, at, random) => parts.with(at, pick(random, pieces)),
  cut: (parts, at) => parts.slice(0, at),
};

/** A text with a fault, or two; `what` says which. */
export function mutate(text, random) {
  const what = [];
  let result = text;
  const count = random() < 0.8 ? 1 : 2;
  for (let fault = 0; fault < count; fault++) {
    const unit = pick(random, ['token', 'token', 'token', 'character', 'line']);
    const parts = result.match({ token: tokens, character: /[\s\S]/g, line: lines }[unit]) ?? [];
    if (parts.length === 0) break;
    const name = pick(random, Object.keys(faults));
    const at = pick(random, parts.length);
    result = faults[name](parts, at, random).join('');
    what.push(`${name} ${unit} ${at}`);
  }
  return { text: result, what: what.join(', ') };
}
