/** Which of the old definitions the answers of the table stand for. */
import type { Definition } from '../nix/definitions.js';
import type { Answers } from '../questions/answers.js';
import type { Context } from '../questions/question.js';
import { type QuestionName, questions } from '../questions/table.js';
import type { OldConfiguration } from './old.js';
import { readings } from './readings.js';

/**
 * By definition, the question that it answered: with the same answer it became one, and with
 * another the person wanted it otherwise. What the question could not take is not among them.
 */
export async function answered(
  old: OldConfiguration,
  answers: Answers,
  context: Context,
): Promise<ReadonlyMap<Definition, QuestionName>> {
  const found = new Map<Definition, QuestionName>();
  for (const { name, applies, check, keep } of questions) {
    if (applies?.(answers) === false) continue;
    const reading = readings[name]?.(old, answers, context);
    if (reading === undefined) continue;
    const taken = await (keep ?? check)(reading.value, answers, context);
    if (taken.ok) for (const definition of reading.definitions) found.set(definition, name);
  }
  return found;
}
