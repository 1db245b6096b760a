// Brackets around the functions that a usual run calls, so that V8 compiles them with the file. Any
// other function it reads twice: to find its end, and again when it is called. Only a `function` in
// brackets is taken to be called soon (https://v8.dev/blog/preparser#pife), no arrow and no method.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'rolldown/utils';
import { layFiles } from './files.mjs';

/** A configuration with something of most that people have in theirs. */
const usualOld = fileURLToPath(new URL('usual-old', import.meta.url));

/** The plain run, which takes nothing over, and one that takes a whole configuration over. */
const runs = {
  plain: ['--username', 'leon'],
  import: ['--username', 'leon', '--from', usualOld],
};

/** What most computers that it runs on say of themselves, so that every build comes out the same. */
const usualMachine = {
  'etc/os-release': 'ID=debian\n',
  'etc/passwd': 'leon:x:1000:1000:Leon:/home/leon:/bin/sh\n',
  'etc/timezone': 'Europe/Berlin\n',
  'etc/default/locale': 'LANG=en_US.UTF-8\n',
  'etc/default/keyboard': 'XKBLAYOUT=us\n',
  'home/leon/.gitconfig': '[user]\n\tname = Leon\n\temail = leon@example.org\n',
};

/**
 * Rewrites files of the program so that what a run calls of them is compiled at once.
 *
 * @param run one of those above
 * @param isWanted whether a file is to be rewritten, by its name
 */
export function compileAtOnce(folder, run, isWanted) {
  const called = calledBy(path.join(folder, 'main.cjs'), runs[run]);
  for (const [file, places] of called) {
    if (!isWanted(path.basename(file))) continue;
    fs.writeFileSync(file, inBrackets(fs.readFileSync(file, 'utf8'), places));
  }
}

/** A script with brackets around the functions at these places, each `start-end`. */
export function inBrackets(code, called) {
  const { program: tree } = parseSync('script.cjs', code);
  const edits = [];
  const edit = (from, to, text) => edits.push({ from, to, text });
  const isCalled = ({ start, end }) => called.has(`${start}-${end}`);
  new Visitor({
    'ArrowFunctionExpression:exit': (arrow) => {
      if (isCalled(arrow) && !usesOwner(arrow)) asFunction(code, arrow, edit);
    },
    'Property:exit': (property) => {
      if (property.method && !property.computed && isCalled(property)) asValue(property, edit);
    },
  }).visit(tree);
  // declarations are there before the first line runs, and so are these
  const moved = tree.body.filter((node) => node.type === 'FunctionDeclaration' && isCalled(node));
  for (const { id } of moved) edit(id.start, id.end, '');
  edits.sort((one, other) => one.from - other.from);
  const piece = (from, to) => edited(code, from, to, edits);
  const declarations = moved.map(({ start, end, id }) => `var ${id.name}=(${piece(start, end)});`);
  const first = code.startsWith('#!') ? code.indexOf('\n') + 1 : 0;
  const rest = [{ end: first }, ...moved].map(({ end }, at) =>
    piece(end, moved[at]?.start ?? code.length),
  );
  return [code.slice(0, first), ...declarations, ...rest].join('');
}

/** A piece of the code, with its edits. */
function edited(code, from, to, edits) {
  let at = from;
  const pieces = edits
    .filter((each) => each.from >= from && each.to <= to)
    .map((each) => {
      const before = code.slice(at, each.from);
      at = each.to;
      return before + each.text;
    });
  return pieces.join('') + code.slice(at, to);
}

/** `(a) => b` as `(function(a){return b})`. */
function asFunction(code, { start, end, async, params, body }, edit) {
  const arrow = code.indexOf('=>', params.at(-1)?.end ?? start);
  const head = async ? /^async\s*/.exec(code.slice(start))[0].length : 0;
  const isBare = params.length === 1 && code[start + head] !== '(';
  edit(start, start + head, `(${async ? 'async ' : ''}function${isBare ? '(' : ''}`);
  const isBlock = body.type === 'BlockStatement';
  edit(arrow, arrow + 2, `${isBare ? ')' : ''}${isBlock ? '' : '{return '}`);
  edit(end, end, isBlock ? ')' : '})');
}

/** `name(a) { … }` as `name:(function(a) { … })`. */
function asValue({ start, end, key, value }, edit) {
  edit(start, key.start, '');
  edit(key.end, key.end, `:(${value.async ? 'async ' : ''}function`);
  edit(end, end, ')');
}

/** Whether an arrow function takes something from the function around it that one of its own hides. */
function usesOwner(arrow) {
  let found = false;
  const note = () => {
    found = true;
  };
  new Visitor({
    ThisExpression: note,
    Super: note,
    MetaProperty: note,
    Identifier: ({ name }) => {
      if (name === 'arguments') found = true;
    },
  }).visit({ type: 'Program', body: [{ type: 'ExpressionStatement', expression: arrow }] });
  return found;
}

/** File → the places of what a run calls of it, each `start-end`, as V8 counts them for coverage. */
function calledBy(program, answers) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'usual-run-'));
  try {
    const coverage = path.join(folder, 'coverage');
    const root = path.join(folder, 'root');
    layFiles(root, Object.entries(usualMachine));
    const args = [program, 'new', '--yes', '--no-git', '--no-lock', ...answers];
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
      env: { HOME: '/home/leon', CREATE_NIXOS_CONFIG_ROOT: root, NODE_V8_COVERAGE: coverage },
    });
    if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`);
    const [report] = fs.readdirSync(coverage);
    const { result } = JSON.parse(fs.readFileSync(path.join(coverage, report), 'utf8'));
    const files = result.filter(({ url }) => url.startsWith('file:'));
    return new Map(files.map(({ url, functions }) => [fileURLToPath(url), placesOf(functions)]));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function placesOf(functions) {
  const called = functions.map(({ ranges: [whole] }) => whole).filter(({ count }) => count > 0);
  return new Set(called.map(({ startOffset, endOffset }) => `${startOffset}-${endOffset}`));
}
