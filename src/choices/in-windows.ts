/** What Windows looks after where it starts NixOS (WSL), so that NixOS can't. */
import type { Choice, SoFar } from '../questions/question.js';

function isInWindows(soFar: SoFar): boolean {
  return soFar['bootLoader'] === 'wsl';
}

/** A choice that is refused there, with why as the end of a sentence; else as it says itself. */
export function notInWindows(choice: Choice, why: string): Choice {
  return { ...choice, refused: (soFar) => (isInWindows(soFar) ? why : choice.refused?.(soFar)) };
}
