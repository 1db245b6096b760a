/** Has Nix evaluate a system and tell the facts of it. Nothing is built, and no file is changed. */
import { join } from 'node:path';
import { withFlakes } from '../effects/diff-command.js';
import type { Program } from '../effects/run.js';
import { runStep, type StepContext } from '../effects/step.js';
import { attributeName, nixString } from '../nix/write.js';
import { type Facts, readFacts } from './facts.js';
import { factsExpression, type Part, parts } from './facts-expression.js';
import type { OldSystem } from './old-source.js';

/** What came of an evaluation: facts, or why there are none. */
export type Evaluated =
  | { readonly facts: Facts }
  | { readonly absent: true }
  | { readonly error: readonly string[] };

/** Where the channels of an installed NixOS are, `nixos` being the system's own. */
const channels = join('/nix/var/nix/profiles/per-user', 'root', 'channels');

/**
 * The system that the machine has had so far. It is evaluated by who runs the program, not by the
 * person behind sudo: root may read what they may not, and git refuses them a repo of root's.
 */
export function evaluateOld(step: StepContext, system: OldSystem): Promise<Evaluated> {
  const own = { ...step, runner: { ...step.runner, person: undefined } };
  return 'entry' in system
    ? evaluateModule(own, system.entry)
    : evaluateFlake(own, system.flake, system.host);
}

/**
 * A system as `nixos-rebuild` without a flake has it: `nixos` of the machine's own nixpkgs
 * (nixpkgs, nixos/default.nix) with the configuration in `entry`, an absolute path.
 */
function evaluateModule(step: StepContext, entry: string): Promise<Evaluated> {
  const env = { NIX_PATH: searchPath(step.runner.env['NIX_PATH'], entry) };
  return evaluate((wanted) => {
    const call = `(${factsExpression}) ${nixList(wanted)}`;
    const system = `import <nixpkgs/nixos> { configuration = /. + ${nixString(entry)}; }`;
    // a search path may name a flake (`flake:nixpkgs`)
    const options = ['--eval', '--strict', '--json', '--expr'];
    const command = ['nix-instantiate', ...withFlakes, ...options, `${call} (${system})`] as const;
    return ask(step, command, env);
  });
}

/** The system that the new repo has for a host. */
export function evaluateNew(step: StepContext, host: string): Promise<Evaluated> {
  return evaluateFlake(step, step.directory, host);
}

/** The system that a flake has for a host, as `nixos-rebuild --flake` has it. */
function evaluateFlake(step: StepContext, flake: string, host: string): Promise<Evaluated> {
  const system = `${flake}#nixosConfigurations.${attributeName(host)}`;
  return evaluate((wanted) => {
    const options = ['--json', '--no-write-lock-file', system, '--apply'];
    const call = `(${factsExpression}) ${nixList(wanted)}`;
    return ask(step, ['nix', ...withFlakes, 'eval', ...options, call], {});
  });
}

/** What is set goes before how NixOS sets it, which sudo may have taken away. */
function searchPath(set: string | undefined, entry: string): string {
  const usual = [`nixpkgs=${channels}/nixos`, channels];
  return [`nixos-config=${entry}`, ...(set ? [set] : []), ...usual].join(':');
}

function nixList(names: readonly string[]): string {
  return `[ ${names.map(nixString).join(' ')} ]`;
}

type AskFor = (wanted: readonly Part[]) => Promise<Evaluated>;

/** All parts at once. Where that fails and a small one works, the others are asked for apart. */
async function evaluate(askFor: AskFor): Promise<Evaluated> {
  const whole = await askFor(parts);
  if (!('error' in whole)) return whole;
  const works = 'facts' in (await askFor(['hostname']));
  return works ? { facts: await apart(parts, askFor) } : whole;
}

/** Halves what fails until the parts that do stand alone, which are left out. */
async function apart(wanted: readonly Part[], askFor: AskFor): Promise<Facts> {
  if (wanted.length === 0) return {};
  const middle = Math.ceil(wanted.length / 2);
  const halves = [wanted.slice(0, middle), wanted.slice(middle)];
  let facts: Facts = {};
  for (const half of halves) {
    const outcome = half.length > 0 ? await askFor(half) : { facts: {} };
    if ('facts' in outcome) facts = { ...facts, ...outcome.facts };
    else if (half.length > 1) facts = { ...facts, ...(await apart(half, askFor)) };
  }
  return facts;
}

/** Calls Nix. The report gets the command without the expression, which is long. */
async function ask(
  step: StepContext,
  command: Program['command'],
  env: Readonly<Record<string, string>>,
): Promise<Evaluated> {
  const ran: StepContext['ran'] = [];
  const outcome = await runStep({ ...step, ran }, command, undefined, env);
  for (const each of ran) step.ran.push({ ...each, command: [...command.slice(0, -1), '…'] });
  if (outcome.absent) return { absent: true };
  return outcome.code === 0
    ? { facts: readFacts(outcome.stdout) }
    : { error: whatItSays(outcome.output) };
}

const mostLines = 4;

/** The end of what Nix says when it fails: the last `error:`, behind the trace that led to it. */
function whatItSays(output: string): readonly string[] {
  const lines = output.split('\n').map((line) => line.trim());
  const from = lines.findLastIndex((line) => line.startsWith('error:'));
  return lines
    .slice(Math.max(0, from))
    .filter((line) => line !== '')
    .slice(0, mostLines);
}
