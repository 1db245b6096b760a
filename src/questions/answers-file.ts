/** The answers file: JSON, a value for each question by its name. */
import { readFileSync } from 'node:fs';
import { UsageError } from '../errors.js';
import type { Given } from './answers.js';
import { nearest } from './nearest.js';
import { questions } from './table.js';

/** What a file gives, and what is wrong with it besides its values, which the table checks. */
export interface AnswersFile {
  readonly given: Given;
  readonly problems: readonly string[];
}

/** Reads it. One that is no JSON object at all is a {@link UsageError}. */
export function readAnswersFile(file: string): AnswersFile {
  const content = parse(file);
  const names: readonly string[] = questions.map(({ name }) => name);
  const problems: string[] = [];
  const given = new Map<string, { value: string; source: string }>();
  for (const [name, value] of Object.entries(content)) {
    if (name === '$schema') continue;
    if (!names.includes(name)) {
      const near = nearest(name, names);
      problems.push(
        `${file}: ${JSON.stringify(name)} is no question${near ? `; did you mean "${near}"?` : '.'}`,
      );
    } else if (typeof value !== 'string') {
      problems.push(`${file}: "${name}" must be a string, not ${JSON.stringify(value)}.`);
    } else given.set(name, { value, source: file });
  }
  return { given, problems };
}

function parse(file: string): object {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`${file} can't be read as an answers file.`, [
      error instanceof Error ? error.message : String(error),
    ]);
  }
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content;
  throw new UsageError(`${file} is not an answers file: it must hold one JSON object.`);
}
