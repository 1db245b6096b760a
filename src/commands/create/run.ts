/** What the steps of `create` hand to each other. */

import type { Arguments } from '../../cli/arguments.js';
import type { Comparison } from '../../compare/difference.js';
import type { CommitState, GitState } from '../../effects/git.js';
import type { Person } from '../../effects/run.js';
import type { Ran } from '../../effects/step.js';
import type { Account } from '../../import/carry.js';
import type { Interruption } from '../../interruption.js';
import type { Answer, Answers } from '../../questions/answers.js';
import type { Context } from '../../questions/question.js';
import type { QuestionName } from '../../questions/table.js';
import type { Plan } from '../../repo/plan.js';
import type { Mode } from '../../repo/target.js';
import type { Output, Stream } from '../../terminal/output.js';

/** What the program is called with, handed in so that a test can hand in its own. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `process.getuid()`. */
  readonly uid: number | undefined;
  readonly workingDirectory: string;
  /** Below which facts are read: `/`. */
  readonly root: string;
  readonly stdin: { readonly isTTY?: boolean | undefined };
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly interruption: Interruption;
}

/** Everything that is known from the start. */
export interface Run {
  readonly args: Arguments;
  readonly world: World;
  readonly context: Context;
  readonly mode: Mode;
  /** Whether somebody is there to be asked. */
  readonly interactive: boolean;
  /** Whom the repo on the target of an installation belongs to: a person there, or `root`. */
  readonly owner?: Person | 'root';
}

/** Asks for a yes; without anybody to ask, the yes is what the flags have given. */
type Confirm = (message: string, initial?: boolean) => Promise<boolean>;

/** The answers, and how to talk about them. */
export interface Talk {
  readonly found: ReadonlyMap<QuestionName, Answer>;
  /** With the old configuration, unless it was declined in between. */
  readonly context: Context;
  readonly output: Output;
  readonly confirm: Confirm;
}

/** A repo that is worked out: what it is made of, and what writing it would do. */
export interface Draft extends Talk {
  readonly answers: Answers;
  /** The text of the hardware file; nothing where a placeholder stands in for it. */
  readonly hardware: string | undefined;
  readonly plan: Plan;
  /** What became of each definition of the old configuration. */
  readonly accounts: readonly Account[];
}

/** What became of the steps after the writing. */
export interface Done {
  readonly git: GitState;
  /** The files that git ignores in a repo that was there. */
  readonly ignored: readonly string[];
  readonly locked: boolean;
  readonly committed: CommitState;
  readonly rebuilt: boolean;
  /** Whether the new system waits for the next start. */
  readonly startsAnew: boolean;
  readonly failed: boolean;
  readonly ran: readonly Ran[];
  /** Old and new held against each other, where a rebuild came that far. */
  readonly comparison?: Comparison | undefined;
}

/** The person whom the files and the programs' doings belong to, if it is not who runs them. */
export function personOf({ context, owner }: Run): Person | undefined {
  if (owner !== undefined) return owner === 'root' ? undefined : owner;
  const { account, behind } = context.facts.caller;
  return behind ? account : undefined;
}
