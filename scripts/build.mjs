// Bundles src/ into dist/, so that what is installed has no dependencies and a run loads few files.
//
// The bundle is CommonJS, though the sources are ES modules: Node's ES module loader costs a fifth
// of the start of a bare Node, and the program is to start about as fast as that.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { parseSync, Visitor } from 'rolldown/utils';
import { compileAtOnce } from './eager.mjs';
import { execaPlugin } from './execa.mjs';
import { madeModules } from './made.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

const entry = path.join(root, 'src/main.ts');

const named = (pattern) => (id) => pattern.test(id);
const own = (pattern) => named(new RegExp(`src/(${pattern})`));
const packages = (pattern) => named(new RegExp(`node_modules/(${pattern})/`));

/** Module → those that it imports, but for what it loads later. */
const imports = new Map();

const noteImports = {
  name: 'note-imports',
  moduleParsed: ({ id, importedIds }) => void imports.set(id, importedIds),
};

/** All that a module imports, and it itself. Asked when everything is parsed. */
function isReachedFrom(module) {
  let reached;
  return (id) => {
    reached ??= reachedFrom(module);
    return reached.has(id);
  };
}

function reachedFrom(module, reached = new Set()) {
  if (reached.has(module)) return reached;
  reached.add(module);
  for (const imported of imports.get(module) ?? []) reachedFrom(imported, reached);
  return reached;
}

/** The files that are made, by what a run needs them for; the first that takes a module has it. */
const groups = [
  // what every run loads, and what one that writes a repo does besides; without these, each module
  // that something loaded later needs too would be a file of its own
  { name: 'main', tests: [isReachedFrom(entry), own('terminal/wrap')] },
  {
    name: 'create',
    tests: [isReachedFrom(path.join(root, 'src/commands/create.ts')), own('data/time-zones')],
  },
  // a file for each folder
  {
    name: (id) => ['templates', ...(id.split('#templates/')[1].match(/[\w-]+/g) ?? [])].join('-'),
    debugName: 'templates',
    tests: [(id) => id.includes('#templates/')],
  },
  { name: 'diff', tests: [own('terminal/diff'), packages('diff')] },
  {
    name: 'prompts',
    tests: [
      own('terminal/(prompts|spinner)|commands/create/ask\\.ts'),
      packages('@clack/.*|sisteransi|fast-.*'),
    ],
  },
  {
    name: 'graft',
    tests: [own('repo/graft'), packages('fs-extra|graceful-fs|universalify|jsonfile')],
  },
  { name: 'nix', tests: [own('nix/'), named(/nix-parser/), packages('@lezer/.*')] },
  { name: 'effects', tests: [own('effects/(git|lock|step)\\.ts')] },
  {
    name: 'rebuild',
    tests: [
      own('checks/|effects/(rebuild|failures|known-failures|places|closures|units|diff-command)'),
      own('commands/create/(first-rebuild|rebuild-steps|build-folder|look-around|password-step)'),
      own('commands/create/(proof|show-findings|what-changes)|compare/(?!yes-by-name)'),
      own('import/flake-modules'),
    ],
  },
  {
    name: 'install',
    tests: [own('commands/create/(install|first-install)|effects/install|machine/target')],
  },
].map(({ tests, ...group }, at, all) => ({
  ...group,
  test: (id) => tests.some((test) => test(id)),
  priority: all.length - at,
}));

/**
 * The minifier writes `text` for 'text'. V8 keeps such a text twice over, raw and cooked, so that it
 * reads the whole file more slowly.
 */
const plainStrings = {
  name: 'plain-strings',
  generateBundle: (_options, files) => {
    for (const file of Object.values(files)) file.code = withPlainStrings(file.code);
  },
};

function withPlainStrings(code) {
  const literals = [];
  const tagged = new Set();
  new Visitor({
    TaggedTemplateExpression: ({ quasi }) => void tagged.add(quasi),
    TemplateLiteral: (node) => {
      if (node.expressions.length === 0 && !tagged.has(node)) literals.push(node);
    },
  }).visit(parseSync('bundle.cjs', code).program);
  let at = 0;
  const pieces = literals.map(({ start, end, quasis: [{ value }] }) => {
    const before = code.slice(at, start);
    at = end;
    return before + JSON.stringify(value.cooked);
  });
  return pieces.join('') + code.slice(at);
}

