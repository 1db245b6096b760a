/** Hardware files: what `nixos-generate-config` writes for one machine. */
import { readFileSync, statSync } from 'node:fs';
import type { Facts } from '../machine/facts.js';
import { faultIn, setsAnything } from './hardware-text.js';

/** No hardware file is larger; one that is, is something else. */
const largest = 256 * 1024;

/** The text of a file, or why it has none that could be a hardware file's. */
type Read =
  | { readonly text: string; readonly why?: undefined }
  | { readonly text?: undefined; readonly why: string };

function read(file: string): Read {
  let text: string;
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return { why: 'is not a file' };
    if (stat.size > largest) return { why: 'is too large for a hardware file' };
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message.split(',')[0] : 'unknown';
    return { why: `can't be read (${why})` };
  }
  const isText = !text.includes('\0') && !text.includes('\uFFFD');
  return isText ? { text } : { why: 'is not a text file' };
}

/** Why a file can't serve as a hardware file, or nothing if it can. */
export async function unreadableHardware(file: string): Promise<string | undefined> {
  const { text, why } = read(file);
  if (text === undefined) return why;
  if (await setsAnything(text)) return undefined;
  return (await faultIn(text)) ?? 'sets nothing, so it is not a hardware file';
}

/**
 * The text behind an answer to the question of the hardware file, where a file has it: `this` is
 * the machine's own, `none` has none.
 */
export function readHardware(answer: string | undefined, facts: Facts): string | undefined {
  if (answer === undefined || answer === 'none') return undefined;
  return answer === 'this' ? facts.ownHardware : textOfHardware(answer);
}

/** The text of a file that the question of the hardware file has taken. */
export function textOfHardware(file: string): string | undefined {
  return read(file).text;
}
