/** Lays out what the checks before the first switch look at. */
import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lookAtAll } from '../../checks/all.js';
import type { Finding, Situation } from '../../checks/check.js';
import { isReachable } from '../../checks/servers.js';
import type { StepContext } from '../../effects/step.js';
import type { PlannedFile } from '../../repo/plan.js';
import type { Draft, Run } from './run.js';

/** What the checks find. Nothing is changed by looking, and nothing is sent to the servers. */
export function lookAround(run: Run, draft: Draft, step: StepContext): Promise<readonly Finding[]> {
  const { facts } = run.context;
  const { hostname, username, desktop } = draft.answers;
  return lookAtAll({
    root: facts.root,
    files: standing(draft.plan.files),
    host: hostname,
    username,
    hasDesktop: desktop !== 'none',
    hostnameNow: facts.hostname?.value,
    hostnameChosen: draft.found.get('hostname')?.given ?? false,
    accounts: facts.accounts,
    ...looks(run.world.root),
    git: (...args) => git(step, args),
    servers: servers(run),
    hasProxy: hasProxy(run.world.env),
    isReachable: (server) => isReachable(server, run.world.interruption.signal),
  });
}

/** The repo's files as they are now that all is written, path → text. */
function standing(files: readonly PlannedFile[]): ReadonlyMap<string, string> {
  return new Map(
    files.map(({ path, state, before, text }) => [path, (state === 'keep' ? before : text) ?? '']),
  );
}

/** What asks the file system itself, below the root. */
function looks(root: string): Pick<Situation, 'freeAt' | 'sizeOf' | 'mayEnter'> {
  const orNothing =
    <T>(read: (file: string) => T) =>
    (file: string) => {
      try {
        return read(join(root, file));
      } catch {
        return undefined;
      }
    };
  const enter = orNothing((folder) => {
    accessSync(folder, constants.X_OK);
    return true;
  });
  return {
    freeAt: orNothing((file) => {
      const { bavail, bsize } = statfsSync(file);
      return bavail * bsize;
    }),
    sizeOf: orNothing((file) => statSync(file).size),
    mayEnter: (folder) => enter(folder) ?? false,
  };
}

async function git({ directory, runner }: StepContext, args: readonly string[]) {
  const { run } = await import('../../effects/run.js');
  const outcome = await run({ command: ['git', ...args], directory }, runner);
  return outcome.code === 0 ? outcome.stdout : undefined;
}

/**
 * The servers that a first rebuild fetches from: the binary cache, and where the inputs are. With a
 * root that is a folder the machine is somebody's drawing, and its network is what
 * `CREATE_NIXOS_CONFIG_PROBES` (`host:port`, several with commas) says.
 */
function servers({ world }: Run): readonly string[] {
  const named = world.env['CREATE_NIXOS_CONFIG_PROBES'];
  if (named !== undefined) return named.split(',').filter(Boolean);
  return world.root === '/' ? ['cache.nixos.org:443', 'github.com:443'] : [];
}

/** The variables that Nix's curl looks at (curl(1), Environment). */
function hasProxy(env: Run['world']['env']): boolean {
  return ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'].some((name) => env[name]);
}
