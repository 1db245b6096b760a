/**
 * Languages that the editor helps to write. None brings anything itself: the editor's template asks
 * which are chosen, and names the server, the grammar and the extension that it needs for each.
 *
 * They are those that every editor here takes well: a language server that nixpkgs has and that
 * needs no project of its own to start, in nvf, helix, lspconfig, eglot and Zed by a name they know.
 */
import type { Choice } from '../questions/question.js';

export const languages: readonly Choice[] = [
  { value: 'nix', hint: 'what this configuration is written in' },
  { value: 'bash', hint: 'shell scripts' },
  { value: 'markdown', hint: 'text, such as a README' },
  { value: 'python' },
  { value: 'rust' },
  { value: 'go' },
  { value: 'typescript', hint: 'and JavaScript' },
  { value: 'java' },
  { value: 'c', hint: 'and C++' },
  { value: 'lua' },
  { value: 'html' },
  { value: 'css' },
  { value: 'sql' },
  { value: 'json' },
  { value: 'yaml' },
  { value: 'toml' },
  { value: 'zig' },
  { value: 'haskell' },
];
