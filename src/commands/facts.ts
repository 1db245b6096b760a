/** `create-nixos-config facts`: what can be read of this machine, for a bug report. */
import type { Arguments } from '../cli/arguments.js';
import { UsageError } from '../errors.js';
import { factSheet, type SheetRow } from '../machine/fact-sheet.js';
import { factsFor } from '../machine/target.js';
import { styleFor } from '../terminal/style.js';
import type { World } from './create/run.js';

/** The flags that it takes, and no others. */
const taken: ReadonlySet<string> = new Set(['--root', '--json']);

/** Prints the facts, aligned or with `--json` as one object. Other flags are a {@link UsageError}. */
export async function printFacts(args: Arguments, world: World): Promise<void> {
  refuseTheRest(args);
  const facts = factsFor(world, args.root);
  if (facts.target !== undefined && !facts.root.isFolder('/')) {
    throw new UsageError(`--root: ${facts.target} is not a folder.`);
  }
  const sheet = factSheet(facts);
  world.stdout.write(args.on.has('json') ? asJson(sheet) : await asTable(sheet, world));
}

function refuseTheRest({ directories, flags }: Arguments): void {
  const [extra] = directories;
  const problems = [
    ...(extra === undefined
      ? []
      : [`facts takes no directory, and ${JSON.stringify(extra)} is one.`]),
    ...flags
      .filter((word) => word.startsWith('-') && !taken.has(word.split('=')[0] ?? ''))
      .map((word) => `facts does not take ${word.split('=')[0]}.`),
  ];
  if (problems.length > 0) {
    throw new UsageError(problems.join('\n'), [
      'It takes --json, and --root <dir> for a system that is mounted there.',
    ]);
  }
}

function asJson(sheet: readonly SheetRow[]): string {
  const entries = sheet.map(({ name, value, source }) => [name, { value, source }]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

async function asTable(sheet: readonly SheetRow[], { stdout, env }: World): Promise<string> {
  if (sheet.length === 0) return 'Nothing can be read here.\n';
  const style = await styleFor(stdout, env);
  const labels = Math.max(...sheet.map(({ label }) => label.length)) + 2;
  const values = Math.max(...sheet.map((row) => words(row).length)) + 2;
  const lines = sheet.map((row) => {
    const { label, source } = row;
    return `${label.padEnd(labels)}${words(row).padEnd(values)}${style.dim(source)}`;
  });
  return `${lines.join('\n')}\n`;
}

function words({ value }: SheetRow): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(', ') : String(value);
}
