/**
 * Escape where something can be gone back to. clack's core has the same sign for it as for Ctrl-C,
 * which ends the program.
 */
import type { AutocompletePrompt, SelectPrompt, TextPrompt } from '@clack/core';
import type { Entry } from './draw-list.js';

/** What a prompt is given where Escape is a way back. */
export interface WayBack {
  readonly onEscape?: (() => void) | undefined;
}

/** Calls `onEscape` before the prompt ends of that key. */
export function watchEscape(
  prompt: AutocompletePrompt<Entry> | SelectPrompt<Entry> | TextPrompt,
  { onEscape }: WayBack,
): void {
  prompt.on('key', (_char, key) => {
    if (key?.name === 'escape') onEscape?.();
  });
}

/** Somebody went back. */
export class WentBack extends Error {}
