import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../scripts/random.mjs';
import { isInstallerComment } from '../../src/import/installer-comments.js';
import { definitions } from '../../src/nix/definitions.js';
import { parse, problems } from '../../src/nix/syntax/parse.js';
import { asked, graphical, hardware } from './installer.js';
import { mutated } from './mutate.js';
import { type Carried, carryText } from './support.js';

const count = Number(process.env['MUTATIONS'] ?? 300);
const seed = Number(
  process.env['TEST_SEED'] ?? (process.env['MUTATIONS'] ? Date.now() % 2 ** 31 : 26),
);

const words = (text: string) => text.replace(/\s+/g, '');

/** What is lost: a person's comments, and definitions that are said to be carried. */
function lost(text: string, { entry = '', accounts, old }: Carried): readonly string[] {
  if (problems(text).length > 0) return entry === text || accounts.length === 0 ? [] : ['a byte'];
  const comments = commentsIn(text).filter((comment) => !isInstallerComment(comment));
  const missing = comments.filter((comment) => !words(entry).includes(words(comment)));
  const [file] = old.files;
  const kept = definitions(entry).map(({ path, value }) => `${path.join('.')}=${words(value)}`);
  const gone = (file?.definitions ?? []).filter(({ path, value }, at) => {
    return accounts[at]?.fate === 'carried' && !kept.includes(`${path.join('.')}=${words(value)}`);
  });
  const broken = entry === '' ? [] : problems(entry).map(({ message }) => message);
  return [...missing, ...gone.map(({ path }) => path.join('.')), ...broken];
}

function commentsIn(text: string): readonly string[] {
  const found: string[] = [];
  parse(text).each(({ name, from, to }) => {
    if (name === 'Comment') found.push(text.slice(from, to));
  });
  return found;
}

describe(`damaged entries that are carried over (seed ${seed})`, () => {
  it(`never crash and never lose text: ${count} of them`, { timeout: 600_000 }, async () => {
    const random = randomFrom(seed);
    const carry = await carryText({ answers: { desktop: 'gnome' }, questions: asked, hardware });
    for (let run = 0; run < count; run += 1) {
      const text = mutated(graphical, random);
      const result = carry(text);
      const total = result.old.files.reduce((sum, file) => sum + file.definitions.length, 0);
      expect(result.accounts, text).toHaveLength(total);
      expect(lost(text, result), text).toEqual([]);
    }
  });
});
