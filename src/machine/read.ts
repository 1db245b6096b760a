/**
 * Reads what a computer says about itself, below a root directory. Whatever can't be read, or is
 * not plain text of a sensible size, is absent: a fact is never a failure.
 */
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** No file that a fact is read from is larger; anything above is not what it seems to be. */
const largest = 1024 * 1024;

export interface Root {
  /** The text of a file, or nothing. */
  read(file: string): string | undefined;
  /** Where a link points, unresolved, or nothing. */
  link(file: string): string | undefined;
  exists(file: string): boolean;
  /** The names in a folder, sorted; none if it is not there. */
  list(folder: string): readonly string[];
}

export function rootAt(root: string): Root {
  const at = (file: string) => join(root, file);
  return {
    read: (file) => absent(() => readText(at(file))),
    link: (file) => absent(() => readlinkSync(at(file))),
    exists: (file) => existsSync(at(file)),
    list: (folder) => absent(() => readdirSync(at(folder)).sort()) ?? [],
  };
}

/** The text of a regular file (a link to one included); throws for anything else. */
function readText(file: string): string | undefined {
  const stat = statSync(file);
  if (!stat.isFile() || stat.size > largest) return undefined;
  const text = readFileSync(file, 'utf8');
  return text.length > largest || text.includes('\0') ? undefined : text;
}

function absent<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** `KEY=value` lines, as in os-release and locale.conf; quotes around a value are taken off. */
export function assignments(text: string | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of (text ?? '').split('\n')) {
    const match = /^\s*([A-Za-z_]+)=(.*?)\s*$/.exec(line);
    if (match?.[1] !== undefined) found.set(match[1], unquoted(match[2] ?? ''));
  }
  return found;
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}
