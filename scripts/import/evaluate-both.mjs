// Evaluates a configuration as it was and as the repo that it was taken over into.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { differences, losses } from './compare.mjs';
import { evaluateNew, evaluateOld } from './nix.mjs';

/** What evaluated before, by the texts of its files: kept in a file, where one is named. */
export class Before {
  #file;
  #known = new Map();

  constructor(file) {
    this.#file = file;
    if (file === undefined || !fs.existsSync(file)) return;
    for (const line of fs.readFileSync(file, 'utf8').trim().split('\n').filter(Boolean)) {
      const { key, result } = JSON.parse(line);
      this.#known.set(key, result);
    }
  }

  async of(result, ask) {
    const texts = result.files.map(({ path: file, text }) => [file, text]);
    const key = createHash('sha256').update(JSON.stringify(texts)).digest('hex');
    const known = this.#known.get(key) ?? (await ask());
    this.#known.set(key, known);
    if (this.#file) {
      fs.appendFileSync(
        this.#file,
        `${JSON.stringify({ key, name: result.name, result: known })}\n`,
      );
    }
    return known;
  }
}

/** Evaluates an old folder's entry and the repo that came of it, and holds them together. */
export async function evaluateBoth(result, given) {
  if (!result.isWritten || result.wasBad) return;
  const inputs = path.resolve(given.inputs);
  const entry = path.join(result.from, 'configuration.nix');
  const ask = () => evaluateOld({ ...given, inputs, entry }, given.sources);
  const old = await given.before.of(result, ask);
  if (old.error) {
    result.evaluation = `not before: ${inCell(old.error)}`;
    return;
  }
  const { host } = JSON.parse(result.outcome.stdout);
  const now = await evaluateNew({ ...given, inputs, repo: result.out, host }, given.sources);
  judge(result, old, now);
}

/** What the two say of each other, as the word for it and as problems. */
function judge(result, old, now) {
  const why = now.error ?? now.incomplete;
  if (why?.includes('is a placeholder')) {
    result.evaluation = 'no hardware file beside it, so that its disks are not known';
    return;
  }
  if (why !== undefined && old.incomplete !== undefined) {
    result.evaluation = `incomplete before and after: ${inCell(why)}`;
  } else if (why !== undefined) {
    result.evaluation = 'only before';
    result.problems.push(`does not evaluate anymore: ${why}`);
  }
  if (now.facts === undefined) return;
  const found = losses(differences(old.facts, now.facts));
  result.evaluation ??= found.length === 0 ? 'same' : `${found.length} differences`;
  result.problems.push(...found.map(({ name, before, after }) => `${name}: ${before} → ${after}`));
}

const inCell = (text) => text.slice(0, 120).replaceAll('|', '/').replaceAll('\n', ' ');
