/** Compares the old configuration and the new one: by evaluating both, or by reading them. */
import type { StepContext } from '../effects/step.js';
import type { Answer } from '../questions/answers.js';
import type { QuestionName } from '../questions/table.js';
import { type Asked, judge } from './asked-for.js';
import { differencesIn, namesIn } from './compare-facts.js';
import { type Area, areas, type Comparison, type Difference, inOrder } from './difference.js';
import { type Evaluated, evaluateNew, evaluateOld } from './evaluate.js';
import { type Facts, releaseOf } from './facts.js';
import { newSettings, type OldSource } from './old-source.js';
import { readDifferences } from './read.js';

/** What the new configuration was made from. */
export interface Made {
  readonly host: string;
  readonly found: ReadonlyMap<QuestionName, Answer>;
}

/** Says which of the two is being evaluated. */
type Say = (text: string) => void;

/** The differences of the old configuration and the repo that the step works in. */
export async function compare(
  old: OldSource,
  made: Made,
  step: StepContext,
  say: Say,
): Promise<Comparison> {
  const read = readDifferences(old.settings, newSettings(step.directory, made.host));
  const both = await evaluateBoth(old, made, step, say);
  if ('because' in both) {
    const asked = askedOf(old, made, [undefined, undefined]);
    const differences = inOrder(judge(read, asked));
    return { differences, by: 'reading', read: [], because: both.because };
  }
  const asked = askedOf(old, made, [releaseOf(both.old), releaseOf(both.now)]);
  const { differences, unknown } = joined(read, both.old, both.now);
  return { differences: judge(differences, asked), by: 'evaluation', read: unknown, because: [] };
}

function askedOf(old: OldSource, { found }: Made, releases: Asked['releases']): Asked {
  const oldText = old.settings.map(({ path, value }) => `${path.join('.')} ${value}`).join('\n');
  return { found, oldDesktop: old.desktop, oldText, releases };
}

type Both = { readonly old: Facts; readonly now: Facts } | { readonly because: readonly string[] };

/** Both, one after the other: each takes as much memory as a rebuild. */
async function evaluateBoth(
  source: OldSource,
  made: Made,
  step: StepContext,
  say: Say,
): Promise<Both> {
  say('Evaluating the old configuration');
  const old = await evaluateOld(step, source.system);
  if (!('facts' in old)) return { because: why(old, 'The old configuration') };
  say('Evaluating the new configuration');
  const now = await evaluateNew(step, made.host);
  if (!('facts' in now)) return { because: why(now, 'The new configuration') };
  return { old: old.facts, now: now.facts };
}

function why(outcome: Exclude<Evaluated, { facts: Facts }>, which: string): readonly string[] {
  if ('absent' in outcome) return ['Nix is not here to evaluate the two.'];
  return [`${which} could not be evaluated here:`, ...outcome.error.map((line) => `  ${line}`)];
}

/** What was evaluated; and by reading what could not be, and what nobody asked Nix about. */
function joined(
  read: readonly Difference[],
  old: Facts,
  now: Facts,
): { differences: readonly Difference[]; unknown: readonly Area[] } {
  const found = new Map(areas.map((area) => [area, differencesIn(area, old, now)]));
  const unknown = areas.filter((area) => area !== 'settings' && found.get(area) === undefined);
  const evaluated = [...found.values()].flatMap((each) => each ?? []);
  const gone = evaluated.filter(({ change }) => change === 'gone').map(({ name }) => name);
  const names = [...namesIn(old), ...gone];
  const rest = read.filter(({ area, name }) => unknown.includes(area) || !isKnown(name, names));
  return { differences: inOrder([...evaluated, ...rest]), unknown };
}

/** Whether an option is one that was evaluated, holds one, or is inside of one. */
function isKnown(option: string, names: readonly string[]): boolean {
  if (byAnotherName.test(option)) return true;
  return names.some(
    (name) => name === option || name.startsWith(`${option}.`) || option.startsWith(`${name}.`),
  );
}

/** What the evaluation has under another name, or knows better: what comes of it. */
const byAnotherName =
  /^imports$|^services\.(.*\.)?enable$|^virtualisation\.(.*\.)?enable$|(^|\.)(systemPackages|packages)$|^boot\.loader\.grub\.device$|^boot\.kernelPackages$|^users\.users\..*\.isNormalUser$/;
