/**
 * Who git says commits, read from its files: `git config` would be a program to start for two
 * lines. Follows `[include] path`, as git does; `includeIf` depends on the repo and is left out.
 */
import { dirname, join, resolve } from 'node:path';
import type { Root } from './read.js';

export interface GitIdentity {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

/** How deep an include may include, as git's own limit. */
const deepest = 10;

/** The last one that sets a value counts; the order is git's (git-config(1), FILES). */
export function gitIdentity(
  root: Root,
  home: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): GitIdentity {
  const config = env['XDG_CONFIG_HOME'] || (home && join(home, '.config'));
  const files = [
    '/etc/gitconfig',
    config && join(config, 'git/config'),
    home && join(home, '.gitconfig'),
  ];
  const found = new Map<string, string>();
  for (const file of files) if (file) readInto(found, root, file, home, 0);
  return { name: found.get('user.name'), email: found.get('user.email') };
}

function readInto(
  found: Map<string, string>,
  root: Root,
  file: string,
  home: string | undefined,
  depth: number,
): void {
  if (depth > deepest) return;
  for (const [key, value] of settings(root.read(file) ?? '')) {
    if (key === 'include.path') readInto(found, root, included(value, file, home), home, depth + 1);
    else found.set(key, value);
  }
}

/** The sections that say who commits, or where more is said. */
const wanted = ['user', 'include'];

/** `section.key` and its value of these sections, in order; what is in a subsection is left out. */
function settings(text: string): readonly (readonly [string, string])[] {
  let section = '';
  return text.split('\n').flatMap((line) => {
    const header = /^\s*\[\s*([A-Za-z0-9.-]+)(\s+"[^"]*")?\s*\](.*)$/.exec(line);
    if (header) section = header[2] === undefined ? (header[1] ?? '').toLowerCase() : '';
    if (!wanted.includes(section)) return [];
    const entry = /^\s*([A-Za-z][A-Za-z0-9-]*)\s*=(.*)$/.exec(header?.[3] ?? line);
    if (!entry) return [];
    return [[`${section}.${entry[1]?.toLowerCase()}`, configValue(entry[2] ?? '')] as const];
  });
}

/** A value as git reads it: quotes taken off, escapes resolved, a comment behind it dropped. */
function configValue(raw: string): string {
  const parts = raw.trim().match(/"(?:\\.|[^"\\])*"|\\.|[^"\\#;]+|[#;].*/g) ?? [];
  const kept = parts.filter((part) => !/^[#;]/.test(part)).join('');
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t' };
  return kept
    .replace(/\\(.)|"/g, (_, letter?: string) => (letter ? (escapes[letter] ?? letter) : ''))
    .trim();
}

function included(target: string, from: string, home: string | undefined): string {
  if (target.startsWith('~/') && home) return join(home, target.slice(2));
  return resolve(dirname(from), target);
}
