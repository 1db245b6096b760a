/**
 * The files that modules name without being modules: pictures, scripts, packages, keymaps. They go
 * along byte for byte, but for what would put a secret into the repo.
 */
import { posix } from 'node:path';
import type { Root } from '../machine/read.js';
import type { RepoFile } from '../repo/file.js';
import type { Places } from './places.js';

/** More than this is no configuration, and no repo to keep one in. */
const mostFiles = 2000;
const mostBytes = 20 * 1024 * 1024;

/** Folders and links that belong to a tool, not to the configuration. */
const notOurs = /^(\.git|\.direnv|result(-.*)?)$/;

/** Folders that hold more than what a configuration means by them. */
const ofManyThings = /^\/(?:[^/]*|home\/[^/]*|nix\/store|usr\/[^/]*|var\/[^/]*)$/;

export class Companions {
  private readonly found = new Map<string, RepoFile>();
  private readonly refused = new Map<string, string>();
  private size = 0;

  constructor(
    private readonly root: Root,
    private readonly places: Places,
    /** What stands in the repo already, by its absolute path in the old configuration. */
    private readonly isModule: (absolute: string) => boolean,
  ) {}

  get files(): readonly RepoFile[] {
    return [...this.found.values()];
  }

  /** The text of a file that goes along; nothing for one that does not, or is none. */
  textOf(absolute: string): string | undefined {
    const file = this.found.get(absolute);
    return file?.bytes === undefined ? file?.text : undefined;
  }

  /** Puts a changed text in the place of a file's. */
  rewrite(absolute: string, text: string): void {
    const file = this.found.get(absolute);
    if (file !== undefined) this.found.set(absolute, { ...file, text });
  }

  /** Takes a file, or a folder with all that is in it. Returns why that can't be. */
  take(absolute: string): string | undefined {
    const entry = this.root.look(absolute);
    if (entry === undefined) return undefined;
    if (entry.kind === 'file') return this.takeFile(absolute, entry.size, entry.mode);
    if (entry.kind === 'other') return 'it is neither a file nor a folder';
    if (ofManyThings.test(absolute)) return 'it is a folder of the whole machine';
    const inside = this.filesIn(absolute, { names: 0 });
    if (typeof inside === 'string') return inside;
    const size = inside.reduce((sum, { bytes }) => sum + bytes, 0);
    if (this.size + size > mostBytes) return 'with it, more than 20 MB would go into the repo';
    const why = inside.flatMap((file) => {
      const because = this.takeFile(file.absolute, file.bytes, file.mode);
      return because === undefined ? [] : [`${this.places.named(file.absolute)}: ${because}`];
    });
    return why.length > 0 ? why.join('; ') : undefined;
  }

  private takeFile(absolute: string, size: number, mode: number): string | undefined {
    if (this.isModule(absolute) || this.found.has(absolute)) return undefined;
    const before = this.refused.get(absolute);
    const why = before ?? this.whyNot(size, mode);
    if (why !== undefined) return this.refuse(absolute, why);
    const bytes = this.root.bytes(absolute);
    if (bytes === undefined) return this.refuse(absolute, 'it can’t be read');
    if (isSecret(bytes)) return this.refuse(absolute, 'it holds a private key');
    this.size += bytes.length;
    const isExecutable = (mode & 0o100) !== 0;
    const path = this.places.inRepo(absolute);
    const text = textOf(bytes);
    const file = text === undefined ? { path, text: '', bytes } : { path, text };
    this.found.set(absolute, isExecutable ? { ...file, isExecutable } : file);
    return undefined;
  }

  private refuse(absolute: string, why: string): string {
    this.refused.set(absolute, why);
    return why;
  }

  private whyNot(size: number, mode: number): string | undefined {
    if ((mode & 0o077) === 0) return 'nobody but its owner may read it, so it may be a secret';
    if (this.found.size >= mostFiles)
      return 'with it, more than 2,000 files would go into the repo';
    if (this.size + size > mostBytes) return 'with it, more than 20 MB would go into the repo';
    return undefined;
  }

  /** All files below a folder; every name that is looked at counts, since a folder can be a disk. */
  private filesIn(folder: string, seen: { names: number }): readonly Found[] | string {
    const found: Found[] = [];
    for (const name of this.root.list(folder)) {
      seen.names += 1;
      if (seen.names > mostFiles) return 'it holds more than 2,000 files';
      const absolute = posix.join(folder, name);
      const entry = notOurs.test(name) ? undefined : this.root.look(absolute);
      if (entry?.kind === 'file') found.push({ absolute, bytes: entry.size, mode: entry.mode });
      if (entry?.kind !== 'folder' || this.root.link(absolute) !== undefined) continue;
      const inside = this.filesIn(absolute, seen);
      if (typeof inside === 'string') return inside;
      found.push(...inside);
    }
    return found;
  }
}

interface Found {
  readonly absolute: string;
  readonly bytes: number;
  readonly mode: number;
}

/** Private keys of OpenSSL, OpenSSH and GnuPG (RFC 7468), and of age. */
function isSecret(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 64 * 1024)).toString('latin1');
  return /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|AGE-SECRET-KEY-1/.test(start);
}

/** The text, where the bytes are one in UTF-8 and come out of it as they went in. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
