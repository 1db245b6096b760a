// The modules that the sources import and nobody wrote: made when they are bundled or tested.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { grammarPlugin } from './grammar.mjs';
import { sha1Plugin } from './sha1.mjs';
import { templatesPlugin } from './templates.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Plugins for Rolldown and Vite. */
export const madeModules = [
  templatesPlugin(path.join(root, 'templates')),
  grammarPlugin(path.join(root, 'src/nix/syntax')),
  sha1Plugin(),
];
