/** Mount namespaces of a test's own: what is mounted there is seen by nobody else. */
import { spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';
import { environment, type Outcome, outcomeOf } from '../support/program.js';

const ways: readonly (readonly string[])[] = [
  ['unshare', '--mount', '--propagation', 'private'],
  ['unshare', '--user', '--map-root-user', '--mount', '--propagation', 'private'],
];

/** The words that start a command in a namespace; nothing where none can be had. */
const unshare = ways.find(
  ([program = '', ...args]) =>
    spawnSync(program, [...args, 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status === 0,
);

/** Skips a test where there are no namespaces, with the reason; in CI that is a failure. */
export function needsNamespace(context: TestContext): void {
  if (unshare !== undefined) return;
  const reason =
    'unshare(1) gives no mount namespace here, neither as root nor with a user of its own';
  if (process.env['CI']) throw new Error(reason);
  context.skip(reason);
}

/** Runs a script of sh in a namespace; `args` are its `$1`, `$2`, …. */
export function inNamespace(script: string, args: readonly string[]): Promise<Outcome> {
  // never outside of one, where the script would mount and remove for good
  if (unshare === undefined) throw new Error('there are no namespaces');
  const command = [...unshare, 'sh', '-euc', script, 'sh', ...args];
  return outcomeOf(command, { env: environment() });
}
