/** An error at any write, and a signal at any write: all is taken back. */
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/program.js';
import {
  each,
  expectWords,
  picture,
  rehearse,
  Stage,
  scenes,
  stagingFolders,
  upTo,
} from './support.js';

describe.each(scenes)('an error while writing: $name', (scene) => {
  it('leaves everything as it was, to the byte, and says so', { timeout: 120_000 }, async () => {
    const { done, calls, lastRename } = await rehearse(scene);
    const folder = temporaryFolder();
    await each(upTo(calls.length), async (at) => {
      const stage = new Stage(scene, folder);
      const outcome = await stage.run({ kind: 'EIO', at });
      const where = `call ${at}, ${calls[at - 1]}`;
      expectWords(outcome);
      if (at > lastRename) {
        // all is in place, and what could not be cleared away does no harm
        expect(outcome.code, where).toBe(0);
        expect(stage.contents(), where).toEqual(done);
      } else {
        expect(outcome.code, where).toBe(1);
        expect(outcome.stderr, where).toContain('Nothing has been changed');
        expect(picture(stage.folder), where).toEqual(stage.before);
      }
      stage.clear();
    });
  });

  it('takes back what it can when taking back meets an error too', {
    timeout: 60_000,
  }, async () => {
    const { calls, lastRename } = await rehearse(scene);
    const folder = temporaryFolder();
    const stage = new Stage(scene, folder);
    // the first error stops it at the last rename, the second meets the first step back
    const env = { FAULT_SECOND: String(lastRename + 1) };
    const outcome = await stage.runWith([], { ...env, ...stage.faultAt('EIO', lastRename) });
    expectWords(outcome);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr, calls[lastRename - 1]).toMatch(
      /could not be (taken back|restored|undone)/i,
    );
    expect(Object.keys(stage.contents()).includes('repo/flake.nix')).toBe(
      Object.keys(stage.before).includes('repo/flake.nix'),
    );
    expect(stagingFolders(stage.folder).length).toBeLessThanOrEqual(1);
  });
});

describe.each([
  { signal: 'SIGINT', code: 130 },
  { signal: 'SIGTERM', code: 143 },
])('$signal while writing', ({ signal, code }) => {
  it.each(scenes)('leaves all or nothing: $name', { timeout: 120_000 }, async (scene) => {
    const { done, calls, lastRename } = await rehearse(scene);
    const folder = temporaryFolder();
    const wrong: string[] = [];
    await each(upTo(calls.length), async (at) => {
      const stage = new Stage(scene, folder);
      const outcome = await stage.run({ kind: signal, at });
      const where = `call ${at} of ${lastRename}, ${calls[at - 1]}`;
      expectWords(outcome);
      if (outcome.code !== code) wrong.push(`${where}: ended with ${outcome.code}`);
      // one that comes while the last file moves into place may find all of it done
      const isWhole = stage.contents()['repo/flake.nix'] === done['repo/flake.nix'];
      if (isWhole || at >= lastRename) expect(stage.contents(), where).toEqual(done);
      else expect(picture(stage.folder), where).toEqual(stage.before);
      expect(stagingFolders(stage.folder), where).toEqual([]);
      stage.clear();
    });
    expect(wrong).toEqual([]);
  });
});
