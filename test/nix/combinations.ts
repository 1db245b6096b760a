/**
 * Combinations of all answers, and the files that come of them: those in which any two values that
 * go together stand together (`scripts/matrix/`), and any number that chance puts together.
 */
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  answersOf,
  factorsOf,
  type QuestionFactor,
  rulesOf,
} from '../../scripts/matrix/factors.mjs';
import { coverPairs, fill } from '../../scripts/matrix/pairs.mjs';
import { mostChoices, unknownMachine } from '../../src/commands/schema.js';
import type { Answers } from '../../src/questions/answers.js';
import { questions } from '../../src/questions/table.js';
import { renderRepo } from '../../src/repo/render.js';

const channels = ['nixos-unstable', 'nixos-26.05'];

const program = { questions, mostChoices, unknownMachine };

/** `none` is the placeholder, which only a real evaluation can't have among its values. */
function hardwareFile(name: string): string {
  return name === 'none' ? name : fileURLToPath(new URL(`hardware/${name}.nix`, import.meta.url));
}

const rules = rulesOf(program, hardwareFile);

/** The factors of a channel, with the placeholder among the hardware files. */
async function factorsWithPlaceholder(channel: string): Promise<readonly QuestionFactor[]> {
  const factors = await factorsOf(program, channel);
  return factors.map((factor) =>
    factor.name === 'hardware' ? { ...factor, values: [...factor.values, 'none'] } : factor,
  );
}

/** Answers that have every pair of values which can stand together, on each channel. */
export async function everyPair(): Promise<readonly Answers[]> {
  const found: Answers[] = [];
  for (const channel of channels) {
    const factors = await factorsWithPlaceholder(channel);
    const { rows } = await coverPairs(factors, rules, 26);
    found.push(...rows.map((row) => answersOf(program, rules, factors, row)));
  }
  return found;
}

/** Answers that chance puts together. */
export async function* byChance(count: number, random: () => number): AsyncGenerator<Answers> {
  const factors = await Promise.all(channels.map(factorsWithPlaceholder));
  for (let at = 0; at < count; ) {
    const own = factors[at % channels.length] ?? [];
    // of a list's values, sometimes few and sometimes most
    const share = random();
    const row = await fill(own, rules, new Map(), (factor, values) =>
      factor.choice === undefined || values.length < 2
        ? (values[Math.floor(random() * values.length)] ?? '')
        : (values[random() < share ? 1 : 0] ?? ''),
    );
    if (row === undefined) continue; // a value further up left nothing for this one
    at += 1;
    yield answersOf(program, rules, own, row);
  }
}

/** A file's text, its path in the repo, and the first answers that gave it. */
export interface NixFile {
  readonly text: string;
  readonly path: string;
  readonly answers: Answers;
}

const hardwareTexts = new Map<string, string>();

function hardwareText({ hardware }: Answers): string | undefined {
  if (hardware === 'none') return undefined;
  const text = hardwareTexts.get(hardware) ?? fs.readFileSync(hardware, 'utf8');
  hardwareTexts.set(hardware, text);
  return text;
}

/** Gathers the `.nix` files of repos, each text once; hardware files are only copied, and left out. */
export class NixFiles {
  repos = 0;
  private readonly seen = new Set<string>();

  /** The texts of these answers' repo that no repo before it had. */
  async newIn(answers: Answers): Promise<readonly NixFile[]> {
    this.repos += 1;
    const hardware = hardwareText(answers);
    const files = await renderRepo(answers, hardware);
    const fresh = files.filter(
      ({ path, text }) => path.endsWith('.nix') && text !== hardware && !this.seen.has(text),
    );
    for (const { text } of fresh) this.seen.add(text);
    return fresh.map(({ path, text }) => ({ path, text, answers }));
  }

  /** How many texts there were. */
  get count(): number {
    return this.seen.size;
  }
}
