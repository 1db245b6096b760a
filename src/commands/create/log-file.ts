/** Where the output of what changes a system is kept. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Run } from './run.js';

/**
 * An empty file of that name in XDG's folder for state, for root in `/var/log`. Nothing where it
 * can't be written: a rebuild is worth more than its log.
 */
export function logFile({ world }: Run, name: string): string | undefined {
  try {
    const folder = join(world.env['XDG_STATE_HOME'] || usualFolder(world), 'create-nixos-config');
    const file = join(folder, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, '');
    return file;
  } catch {
    return undefined;
  }
}

/** Throws where nobody knows a home. */
function usualFolder({ uid, env }: Run['world']): string {
  return uid === 0 ? '/var/log' : join(env['HOME'] || userInfo().homedir, '.local/state');
}
