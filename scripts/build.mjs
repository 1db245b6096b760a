// Bundles src/ into dist/: one file at the start, and a chunk for each part that a run may not need.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { templatesModule } from './templates.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

fs.rmSync(dist, { recursive: true, force: true });
fs.mkdirSync(dist);
fs.writeFileSync(path.join(dist, 'templates.js'), templatesModule(path.join(root, 'templates')));

await build({
  absWorkingDir: root,
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  external: ['#templates'],
  define: { PACKAGE_VERSION: JSON.stringify(version) },
  chunkNames: '[name]-[hash]',
  legalComments: 'linked',
  // what is CommonJS inside the bundle asks for Node's own modules with require
  banner: {
    js: "import { createRequire as $require } from 'node:module'; const require = $require(import.meta.url);",
  },
});
fs.chmodSync(path.join(dist, 'main.js'), 0o755);
