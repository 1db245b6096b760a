/**
 * The table: every question, in the order in which they are answered. Flags, prompts, help, the
 * answers file, its schema and the tests are made from it.
 *
 * A row may look at the answers of those above it. The hardware file stands first, since it tells
 * whether the configuration is for this machine or for another.
 */
import { people } from './people.js';
import { programs } from './programs.js';
import type { Question } from './question.js';
import { region } from './region.js';
import { machine } from './system.js';

const table = [
  machine.hardware,
  people.hostname,
  people.username,
  machine.channel,
  programs.shell,
  programs.theme,
  people.fullName,
  people.email,
  region.timeZone,
  region.locale,
  region.keyboard,
  programs.terminal,
  programs.editor,
  machine.unfree,
  machine.system,
  machine.bootLoader,
  machine.grubDevice,
  machine.stateVersion,
  machine.repoPath,
] as const satisfies readonly Question[];

export type QuestionName = (typeof table)[number]['name'];

/** The rows under their general type, for code that treats all alike. */
export const questions: readonly Question<QuestionName>[] = table;
