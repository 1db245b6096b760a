/** The package as it is published: packed once, and installed where a test wants it. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Outcome, outcomeOf, project } from '../support/program.js';

/** npm's own settings: no network but what the cache lacks, no notices, a home of its own. */
export const quietNpm = {
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
  npm_config_offline: 'true',
};

/** The environment of a test without what the npm that runs it has added. */
export function withoutNpm(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([name, value]) =>
    /^(npm_|INIT_CWD|NODE_OPTIONS|VITEST|NODE_ENV|EDITOR|VISUAL)/i.test(name) || value === undefined
      ? []
      : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}

/** Packs the built program into a folder. Returns the tarball; nothing is built anew for it. */
export function pack(folder: string): string {
  const words = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  const env = { ...withoutNpm(), ...quietNpm };
  const name = execFileSync('npm', words, { cwd: project, encoding: 'utf8', env }).trim();
  return path.join(folder, name.split('\n').at(-1) ?? '');
}

/** Installs the tarball in an empty folder, as a package of it. */
export function install(tarball: string, folder: string): void {
  fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
  const words = ['install', '--ignore-scripts', '--silent', tarball];
  execFileSync('npm', words, { cwd: folder, env: { ...withoutNpm(), ...quietNpm } });
}

/** Starts a program in a folder and waits for its end. */
export function start(
  command: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const whole = { ...withoutNpm(), CREATE_NIXOS_CONFIG_ROOT: '/nonexistent', ...env };
  return outcomeOf(command, { cwd, env: whole });
}
