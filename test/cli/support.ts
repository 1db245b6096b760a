/** What the tests of the command line share: a shell that runs printed lines, npm's environment. */
import fs from 'node:fs';
import path from 'node:path';
import {
  environment,
  type Options,
  type Outcome,
  outcomeOf,
  programFile,
} from '../support/program.js';
import { StandIns } from '../support/stand-ins.js';

/** Escape codes and whatever else moves a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const controlCodes = /[\u0000-\u0008\u000b-\u001f\u007f]/;

/** A folder for PATH in which this program is found by its name, and git and the shell's own. */
export function pathWithProgram(): string {
  const stand = new StandIns().link('git', 'sh');
  const script = `#!/bin/sh\nexec '${process.execPath}' '${programFile}' "$@"\n`;
  fs.writeFileSync(path.join(stand.path, 'create-nixos-config'), script, { mode: 0o755 });
  return stand.path;
}

/** Has a shell run a line, as somebody would who has copied it. */
export function runLine(line: string, options: Options = {}): Promise<Outcome> {
  const env = environment({ path: pathWithProgram(), ...options });
  return outcomeOf(['/bin/sh', '-c', line], { cwd: options.cwd, env });
}

/** The line that stands below one with these words. */
export function lineBelow(output: string, words: string): string {
  const lines = output.split('\n');
  return lines[lines.findIndex((line) => line.includes(words)) + 1]?.trim() ?? '';
}

/** The environment that npm 11 gives a program that `npm create` starts. */
export function npmEnvironment(
  settings: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const entries = Object.entries(settings).map(([name, value]) => [
    `npm_config_${name.replaceAll('-', '_')}`,
    value,
  ]);
  return {
    npm_config_user_agent: 'npm/11.6.2 node/v24.11.1 linux x64 workspaces/false',
    npm_command: 'init',
    npm_execpath: '/usr/lib/node_modules/npm/bin/npm-cli.js',
    npm_config_cache: '/nonexistent/.npm',
    npm_config_noproxy: '',
    npm_config_global_prefix: '/usr',
    npm_config_node_gyp: '/usr/lib/node_modules/npm/node_modules/node-gyp/bin/node-gyp.js',
    ...Object.fromEntries(entries),
  };
}