/** Node keeps a file with letters beyond ASCII at twice its size, and reads it more slowly. */
const asciiOnly = {
  name: 'ascii-only',
  generateBundle: (_options, files) => {
    for (const file of Object.values(files)) {
      file.code = file.code.replace(/[^\0-\x7f]/g, (unit) => {
        return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
      });
    }
  },
};

/** What a plain run loads. */
const plainRun = ['main.cjs', 'create.cjs'];

/**
 * rolldown puts its few helpers into a file of their own, which a plain run would load for one of
 * them; a file costs about half a millisecond, however short it is.
 */
const helpersInside = {
  name: 'helpers-inside',
  generateBundle: (_options, files) => {
    const helpers = 'rolldown-runtime.cjs';
    const inside = `(exports=>{${files[helpers].code};return exports})({})`;
    for (const name of plainRun)
      files[name].code = files[name].code.replace(`require("./${helpers}")`, () => inside);
  },
};

const bundle = await rolldown({
  cwd: root,
  input: { main: entry },
  platform: 'node',
  // fs-extra's stand-in for Node's fs waits where too many files are open at once; we open one
  resolve: { alias: { 'graceful-fs': 'node:fs' }, mainFields: ['module', 'main'] },
  plugins: [noteImports, helpersInside, plainStrings, asciiOnly, execaPlugin, ...madeModules],
  preserveEntrySignatures: false,
  transform: { define: { PACKAGE_VERSION: JSON.stringify(version) }, target: 'node20.19' },
});
const { output } = await bundle.write({
  dir: path.join(root, 'dist'),
  cleanDir: true,
  format: 'cjs',
  minify: true,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  codeSplitting: { includeDependenciesRecursively: false, groups },
});

refuseCircles(output);
compileAtOnce(path.join(root, 'dist'), 'plain', (file) => plainRun.includes(file));
// templates are many, and a run needs few of them
compileAtOnce(
  path.join(root, 'dist'),
  'import',
  (file) => !plainRun.includes(file) && !file.startsWith('templates'),
);

// Node reads the nearest package.json of what it loads, and that of the package is long
fs.writeFileSync(path.join(root, 'dist/package.json'), '{ "type": "commonjs" }\n');

// what is bundled is under licences that want their text to go with it
fs.writeFileSync(path.join(root, 'dist/LICENSES.txt'), licences(output));

/**
 * Two files that load each other: whichever comes first gets nothing from the other, which only some
 * runs would notice. A module that both need then wants a place in one of the groups above.
 */
function refuseCircles(files) {
  const loads = new Map(files.map(({ fileName, imports: loaded }) => [fileName, loaded ?? []]));
  const reaches = (from, to, seen = new Set()) =>
    !seen.has(from) &&
    seen.add(from) &&
    (loads.get(from) ?? []).some((next) => next === to || reaches(next, to, seen));
  const inCircle = [...loads.keys()].filter((file) => reaches(file, file));
  if (inCircle.length > 0) throw new Error(`Files that load each other: ${inCircle.join(', ')}`);
}

/** The licence of every package that has a module in the bundle: each text once, with its owners. */
function licences(files) {
  const modules = files.flatMap((file) => Object.keys(file.modules ?? {}));
  const folders = modules.flatMap(
    (id) => /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? [],
  );
  const owners = new Map();
  for (const folder of [...new Set(folders)].sort()) {
    const { heading, text } = licence(folder);
    owners.set(text, [...(owners.get(text) ?? []), heading]);
  }
  return [...owners]
    .map(([text, headings]) => `${headings.join('\n\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(72)}\n\n`);
}

function licence(folder) {
  const { name, version, license } = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const file = fs.readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence file`);
  const paragraphs = fs
    .readFileSync(path.join(folder, file), 'utf8')
    .trim()
    .split(/\n\s*\n/);
  const isOwner = (paragraph) => /^\s*copyright \(?c?\)?/i.test(paragraph);
  const isTitle = (paragraph) => /^.{0,40}licen[cs]e.{0,20}$/i.test(paragraph.trim());
  const body = paragraphs.filter((paragraph) => !isOwner(paragraph) && !isTitle(paragraph));
  return {
    heading: [`${name} ${version} (${license})`, ...paragraphs.filter(isOwner)].join('\n'),
    text: body.map((paragraph) => paragraph.replace(/\s+/g, ' ').trim()).join('\n\n'),
  };
}
