/**
 * Escape where something can be gone back to. clack's core has the same sign for it as for Ctrl-C,
 * which ends the program.
 */
import type { AutocompletePrompt, SelectPrompt, TextPrompt } from '@clack/core';
import type { Entry } from './draw-list.js';

/** What a prompt is given where Escape is a way back. */
export interface WayBack {
  /** Each key, with whether it is Escape; the last one is what ends the prompt. */
  readonly onKey?: ((isEscape: boolean) => void) | undefined;
}

/** Calls `onKey` for each key, before the prompt ends of it. */
export function watchKeys(
  prompt: AutocompletePrompt<Entry> | SelectPrompt<Entry> | TextPrompt,
  { onKey }: WayBack,
): void {
  prompt.on('key', (_char, key) => {
    onKey?.(key?.name === 'escape');
  });
}

/** Somebody went back. */
export class WentBack extends Error {}
