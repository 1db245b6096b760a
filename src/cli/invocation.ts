/**
 * How the program was called, so that every command it prints can be typed as it stands. npm keeps
 * flags for itself unless `--` stands before them; pnpm, yarn and bun hand them on.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Arguments, flagNames, questionOf } from './arguments.js';
import { commandLine } from './words.js';

type Env = Readonly<Record<string, string | undefined>>;

const packageName = 'create-nixos-config';

/** The words before the program's own arguments, with the `--` where it is wanted. */
export function invocation(env: Env): readonly string[] {
  const manager = /^(npm|pnpm|yarn|bun)\//.exec(env['npm_config_user_agent'] ?? '')?.[1];
  if (manager === undefined) return [packageName];
  if (manager !== 'npm') return [manager, 'create', 'nixos-config'];
  if (env['npm_lifecycle_event'] === 'start') return ['npm', 'start', '--'];
  return env['npm_command'] === 'exec'
    ? ['npx', packageName]
    : ['npm', 'create', 'nixos-config', '--'];
}

/**
 * Our flags that npm took for its own settings (`npm create nixos-config d --dry-run` sets
 * `npm_config_dry_run`), as they were meant. `yes` is npm's own question, and what stands in an
 * .npmrc was not typed here.
 */
function flagsTakenByNpm(env: Env): readonly string[] {
  if (!env['npm_config_user_agent']?.startsWith('npm/')) return [];
  const known = flagNames();
  return known.flatMap((name) => {
    const value = env[`npm_config_${name.replaceAll('-', '_')}`];
    if (name === 'yes' || value === undefined) return [];
    const flag = ['', 'false'].includes(value) ? `no-${name}` : name;
    if (!known.includes(flag) || ambient(name, value, env)) return [];
    return [flag === name && value !== 'true' ? `--${flag}=${value}` : `--${flag}`];
  });
}

/** Settings of npm's own under the same name, which it hands on to every program. */
function ambient(name: string, value: string, env: Env): boolean {
  if (name === 'git' && value !== 'true') return !['', 'false'].includes(value);
  const files = [env['npm_config_userconfig'], env['npm_config_globalconfig'], '.npmrc'];
  const prefix = env['npm_config_local_prefix'];
  if (prefix) files.push(join(prefix, '.npmrc'));
  const line = new RegExp(`^\\s*${name}\\s*=\\s*"?(.*?)"?\\s*$`, 'm');
  return files.some((file) => file !== undefined && line.exec(textOf(file))?.[1] === value);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** What was wrong with a line that npm or a shell took apart, and the line as it was meant. */
export interface Corrected {
  readonly problem: string;
  readonly line: string;
}

/**
 * A line on which npm kept flags for itself, or which names more than one directory; nothing for
 * one that is as it should be.
 */
export function correctedLine(
  { directories, flags: argvFlags }: Arguments,
  env: Env,
): Corrected | undefined {
  const taken = flagsTakenByNpm(env);
  if (taken.length === 0 && directories.length < 2) return undefined;
  const [directory, ...others] = directories;
  // npm does not tell in which order the flags stood, so two words could be either's
  const value = taken.filter(lacksValue).length === 1 ? others[0] : undefined;
  const flags = taken.flatMap((flag) => withItsValue(flag, value));
  const words = [...(directory ? [directory] : []), ...argvFlags, ...flags];
  const line = commandLine([...invocation(env), ...words]);
  const extra = others.map((word) => JSON.stringify(word)).join(', ');
  return {
    problem:
      taken.length > 0
        ? `npm kept ${taken.map((flag) => flag.split('=')[0]).join(', ')} for itself: flags for this program stand behind --.`
        : `There can be one directory only; ${extra} is one too many.`,
    line,
  };
}

/** npm makes `--hostname foo` a flag without a value and an argument more. */
function withItsValue(flag: string, value: string | undefined): readonly string[] {
  const question = questionOf(flag.slice(2));
  return question === undefined ? [flag] : [flag, value ?? question.placeholder];
}

function lacksValue(flag: string): boolean {
  return questionOf(flag.slice(2)) !== undefined;
}
