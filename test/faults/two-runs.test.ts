/** Two runs at once into the same target: one of them wins or none does, and nothing is mixed. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hardware, installedNixos } from '../effects/nixos.js';
import { type Outcome, run, temporaryFolder } from '../support/program.js';
import { StandIns } from '../support/stand-ins.js';
import {
  contents,
  each,
  expectWords,
  faultEnv,
  lay,
  type Picture,
  picture,
  plainRun,
  rehearse,
  scenes,
  stagingFolders,
  upTo,
} from './support.js';

const hosts = ['alpha', 'beta'] as const;
type Host = (typeof hosts)[number];

/** A run that waits before one of its writes until it is let go. */
class PausedRun {
  readonly outcome: Promise<Outcome>;
  private readonly gate: string;
  private ended = false;

  constructor(folder: string, host: Host, at: number, flags: readonly string[]) {
    this.gate = path.join(gatesOf(folder), host);
    const env = faultEnv(folder, { kind: 'pause', at, gate: this.gate });
    const args = [path.join(folder, 'repo'), ...plainRun, '--hostname', host, ...flags];
    this.outcome = run(args, { env }).finally(() => {
      this.ended = true;
    });
  }

  /** Waits until it has come to its pause, or to its end. */
  async paused(): Promise<void> {
    while (!this.ended && !fs.existsSync(`${this.gate}.reached`)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  go(): Promise<Outcome> {
    fs.writeFileSync(`${this.gate}.go`, '');
    return this.outcome;
  }
}

/** Where the gates of a folder's runs stand: beside it, so that they do not count as written. */
function gatesOf(folder: string): string {
  fs.mkdirSync(`${folder}-gates`, { recursive: true });
  return `${folder}-gates`;
}

async function wholeRepos(): Promise<Readonly<Record<Host, Picture>>> {
  const whole = async (host: Host) => {
    const folder = temporaryFolder();
    const { code } = await run([path.join(folder, 'repo'), ...plainRun, '--hostname', host]);
    expect(code).toBe(0);
    return contents(folder);
  };
  return { alpha: await whole('alpha'), beta: await whole('beta') };
}

function expectOneOrNone(
  folder: string,
  outcomes: Readonly<Record<Host, Outcome>>,
  whole: Readonly<Record<Host, Picture>>,
): void {
  const winners = hosts.filter((host) => outcomes[host].code === 0);
  const [winner] = winners;
  expect(winners.length).toBeLessThanOrEqual(1);
  expect(contents(folder)).toEqual(winner ? whole[winner] : {});
  expect(stagingFolders(folder)).toEqual([]);
  for (const host of hosts) {
    expectWords(outcomes[host]);
    if (host !== winner) expect(outcomes[host].code).toBe(1);
    expect(outcomes[host].stderr).not.toMatch(/\bE[A-Z]{4,}:/);
  }
}

/** Goes through the cases, and reports each that went wrong in one list. */
async function expectEach<T>(cases: readonly T[], check: (one: T) => Promise<void>): Promise<void> {
  const wrong: string[] = [];
  await each(cases, async (one) => {
    await check(one).catch((error: unknown) => {
      const why = error instanceof Error ? error.message.split('\n', 12).join(' ') : String(error);
      wrong.push(`${JSON.stringify(one)}: ${why.slice(0, 400)}`);
    });
  });
  expect(wrong.sort()).toEqual([]);
}

const [absent] = scenes;

describe('two runs at once into an absent target', () => {
  it('one that begins and ends between any two writes of the other', {
    timeout: 120_000,
  }, async () => {
    const whole = await wholeRepos();
    if (absent === undefined) throw new Error('no scene');
    const { calls } = await rehearse(absent);
    const parent = temporaryFolder();
    await expectEach(upTo(calls.length), async (at) => {
      const folder = fs.mkdtempSync(path.join(parent, 'two-'));
      const first = new PausedRun(folder, 'alpha', at, []);
      await first.paused();
      const beta = await run([path.join(folder, 'repo'), ...plainRun, '--hostname', 'beta']);
      const alpha = await first.go();
      expectOneOrNone(folder, { alpha, beta }, whole);
    });
  });

  it('and two that stop each other half-way', { timeout: 120_000 }, async () => {
    const whole = await wholeRepos();
    const parent = temporaryFolder();
    const early = upTo(7).flatMap((alpha) => upTo(5).map((beta) => ({ alpha, beta })));
    await expectEach(early, async (at) => {
      const folder = fs.mkdtempSync(path.join(parent, 'two-'));
      const first = new PausedRun(folder, 'alpha', at.alpha, []);
      await first.paused();
      const second = new PausedRun(folder, 'beta', at.beta, []);
      await second.paused();
      const alpha = await first.go();
      const beta = await second.go();
      expectOneOrNone(folder, { alpha, beta }, whole);
    });
  });

  it('and two that simply run', { timeout: 60_000 }, async () => {
    const whole = await wholeRepos();
    const parent = temporaryFolder();
    await expectEach(upTo(8), async () => {
      const folder = fs.mkdtempSync(path.join(parent, 'two-'));
      const [alpha, beta] = await Promise.all(
        hosts.map((host) => run([path.join(folder, 'repo'), ...plainRun, '--hostname', host])),
      );
      if (!alpha || !beta) throw new Error('no outcome');
      expectOneOrNone(folder, { alpha, beta }, whole);
    });
  });
});

describe('something that comes into the target after it was looked at', () => {
  const mine = { 'repo/flake.nix': '{ mine = true; }\n', 'repo/hosts/alpha/home.nix': '{ }\n' };

  it.each([
    { name: 'a target that was absent', before: {}, flags: [] },
    { name: 'a target that was empty', before: { 'repo/.git/HEAD': 'x' }, flags: [] },
    { name: 'a target for --merge', before: { 'repo/notes.txt': 'mine' }, flags: ['--merge'] },
    {
      name: 'a target for --overwrite',
      before: { 'repo/notes.txt': 'mine' },
      flags: ['--overwrite'],
    },
  ])('is not replaced: $name', { timeout: 60_000 }, async ({ before, flags }) => {
    const parent = temporaryFolder();
    await expectEach([1, 3, 12, 15], async (at) => {
      const folder = fs.mkdtempSync(path.join(parent, 'late-'));
      lay(folder, before);
      const paused = new PausedRun(folder, 'alpha', at, flags);
      await paused.paused();
      lay(folder, mine);
      const outcome = await paused.go();
      expectWords(outcome);
      expect(outcome.code).toBe(1);
      expect(contents(folder)).toEqual(contentsOf({ ...before, ...mine }));
      expect(stagingFolders(folder)).toEqual([]);
    });
  });

  it('is seen before the plan is made too, while answers are still gathered', async () => {
    const cwd = temporaryFolder();
    const root = installedNixos();
    fs.rmSync(path.join(root, 'etc/nixos/hardware-configuration.nix'));
    // the hardware is read after the first look at the target, and before the second
    const stand = new StandIns().add('nixos-generate-config', {
      prints: hardware,
      does: "mkdir repo; echo '{ mine = true; }' > repo/flake.nix",
    });
    const outcome = await run(['repo', ...plainRun], { cwd, root, path: stand.path });
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain('is not empty');
    expect(fs.readdirSync(path.join(cwd, 'repo'))).toEqual(['flake.nix']);
  });

  it('a change to a file that --overwrite showed is seen before it is lost', async () => {
    const folder = path.join(temporaryFolder(), 'late');
    lay(folder, { 'repo/README.md': 'as it was shown\n' });
    const paused = new PausedRun(folder, 'alpha', 3, ['--overwrite']);
    await paused.paused();
    fs.writeFileSync(path.join(folder, 'repo/README.md'), 'as it is now\n');
    const before = picture(folder)['repo/README.md'];
    const outcome = await paused.go();
    expect(outcome.code).toBe(1);
    expect(picture(folder)['repo/README.md']).toBe(before);
  });
});

/** What {@link contents} says of a folder with these files. */
function contentsOf(files: Readonly<Record<string, string>>): Picture {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cnc-test-'));
  lay(folder, files);
  const found = contents(folder);
  fs.rmSync(folder, { recursive: true });
  return found;
}
