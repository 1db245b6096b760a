/** `create-nixos-config schema`: the JSON Schema of the answers file, made from the table. */
import { Facts } from '../machine/facts.js';
import { standardAnswer } from '../questions/answers.js';
import type { Question } from '../questions/question.js';
import { type QuestionName, questions } from '../questions/table.js';

/** A machine that says nothing, so that the defaults are those of the table alone. */
export const unknownMachine = {
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

/** What the defaults are those of. */
const plainAnswers = { hardware: 'none', desktop: 'none', terminal: 'ghostty' };

/** Answers that rule out as few choices as can be, since the schema lists them all. */
export const mostChoices = {
  shell: 'zsh',
  desktop: 'gnome',
  unfree: 'yes',
  system: 'x86_64-linux',
  colors: 'catppuccin-mocha',
  hardware: 'none',
  repoWith: 'ci-github',
};

async function propertyOf(question: Question<QuestionName>): Promise<object> {
  const plain = await standardAnswer(question, plainAnswers, unknownMachine);
  const choices = await question.choices?.(mostChoices);
  const values = choices?.map(({ value }) => value);
  const one = {
    type: 'string',
    ...(question.pattern ? { pattern: question.pattern } : {}),
    ...(values ? (question.pattern ? { examples: values } : { enum: values }) : {}),
  };
  const { separator } = question;
  const all = separator ? plain?.value.split(separator).filter((value) => value !== '') : undefined;
  return {
    ...(separator ? { type: 'array', items: one, uniqueItems: true } : one),
    title: question.label,
    description: `${question.help}. Default: ${question.defaultInWords}`,
    ...(plain ? { default: all ?? plain.value } : {}),
  };
}
