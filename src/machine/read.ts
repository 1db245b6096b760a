/**
 * Reads what a computer says about itself, below a root directory. Whatever can't be read, or is
 * not plain text of a sensible size, is absent: a fact is never a failure.
 */
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isPrintable } from '../text.js';
import { placeWithin } from './links.js';

/** No file that a fact is read from is larger; anything above is not what it seems to be. */
const largest = 1024 * 1024;

export interface Root {
  /** The text of a file, or nothing. */
  read(file: string): string | undefined;
  /** The first 16 KiB of a file, however long it is, with the zero bytes that may be in it. */
  start(file: string): string | undefined;
  /** Where a link points, unresolved, or nothing. */
  link(file: string): string | undefined;
  exists(file: string): boolean;
  isFolder(file: string): boolean;
  /** The names in a folder, sorted, without those that hold a line break; none if it is not there. */
  list(folder: string): readonly string[];
  /** Where a file is on this computer, links followed; nothing where they lead nowhere. */
  place(file: string): string | undefined;
  /** What stands at a path, links followed, or nothing. */
  look(file: string): Entry | undefined;
  /** All that is in a regular file, text or not. */
  bytes(file: string): Uint8Array | undefined;
}

interface Entry {
  readonly kind: 'file' | 'folder' | 'other';
  /** In bytes. */
  readonly size: number;
  /** The permissions, as `chmod` takes them. */
  readonly mode: number;
}

/**
 * The root at a folder. Below one other than `/`, the root of a system that does not run, links are
 * followed as that system would: its `/etc/static` leads into its own store, and never into ours.
 */
export function rootAt(root: string): Root {
  const place = root === '/' ? (file: string) => file : placeWithin(root);
  const at = (file: string) => {
    const found = place(file);
    if (found === undefined) throw new Error('too many links');
    return found;
  };
  return {
    read: (file) => absent(() => readText(at(file))),
    start: (file) => absent(() => readStart(at(file))),
    link: (file) => absent(() => readlinkSync(join(at(dirname(file)), basename(file)))),
    exists: (file) => absent(() => existsSync(at(file))) ?? false,
    isFolder: (file) => absent(() => statAt(at(file))?.isDirectory()) ?? false,
    list: (folder) => absent(() => namesIn(at(folder))) ?? [],
    place,
    look: (file) => absent(() => entryOf(statAt(at(file)))),
    bytes: (file) => absent(() => readFileSync(at(file))),
  };
}

/** Most that is looked for is not there, and an error is dear. */
function statAt(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false });
}

function entryOf(stat: Stats | undefined): Entry | undefined {
  if (stat === undefined) return undefined;
  const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
  return { kind, size: stat.size, mode: stat.mode & 0o777 };
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder).filter(isPrintable).sort();
}

/** The text of a regular file; throws for anything else, such as a pipe, which would block. */
function readText(file: string): string | undefined {
  const stat = statAt(file);
  if (!stat?.isFile() || stat.size > largest) return undefined;
  const text = readFileSync(file, 'utf8');
  return text.length > largest || text.includes('\0') ? undefined : text;
}

function readStart(file: string): string | undefined {
  if (!statAt(file)?.isFile()) return undefined;
  const bytes = Buffer.alloc(16 * 1024);
  const descriptor = openSync(file, 'r');
  try {
    return bytes.toString('utf8', 0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
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
  for (const line of text?.split('\n') ?? []) {
    const match = /^\s*([A-Za-z_]+)=(.*?)\s*$/.exec(line);
    if (match?.[1] !== undefined) found.set(match[1], unquoted(match[2] ?? ''));
  }
  return found;
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}
