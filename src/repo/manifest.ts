/**
 * `.create-nixos-config.json`: which version wrote the repo, from which answers, and each file's
 * git blob hash as it was written, so that a later command can tell what has been changed since.
 */
import type { Answers } from '../questions/answers.js';
import type { Question } from '../questions/question.js';
import { type QuestionName, questions } from '../questions/table.js';
import { version } from '../version.js';
import { contentOf, type RepoFile } from './file.js';
import { sha1 } from './sha1.js';

const manifestName = '.create-nixos-config.json';

/** The manifest for these files. */
export function manifest(answers: Answers, files: readonly RepoFile[]): RepoFile {
  const kept: Record<string, string | readonly string[]> = {};
  for (const question of questions) {
    const { name, separator } = question;
    if (isKept(question, answers)) kept[name] = written(answers[name], separator);
  }
  const hashes: Record<string, string> = {};
  for (const file of files) hashes[file.path] = blobHash(contentOf(file));
  const content = { version, answers: kept, files: hashes };
  return { path: manifestName, text: `${JSON.stringify(content, null, 2)}\n` };
}

/** An answer as the answers file has it: one that can have several is a list. */
function written(answer: string, separator: string | undefined): string | readonly string[] {
  if (separator === undefined) return answer;
  return answer === '' ? [] : answer.split(separator);
}

/** The hardware file's path is of the machine that the program ran on, so it stays out. */
function isKept({ name, applies }: Question<QuestionName>, answers: Answers): boolean {
  if (name === 'hardware') return answers.hardware === 'none';
  return applies?.(answers) ?? true;
}

/** The name that git gives a file's content: SHA-1 over `blob <bytes>\0` and the bytes. */
export function blobHash(content: string | Uint8Array): string {
  return sha1(`blob ${Buffer.byteLength(content)}\0`, content);
}
