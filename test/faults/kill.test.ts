/** Killed between any two writes: files are old or new, and the next run makes it whole. */
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/program.js';
import {
  each,
  type Picture,
  type Rehearsal,
  rehearse,
  Stage,
  scenes,
  stagingFolders,
  upTo,
} from './support.js';

/** Each file is as it was or as it will be; a new flake.nix comes with all the others. */
function expectOldOrNew(old: Picture, now: Picture, done: Picture): void {
  for (const file of new Set([...Object.keys(old), ...Object.keys(now)])) {
    expect([old[file], done[file]], file).toContain(now[file]);
  }
  const flake = 'repo/flake.nix';
  if (now[flake] !== old[flake]) expect(now).toEqual(done);
}

/** The same command again, or with --merge where it had come to its end already. */
async function nextRun(stage: Stage, done: Picture): Promise<void> {
  const isWhole = Object.keys(done).every((file) => stage.contents()[file] === done[file]);
  const again = await stage.runWith(isWhole && !stage.scene.before ? ['--merge'] : []);
  expect({ code: again.code, stderr: again.stderr }).toEqual({ code: 0, stderr: '' });
  expect(stage.contents()).toEqual(done);
  expect(stagingFolders(stage.folder)).toEqual([]);
}

describe.each(scenes)('killed while writing: $name', (scene) => {
  it('every file is old or new, and the next run completes it', { timeout: 120_000 }, async () => {
    const { done, calls }: Rehearsal = await rehearse(scene);
    const folder = temporaryFolder();
    await each(upTo(calls.length), async (at) => {
      const stage = new Stage(scene, folder);
      const old = stage.contents();
      const outcome = await stage.run({ kind: 'kill', at });
      const where = `before call ${at}, ${calls[at - 1]}`;
      expect(outcome.code, where).toBeNull();
      try {
        expectOldOrNew(old, stage.contents(), done);
        expect(stagingFolders(stage.folder).length).toBeLessThanOrEqual(1);
        await nextRun(stage, done);
      } catch (error) {
        throw new Error(`Killed ${where}: ${error instanceof Error ? error.message : error}`);
      }
      stage.clear();
    });
  });

  it('and so it is when it is killed while it takes back what it did', {
    timeout: 120_000,
  }, async () => {
    const { done, lastRename } = await rehearse(scene);
    const folder = temporaryFolder();
    const pairs = upTo(5).flatMap((back) =>
      upTo(3).map((step) => ({ at: lastRename + 1 - back, thenKill: step * back })),
    );
    await each(pairs, async ({ at, thenKill }) => {
      const stage = new Stage(scene, folder);
      const old = stage.contents();
      await stage.run({ kind: 'EIO', at, thenKill });
      const where = `failed at call ${at}, killed ${thenKill} later`;
      try {
        expectOldOrNew(old, stage.contents(), done);
        expect(stagingFolders(stage.folder).length).toBeLessThanOrEqual(1);
        await nextRun(stage, done);
      } catch (error) {
        throw new Error(`${where}: ${error instanceof Error ? error.message : error}`);
      }
      stage.clear();
    });
  });
});
