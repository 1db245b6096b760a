/** A file of the repo that is written. */
export interface RepoFile {
  /** Relative to the repo, with `/`. */
  readonly path: string;
  readonly text: string;
}
