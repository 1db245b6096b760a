/**
 * Licences for the repo, by their SPDX names. The texts are the licences' own, word for word, as
 * SPDX has them.
 */
import type { Choice } from '../questions/question.js';

const text = (value: string) => ({ files: [`licenses/${value}`] });

export const licenses: readonly Choice[] = [
  { value: 'mit', hint: 'do what you like, keep the notice', brings: text('mit') },
  { value: 'apache-2.0', hint: 'the same, and patents', brings: text('apache-2.0') },
  { value: 'gpl-3.0', hint: 'what comes of it stays free', brings: text('gpl-3.0') },
  { value: 'unlicense', hint: 'nothing is kept: public domain', brings: text('unlicense') },
  { value: 'none', hint: 'all rights stay with you' },
];
