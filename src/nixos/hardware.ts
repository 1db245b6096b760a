/** Hardware files: what `nixos-generate-config` writes for one machine. */
import { readFileSync, statSync } from 'node:fs';
import type { Facts } from '../machine/facts.js';
import { definitions } from '../nix/scan.js';

/** No hardware file is larger; one that is, is something else. */
const largest = 256 * 1024;

/** Why a file can't serve as a hardware file, or nothing if it can. */
export function unreadableHardware(file: string): string | undefined {
  let text: string;
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return 'is not a file';
    if (stat.size > largest) return 'is too large for a hardware file';
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return `can't be read (${error instanceof Error ? error.message.split(',')[0] : 'unknown'})`;
  }
  if (text.includes('\0') || text.includes('\uFFFD')) return 'is not a text file';
  return definitions(text).length === 0 ? 'sets nothing, so it is not a hardware file' : undefined;
}

/**
 * The text behind an answer to the question of the hardware file, where a file has it: `this` is
 * the machine's own, `none` has none.
 */
export function readHardware(answer: string | undefined, facts: Facts): string | undefined {
  if (answer === undefined || answer === 'none') return undefined;
  if (answer === 'this') return facts.ownHardware;
  return unreadableHardware(answer) === undefined ? readFileSync(answer, 'utf8') : undefined;
}
