/** A folder for the build, so that no link `result` is left in the repo. */
import { chownSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from '../../effects/run.js';

export interface Built {
  readonly folder: string;
  /** The new system in the store, once it is built. The link in the folder keeps it from being collected. */
  readonly system: () => string | undefined;
}

/** Makes the folder, hands it to who builds, and takes it away whatever comes of that. */
export async function atBuild<T>(
  person: Person | undefined,
  use: (built: Built) => Promise<T>,
): Promise<T> {
  const folder = makeFolder();
  try {
    if (person) chownSync(folder, person.uid, person.gid);
    return await use({ folder, system: () => target(join(folder, 'result')) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where `TMPDIR` names nothing that can be written, as one of a shell that has ended, in `/tmp`. */
function makeFolder(): string {
  const name = 'create-nixos-config-';
  try {
    return mkdtempSync(join(tmpdir(), name));
  } catch {
    return mkdtempSync(join('/tmp', name));
  }
}

function target(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}
