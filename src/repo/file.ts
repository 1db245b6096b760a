import type { writers } from './helpers.js';

/** A file of the repo that is written. */
export interface RepoFile {
  /** Relative to the repo, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A template, compiled: what it says of a view. Each value is written by one of the writers. */
type Template = (view: object, write: typeof writers) => string;

/** Templates by their path below `templates/`, without `.hbs`. */
export type Templates = Readonly<Record<string, Template>>;
