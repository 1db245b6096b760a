// Makes the parser of Nix from src/nix/syntax/nix.grammar whenever it is bundled or tested, so that
// tables which nobody can read are not kept beside the grammar.
import fs from 'node:fs';
import path from 'node:path';
import { buildParserFile } from '@lezer/generator';

/** The parser as a function that makes it: its tables are read where a text needs them. */
const loadedLate = (code) =>
  code.replace(/export const parser = ([\s\S]*)$/, (_all, made) => {
    return `let made;\nexport const parser = () => (made ??= ${made.trim().replace(/;$/, '')});\n`;
  });

/**
 * A plugin for Rolldown and Vite: `#nix-parser` is the parser, `#nix-parser/terms` the numbers of
 * its tokens; the tokenizers that the grammar calls `#nix-tokens` are tokens.ts beside it.
 */
export function grammarPlugin(folder) {
  const file = path.join(folder, 'nix.grammar');
  const modules = { '#nix-parser': 'parser', '#nix-parser/terms': 'terms' };
  let made;
  const make = () => {
    made ??= buildParserFile(fs.readFileSync(file, 'utf8'), {
      fileName: file,
      moduleStyle: 'es',
      warn: (message) => {
        throw new Error(message);
      },
    });
    return made;
  };
  return {
    name: 'grammar',
    resolveId(id) {
      if (id === '#nix-tokens') return path.join(folder, 'tokens.ts');
      return Object.hasOwn(modules, id) ? `\0${id}` : null;
    },
    load(id) {
      const part = id.startsWith('\0') ? modules[id.slice(1)] : undefined;
      return part === undefined ? null : loadedLate(make()[part]);
    },
  };
}
