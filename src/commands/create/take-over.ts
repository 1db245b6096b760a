/** The files of a repo, with what the old configuration has besides the answers. */
import type { Account } from '../../import/carry.js';
import type { Answers } from '../../questions/answers.js';
import { type Context, oldOf } from '../../questions/question.js';
import type { RepoFile } from '../../repo/file.js';
import { renderFiles } from '../../repo/render.js';

/** A repo with what was carried over into it, and what became of each of the old definitions. */
interface TakenOver {
  readonly files: readonly RepoFile[];
  readonly accounts: readonly Account[];
}

/** Renders the repo, and puts into it what is taken over. */
export async function takeOver(
  context: Context,
  answers: Answers,
  hardware: string | undefined,
): Promise<TakenOver> {
  const old = oldOf(answers, context);
  if (old === undefined || old.isFlake) {
    return { files: await renderFiles(answers, hardware), accounts: [] };
  }
  const { carryOver } = await import('../../import/carry.js');
  const { answered } = await import('../../import/answers.js');
  const questions = await answered(old, answers, context);
  const carry = async (carriesOver?: true) =>
    carryOver(old, await renderFiles(answers, hardware, carriesOver), answers, questions);
  const taken = await carry(true);
  // most often something is left to carry over, which only then is known
  return taken.hasFiles ? taken : carry();
}
