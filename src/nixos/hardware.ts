/** Hardware files: what `nixos-generate-config` writes for one machine. */
import { readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { ownHardwareFile } from '../machine/facts.js';
import type { Context } from '../questions/question.js';
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

/** What the hardware of this machine is read from. */
type Sources = Pick<Context, 'facts' | 'old'>;

/**
 * The text behind an answer to the question of the hardware file, where a file has it: `this` is
 * the machine's own, `none` has none.
 */
export function readHardware(answer: string | undefined, sources: Sources): string | undefined {
  if (answer === undefined || answer === 'none') return undefined;
  return answer === 'this' ? ownHardware(sources) : textOfHardware(answer);
}

/** The hardware file of this machine: its configuration's, under any name, else the one in its place. */
export function ownHardware({ facts, old }: Sources): string | undefined {
  const own = ownOf(old)?.hardware?.text;
  return own ?? (noHardware({ facts, old }) ? undefined : facts.ownHardware);
}

/** Why this machine needs no hardware file but for its platform, in a few words; nothing where it does. */
export function noHardware({ facts, old }: Sources): string | undefined {
  const own = ownOf(old);
  if (own?.saysItsDisks) return `the platform, since ${own.folder} has the disks`;
  return facts.wsl && 'the platform, since Windows has the rest';
}

/** Where this machine has its hardware file, or what makes one. */
export function sourceOfHardware({ facts, old }: Sources): string {
  const own = ownOf(old);
  if (own?.hardware) return posix.resolve(own.folder, own.hardware.path);
  return (
    noHardware({ facts, old }) ?? (facts.ownHardware ? ownHardwareFile : 'nixos-generate-config')
  );
}

/** One that somebody named may be another machine's. */
function ownOf(old: Sources['old']): Sources['old'] {
  return old?.isNamed ? undefined : old;
}

/** The text of a file that the question of the hardware file has taken. */
export function textOfHardware(file: string): string | undefined {
  return read(file).text;
}
