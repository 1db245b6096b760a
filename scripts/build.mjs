// Bundles src/ into dist/, so that what is installed has no dependencies and a run loads few files.
//
// The bundle is CommonJS, though the sources are ES modules: Node's ES module loader costs a fifth
// of the start of a bare Node, and the program is to start about as fast as that.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { execaPlugin } from './execa.mjs';
import { templatesPlugin } from './templates.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

const own = (pattern) => new RegExp(`src/(${pattern})`);
const packages = (pattern) => new RegExp(`node_modules/(${pattern})/`);

/** The files that are made, by what a run needs them for; the first that takes a module has it. */
const groups = [
  { name: 'data', tests: [own('data/')] },
  { name: 'diff', tests: [own('terminal/diff'), packages('diff')] },
  {
    name: 'prompts',
    tests: [own('terminal/prompts'), packages('@clack/.*|sisteransi|fast-.*')],
  },
  {
    name: 'graft',
    tests: [own('repo/graft'), packages('fs-extra|graceful-fs|universalify|jsonfile')],
  },
  {
    name: 'effects',
    tests: [own('effects/(git|lock|rebuild)\\.ts|commands/create/first-rebuild|machine/losses')],
  },
  {
    name: 'create',
    tests: [
      own(
        'commands/create|repo/(?!graft)|effects/(step|lock-command)|terminal/(output|summary|tree)',
      ),
      packages('handlebars'),
      /#templates/,
    ],
  },
  {
    name: 'core',
    tests: [
      own('cli/|questions/|nix/|nixos/|machine/|terminal/(style|streams|wrap)|errors|text|version'),
      packages('fastest-levenshtein'),
      /rolldown.runtime/,
    ],
  },
].map(({ name, tests }, at, all) => ({
  name,
  test: (id) => tests.some((test) => test.test(id)),
  priority: all.length - at,
}));

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

const bundle = await rolldown({
  cwd: root,
  input: { main: 'src/main.ts' },
  platform: 'node',
  // fs-extra's stand-in for Node's fs waits where too many files are open at once; we open one
  resolve: { alias: { 'graceful-fs': 'node:fs' } },
  plugins: [asciiOnly, execaPlugin, templatesPlugin(path.join(root, 'templates'))],

  preserveEntrySignatures: false,
  transform: { define: { PACKAGE_VERSION: JSON.stringify(version) }, target: 'node20.19' },
});
await bundle.write({
  dir: path.join(root, 'dist'),
  cleanDir: true,
  format: 'cjs',
  minify: true,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  codeSplitting: { includeDependenciesRecursively: false, groups },
});
