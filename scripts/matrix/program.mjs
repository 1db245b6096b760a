// The program's own table and renderer, for scripts: bundled as scripts/build.mjs does it, into a
// folder that is gone afterwards, and imported from there.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { madeModules } from '../made.mjs';

export const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The parts of it that scripts ask for, as a module. */
const entry = `
export { mostChoices, unknownMachine } from './src/commands/schema.ts';
export { resolveAnswers, values } from './src/questions/answers.ts';
export { questions } from './src/questions/table.ts';
export { renderRepo } from './src/repo/render.ts';
`;

export async function loadProgram() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'create-nixos-config-program-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const bundle = await rolldown({
    cwd: project,
    input: { program: 'program-for-scripts' },
    platform: 'node',
    plugins: [entryPlugin, ...madeModules],
    transform: { define: { PACKAGE_VERSION: '"0"' }, target: 'node20.19' },
  });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].mjs' });
  return import(pathToFileURL(path.join(folder, 'program.mjs')).href);
}

const entryPlugin = {
  name: 'entry',
  resolveId: (id) => (id === 'program-for-scripts' ? path.join(project, 'program.ts') : null),
  load: (id) => (id === path.join(project, 'program.ts') ? entry : null),
};
