/** The files that a Nix text names by their path. */

import { posix } from 'node:path';
import type { Span } from '../nix/definitions.js';
import { callOf, children, namesIn, textOf } from '../nix/nodes.js';
import { plainText } from '../nix/strings.js';
import type { SyntaxNode, Tree } from '../nix/syntax/parse.js';
import { resolvedPath } from './paths.js';
import { around } from './tree.js';

export interface Reference extends Span {
  /** As it is written. */
  readonly source: string;
  /** Absolute; of one whose end is computed, the folder that it is certainly in. */
  readonly target: string;
  readonly isAbsolute: boolean;
  readonly isComputed: boolean;
  /** Whether it is text in quotes, which is read as a path by what it is given to. */
  readonly isText: boolean;
  /** Whether a module is meant: an entry of `imports`. */
  readonly isImport: boolean;
}

/** Functions that read the file whose path they are given (Nix manual, "Built-in Functions"). */
const readers = new Set([
  'import',
  'readFile',
  'readDir',
  'fromTOML',
  'fromJSON',
  'path',
  'pathExists',
]);

/** Every path in a text that stands at `file` (absolute), but for those that are looked up. */
export function referencesIn(text: string, tree: Tree, file: string): readonly Reference[] {
  const folder = posix.dirname(file);
  return pathsAndStrings(text, tree).flatMap((node): readonly Reference[] => {
    const isText = node.name === 'String';
    const [computed] = children(node, 'Interpolation');
    const source = textOf(node, text);
    const path = isText ? plainText(node, text) : text.slice(node.from, computed?.from ?? node.to);
    if (path === undefined || (isText && !isReadAsPath(node, path, text))) return [];
    const isAbsolute = path.startsWith('/');
    const whole = resolvedPath(folder, path);
    const target = computed && !path.endsWith('/') ? posix.dirname(whole) : whole;
    const isComputed = computed !== undefined;
    const isImport = isInImports(node, text);
    return [
      { from: node.from, to: node.to, source, target, isAbsolute, isComputed, isText, isImport },
    ];
  });
}

/** Strings only where they may begin with a slash, which is what makes a path of them. */
function pathsAndStrings(text: string, tree: Tree): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  tree.each((node) => {
    const { name } = node;
    const isPath =
      name === 'Path' || (name === 'String' && /[/\\]/.test(text[node.from + 1] ?? ''));
    if (isPath) found.push(node);
  });
  return found;
}

function isReadAsPath(node: SyntaxNode, path: string, text: string): boolean {
  if (!path.startsWith('/')) return false;
  const { parent } = node;
  if (parent?.name === 'Apply') return readers.has(callOf(parent, text).name ?? '');
  return parent?.name === 'List' && isInImports(node, text);
}

/** Whether a node is an entry of `imports`, or a part of one. */
export function isInImports(node: SyntaxNode, text: string): boolean {
  for (const outer of around(node)) {
    if (outer.name !== 'Binding') continue;
    const path = outer.getChild('AttrPath');
    return path !== null && namesIn(path, text).names.join('.') === 'imports';
  }
  return false;
}
