/** Puts into a repo what the old configuration has besides the answers. */
import type { Account } from '../../import/carry.js';
import type { Answers } from '../../questions/answers.js';
import { type Context, oldOf } from '../../questions/question.js';
import type { RepoFile } from '../../repo/file.js';

/** A repo with what was carried over into it, and what became of each of the old definitions. */
export interface TakenOver {
  readonly files: readonly RepoFile[];
  readonly accounts: readonly Account[];
}

export async function takeOver(
  context: Context,
  answers: Answers,
  files: readonly RepoFile[],
): Promise<TakenOver> {
  const old = oldOf(answers, context);
  if (old === undefined || old.isFlake) return { files, accounts: [] };
  const { carryOver } = await import('../../import/carry.js');
  const { answered } = await import('../../import/answers.js');
  return carryOver(old, files, answers, await answered(old, answers, context), old.root);
}
