import type { writers } from './helpers.js';

/** A file of the repo that is written. */
export interface RepoFile {
  /** Relative to the repo, with `/`. */
  readonly path: string;
  readonly text: string;
  /** In place of the text, for a file that is none. */
  readonly bytes?: Uint8Array;
  /** Whether it is a program, to be run as it is. */
  readonly isExecutable?: boolean;
}

/** What is written to the disk. */
export function contentOf({ text, bytes }: RepoFile): string | Uint8Array {
  return bytes ?? text;
}

/** A template, compiled: what it says of a view. Each value is written by one of the writers. */
type Template = (view: object, write: typeof writers) => string;

/** Templates by their path below `templates/`, without `.hbs`. */
export type Templates = Readonly<Record<string, Template>>;
