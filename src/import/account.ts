/** What became of one definition of the old configuration. */

/**
 * `answer`: a question or a line of the new repo stands for it. `carried`: it stands in
 * `carried-over/` as it was written. `rewritten`: it, or what it is made of, was changed so that a
 * flake takes it. `left`: somebody has to look at it.
 */
export type Fate = 'answer' | 'carried' | 'rewritten' | 'left';

export interface Account {
  /** As it is written in the old file, not by today's name. */
  readonly option: string;
  /** The old file, relative to the folder of the configuration; absolute for one outside of it. */
  readonly file: string;
  /** Of the definition's first line in that file, from 1. */
  readonly line: number;
  readonly fate: Fate;
  /** What it became, or for one that is left what to do: words that follow a colon. */
  readonly note?: string;
}
