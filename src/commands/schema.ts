/** `create-nixos-config schema`: the JSON Schema of the answers file, made from the table. */
import { Facts } from '../machine/facts.js';
import { standardAnswer } from '../questions/answers.js';
import type { Question } from '../questions/question.js';
import { type QuestionName, questions } from '../questions/table.js';

/** A machine that says nothing, so that the defaults are those of the table alone. */
const unknownMachine = {
  facts: new Facts('/dev/null', { uid: undefined, env: {} }, 'unknown'),
  directory: '/dev/null',
};

/** The schema, as a value (JSON Schema, draft 2020-12). */
export async function answersSchema(): Promise<object> {
  const properties = await Promise.all(
    questions.map(async (question) => [question.name, await propertyOf(question)] as const),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Answers for create-nixos-config',
    type: 'object',
    properties: { $schema: { type: 'string' }, ...Object.fromEntries(properties) },
    additionalProperties: false,
  };
}

async function propertyOf(question: Question<QuestionName>): Promise<object> {
  // the theme's choices are the most where the shell is zsh
  const plain = await standardAnswer(question, {}, unknownMachine);
  const choices = await question.choices?.({ shell: 'zsh' });
  const values = choices?.map(({ value }) => value);
  return {
    type: 'string',
    title: question.label,
    description: `${question.help}. Default: ${question.defaultInWords}`,
    ...(plain ? { default: plain.value } : {}),
    ...(question.pattern ? { pattern: question.pattern } : {}),
    ...(values ? (question.pattern ? { examples: values } : { enum: values }) : {}),
  };
}
