// The program's own parts, for scripts: bundled from the sources as scripts/build.mjs does it, into a
// folder that is gone afterwards, and imported from there.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { madeModules } from './made.mjs';

export const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const entry = path.join(project, 'sources-for-scripts.ts');

/** What a script may ask for, by name. */
const parts = {
  table: `
    export { mostChoices, unknownMachine } from './src/commands/schema.ts';
    export { resolveAnswers, values } from './src/questions/answers.ts';
    export { stableChannel, unstableChannel } from './src/nixos/channels.ts';
    export { questions } from './src/questions/table.ts';
    export { renderRepo } from './src/repo/render.ts';`,
  program: `
    export { create } from './src/commands/create.ts';
    export { readArguments } from './src/cli/arguments.ts';
    export { ProgramError } from './src/errors.ts';
    export { Interruption } from './src/interruption.ts';`,
  old: `
    export { readOld } from './src/import/old.ts';
    export { rootAt } from './src/machine/read.ts';`,
  kept: "export { lostDefinitions, lostLines } from './test/import/kept.ts';",
  parser: "export { problems } from './src/nix/syntax/parse.ts';",
  facts: "export { factsExpression, parts } from './src/compare/facts-expression.ts';",
  installer: `
    export { everyMachine, inWords, plainMachine } from './test/import/installer/machine.ts';
    export { installerConfiguration } from './test/import/installer/write.ts';
    export { generatedConfiguration, generatedReleases } from './test/import/installer/generated.ts';`,
  mutate: "export { withOneDamaged } from './test/import/mutate.ts';",
};

/** A module with what the named parts export. */
export async function loadSources(...names) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'create-nixos-config-sources-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const text = names.map((name) => parts[name]).join('\n');
  const bundle = await rolldown({
    cwd: project,
    input: { sources: entry },
    platform: 'node',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? entry : null),
        load: (id) => (id === entry ? text : null),
      },
      ...madeModules,
    ],
    transform: { define: { PACKAGE_VERSION: '"0"' }, target: 'node20.19' },
  });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].mjs' });
  return import(pathToFileURL(path.join(folder, 'sources.mjs')).href);
}
