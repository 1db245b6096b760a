import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { project } from '../support/program.js';

/**
 * Imports a module with all that it imports in one file, as users run it. The loader of the test
 * runner takes longer for each `import()`, which counts where something is called 40,000 times.
 */
export async function importBundled<Module>(file: string): Promise<Module> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cnc-bundle-'));
  try {
    const outfile = path.join(folder, 'bundle.mjs');
    await build({
      absWorkingDir: project,
      entryPoints: [file],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      alias: { '#templates': path.join(project, 'dist/templates.js') },
      define: { PACKAGE_VERSION: '"0.0.0"' },
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
