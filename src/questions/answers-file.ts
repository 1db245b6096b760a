/** The answers file: JSON, a value for each question by its name. */
import fs from 'node:fs';
import { UsageError } from '../errors.js';
import type { Given } from './answers.js';
import { nearest } from './nearest.js';
import { questions } from './table.js';

/** Reads it. Everything that is wrong with it is reported in one {@link UsageError}. */
export function readAnswersFile(file: string): Given {
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
  if (problems.length > 0) {
    throw new UsageError(problems.join('\n'), [
      "'create-nixos-config schema' says what it can hold.",
    ]);
  }
  return given;
}

function parse(file: string): object {
  let content: unknown;
  try {
    content = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file} can't be read as an answers file.`, [
      error instanceof Error ? error.message : String(error),
    ]);
  }
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content;
  throw new UsageError(`${file} is not an answers file: it must hold one JSON object.`);
}
