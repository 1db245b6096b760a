import type { Definition } from '../nix/definitions.js';

/** An answer, and what it was read from: those definitions need not be carried over beside it. */
export interface Reading {
  readonly value: string;
  readonly definitions: readonly Definition[];
  /** What had to be changed in it. */
  readonly note?: string;
}
