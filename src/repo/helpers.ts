/**
 * What templates can call. A value enters a file through one of the writers only (the build
 * refuses a bare `{{name}}`), so no answer can break out of its quotes.
 */

import { attributeName, insideIndentedString, insideString, nixString } from '../nix/write.js';
import { isPrintable, withoutControls } from '../text.js';

/** A letter that would end a code span, a table cell or a line of Markdown, or begin something. */
const markdownSpecial = /[\\`*_{}[\]<>()#+.!|~&$-]/g;

export const writers = {
  /** A whole Nix string, with its quotes. */
  string: nixString,
  /** Text between the quotes of a Nix string that the template writes. */
  inString: insideString,
  /** Text between the quotes of a ''…'' string that the template writes. */
  inIndented: insideIndentedString,
  /** A name in an attribute path. */
  attr: attributeName,
  /** Part of a path or a command: only what needs no quotes in Nix and in a shell. */
  path(text: string): string {
    if (!/^[A-Za-z0-9._/+-]+$/.test(text)) throw new Error(`not plain: ${JSON.stringify(text)}`);
    return text;
  },
  /** Text in a paragraph of Markdown. */
  markdown: (text: string) => text.replace(markdownSpecial, '\\$&'),
  /** Text in a code span or block of Markdown: what comes here has passed a pattern. */
  code(text: string): string {
    if (text.includes('`') || !isPrintable(text))
      throw new Error(`not code: ${JSON.stringify(text)}`);
    return text;
  },
  /** A line of a plain text file. */
  text: withoutControls,
  /** A piece that one of our own templates has written already. */
  part: (text: string) => text,
} as const;
