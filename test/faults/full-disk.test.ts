/** A disk that is full, with room for nothing up to room for all but one file: all or nothing. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { programFile, temporaryFolder } from '../support/program.js';
import { inNamespace, needsNamespace } from './namespace.js';
import { expectWords, lay, type Picture, plainRun, type Scene, scenes } from './support.js';

interface Tried {
  readonly room: number;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly before: Picture;
  readonly after: Picture;
}

const driver = fileURLToPath(new URL('small-disks.mjs', import.meta.url));

async function tryAll(scene: Scene, scarce: 'blocks' | 'inodes'): Promise<readonly Tried[]> {
  const folder = temporaryFolder();
  const old = scene.before ? path.join(folder, 'old') : '-';
  if (scene.before) lay(old, scene.before);
  const disk = path.join(folder, 'disk');
  fs.mkdirSync(disk);
  const { code, stdout, stderr } = await inNamespace('exec "$@"', [
    process.execPath,
    driver,
    disk,
    programFile,
    old,
    scarce,
    ...plainRun,
    ...scene.flags,
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as readonly Tried[];
}

beforeEach(needsNamespace);

describe.each(['blocks', 'inodes'] as const)('a disk that runs out of %s', (scarce) => {
  it.each(scenes)('leaves $name as it was', { timeout: 120_000 }, async (scene) => {
    const tried = await tryAll(scene, scarce);
    expect(tried.length).toBeGreaterThan(10);
    for (const { room, code, stdout, stderr, before, after } of tried.slice(0, -1)) {
      const where = `room for ${room}`;
      expect(code, where).toBe(1);
      expect(stderr, where).toContain('the disk is full');
      expect(stderr, where).toContain('Nothing has been changed');
      expectWords({ code, stdout, stderr });
      expect(after, where).toEqual(before);
    }
    const last = tried.at(-1);
    expect(last?.code).toBe(0);
    expect(Object.keys(last?.after ?? {})).toContain('repo/flake.nix');
  });
});

describe('an output that goes to a full disk', () => {
  const script = `mount -t tmpfs -o size=4k tmpfs "$1"; head -c 4096 /dev/zero > "$1/full" || true
    cd "$2"; shift 2; out=$1; shift; "$@" > "$out"`;

  it.each([{ flags: [] }, { flags: ['--json'] }])(
    'ends nothing that is under way, and is told at the end: $flags',
    async ({ flags }) => {
      const [disk, cwd] = [temporaryFolder(), temporaryFolder()];
      const outcome = await inNamespace(script, [
        disk,
        cwd,
        path.join(disk, 'out'),
        process.execPath,
        programFile,
        'repo',
        ...plainRun,
        ...flags,
      ]);
      expect(outcome.stderr.trim()).toBe(
        'Not all of the output could be written: the disk is full.',
      );
      expect(outcome.code).toBe(1);
      expect(fs.readdirSync(path.join(cwd, 'repo'))).toContain('flake.nix');
    },
  );

  it('does not change the code of what went wrong', async () => {
    const [disk, cwd] = [temporaryFolder(), temporaryFolder()];
    const args = [disk, cwd, path.join(disk, 'out'), process.execPath, programFile, '--frobnicate'];
    expect(await inNamespace(script.replace('> "$out"', '2> "$out"'), args)).toMatchObject({
      code: 2,
      stderr: '',
    });
  });
});
