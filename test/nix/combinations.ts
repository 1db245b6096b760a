/** Every combination of the choices in the table, and the files that come of them. */
import fs from 'node:fs';
import type { Answers } from '../../src/questions/answers.js';
import { questions } from '../../src/questions/table.js';
import { renderRepo } from '../../src/repo/render.js';

/** What a new NixOS writes, and what one before 22.05 did, which says nothing of the platform. */
const hardwareFiles = ['framework-desktop', 'before-22.05'].map((name) =>
  fs.readFileSync(new URL(`hardware/${name}.nix`, import.meta.url), 'utf8'),
);

/** Answers to questions without choices that decide which files and lines there are, as choices do. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  hardware: ['none', 'given'],
  grubDevice: ['/dev/sda', 'nodev'],
};

/**
 * Answers to the others, which put a word into a line: each combination has the next ones. The
 * lists have lengths without a common factor, so that every two words meet.
 */
const words: Readonly<Record<string, readonly string[]>> = {
  hostname: ['framework-desktop', 'let', '123', 'a-1', 'inherit', '9', 'or'],
  username: ['leon', 'inherit', '_x-', 'rec', 'with'],
  fullName: ['Aumit Leon', '', `"\${x}" ''`],
  email: ['leon@example.org', ''],
  keyboard: [
    'us',
    'de(nodeadkeys)',
    'us',
    'us(intl)',
    'jp',
    'ch(fr)',
    'gb',
    'br',
    'fr',
    'pl',
    'es',
  ],
  timeZone: ['America/New_York', 'Etc/GMT+12'],
  locale: ['en_US.UTF-8', 'ca_ES@valencia'],
  stateVersion: ['26.05', '24.11'],
  repoPath: ['/home/leon/nixos-config', '/srv/a+b/c.d'],
};

/** Whether the test has a value for this question; a new row without choices needs one here. */
export const sampled = (name: string) => name in kinds || name in words;

/** Walks the table and yields every way to answer it, a row's choices one after the other. */
async function* combinations(soFar: Record<string, string> = {}, at = 0): AsyncGenerator<Answers> {
  const question = questions[at];
  if (question === undefined) {
    yield soFar as Answers;
    return;
  }
  for (const value of await valuesOf(question, soFar)) {
    yield* combinations({ ...soFar, [question.name]: value }, at + 1);
  }
}

async function valuesOf(
  { name, applies, choices }: (typeof questions)[number],
  soFar: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  if (!(applies?.(soFar) ?? true)) return [''];
  if (choices !== undefined) return (await choices(soFar)).map(({ value }) => value);
  return kinds[name] ?? [''];
}

/** The same answers with the next of the words for each question that only puts one into a line. */
function withWords(answers: Answers, count: number): Answers {
  const entries = Object.entries(words).map(([name, all]) => [name, all[count % all.length]]);
  return { ...answers, ...Object.fromEntries(entries) };
}

export interface Rendered {
  readonly count: number;
  /** Text → its path in the repo, and the first answers that gave it. */
  readonly texts: ReadonlyMap<string, { readonly path: string; readonly answers: Answers }>;
}

/**
 * Every `.nix` file that any combination gives, each text once. The hardware files take turns;
 * they are only copied, so they are left out themselves.
 */
export async function everyNixFile(): Promise<Rendered> {
  const texts = new Map<string, { path: string; answers: Answers }>();
  let count = 0;
  for await (const choices of combinations()) {
    const answers = withWords(choices, count);
    const given = hardwareFiles[count++ % hardwareFiles.length];
    const hardware = answers.hardware === 'none' ? undefined : given;
    for (const { path, text } of await renderRepo(answers, hardware)) {
      if (path.endsWith('.nix') && text !== hardware && !texts.has(text))
        texts.set(text, { path, answers });
    }
  }
  return { count, texts };
}
