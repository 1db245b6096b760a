// The parser as it is in the sources now, bundled as it is in what is installed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { grammarPlugin } from '../grammar.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Writes the parser to a file, an ES module, and gives its size in bytes. */
export async function writeParser(file) {
  const bundle = await rolldown({
    cwd: root,
    input: 'src/nix/syntax/parse.ts',
    platform: 'node',
    plugins: [grammarPlugin(path.join(root, 'src/nix/syntax'))],
    transform: { target: 'node20.19' },
    logLevel: 'silent',
  });
  await bundle.write({ file, format: 'esm', minify: true });
  return fs.statSync(file).size;
}

/** Its functions: `parse` and `problems`. */
export async function loadParser() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cnc-parser-'));
  try {
    const file = path.join(folder, 'parser.mjs');
    await writeParser(file);
    return await import(pathToFileURL(file).href);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Every .nix file below folders, sorted. */
export function nixFiles(folders) {
  return folders
    .flatMap((folder) =>
      fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.nix'))
        .map((entry) => path.join(entry.parentPath, entry.name)),
    )
    .sort();
}
