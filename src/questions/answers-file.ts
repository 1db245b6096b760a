/** The answers file: JSON, a value for each question by its name. */
import { readFileSync } from 'node:fs';
import { systemCode, UsageError } from '../errors.js';
import type { Given } from './answers.js';
import { nearest } from './nearest.js';
import type { Question } from './question.js';
import { questions } from './table.js';

/** What a file gives, and what is wrong with it besides its values, which the table checks. */
export interface AnswersFile {
  readonly given: Given;
  readonly problems: readonly string[];
}

/** Reads it. One that is no JSON object at all is a {@link UsageError}. */
export function readAnswersFile(file: string): AnswersFile {
  const content = parse(file);
  const byName = new Map<string, Question>(questions.map((question) => [question.name, question]));
  const names = [...byName.keys()];
  const problems: string[] = [];
  const given = new Map<string, { value: string; source: string }>();
  for (const [name, value] of Object.entries(content)) {
    if (name === '$schema') continue;
    const question = byName.get(name);
    if (question === undefined) {
      const near = nearest(name, names);
      problems.push(
        `${file}: ${JSON.stringify(name)} is no question${near ? `; did you mean "${near}"?` : '.'}`,
      );
      continue;
    }
    const text = textOf(value, question);
    if (text !== undefined) given.set(name, { value: text, source: file });
    else {
      const wanted = question.separator ? 'a list of strings' : 'a string';
      problems.push(`${file}: "${name}" must be ${wanted}, not ${JSON.stringify(value)}.`);
    }
  }
  return { given, problems };
}

/** The value as one text: a string as it is, and a list where the question takes several. */
function textOf(value: unknown, { separator }: Question): string | undefined {
  if (typeof value === 'string') return value;
  if (separator === undefined || !Array.isArray(value)) return undefined;
  return value.every((each) => typeof each === 'string') ? value.join(separator) : undefined;
}

const whyNot: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'this is a folder, and not a file',
  EACCES: 'you may not read this file',
};

function parse(file: string): object {
  let content: unknown;
  try {
    // what programs by custom take for their standard input
    const text = readFileSync(file === '-' ? 0 : file, 'utf8');
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = whyNot[systemCode(error) ?? ''];
    if (why !== undefined) throw new UsageError(`${file}: ${why}.`);
    throw new UsageError(`${file} can't be read as an answers file.`, [
      error instanceof Error ? error.message : String(error),
    ]);
  }
  if (isObject(content)) return recorded(content) ?? content;
  throw new UsageError(`${file} is not an answers file: it must hold one JSON object.`);
}

function isObject(content: unknown): content is object {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}

/** The answers of a repo that was written: its `.create-nixos-config.json` is an answers file too. */
function recorded(content: object): object | undefined {
  if (!('answers' in content) || !('files' in content)) return undefined;
  return isObject(content.answers) ? content.answers : undefined;
}
