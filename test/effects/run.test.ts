/** Programs that are run, and signals that reach both of us. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rebuild, rebuildCommand } from '../../src/effects/rebuild.js';
import { type Outcome, type Runner, run, runInTheOpen } from '../../src/effects/run.js';
import { Interrupted } from '../../src/errors.js';
import { Interruption } from '../../src/interruption.js';
import { rootAt } from '../../src/machine/read.js';
import { temporaryFolder } from '../support/program.js';

type Start = (command: readonly [string, ...string[]], runner: Runner) => Promise<Outcome>;

const directory = os.tmpdir();

const ways: readonly { readonly name: string; readonly start: Start }[] = [
  { name: 'run', start: (command, runner) => run({ command, directory }, runner) },
  {
    name: 'runInTheOpen',
    start: (command, runner) => runInTheOpen({ command, directory }, runner, undefined, 'stderr'),
  },
];

function runner(interruption = new Interruption()): Runner {
  return { env: process.env, person: undefined, interruption };
}

/** One whose own Ctrl-C comes a while behind the program's. */
function late(): Runner {
  const interruption = new Interruption();
  setTimeout(() => interruption.abort(new Interrupted()), 250);
  return runner(interruption);
}

describe.each(ways)('$name', ({ start }) => {
  it.each(['kill -INT $$', 'exit 130'])(
    'hears of a Ctrl-C that its program heard of first: %s',
    async (script) => {
      await expect(start(['sh', '-c', script], late())).rejects.toBeInstanceOf(Interrupted);
    },
  );

  it('waits for none that does not come', async () => {
    expect(await start(['sh', '-c', 'exit 130'], runner())).toMatchObject({ code: 130 });
    expect(await start(['sh', '-c', 'kill -INT $$'], runner())).toMatchObject({ code: undefined });
  });

  it('tells that a program is absent', async () => {
    const outcome = await start(['no-such-program'], runner());
    expect(outcome).toMatchObject({ code: undefined, absent: true });
  });

  it('tells so where a folder of PATH may not be looked into, or holds what can’t be run', async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'no-such-program'), '', { mode: 0o644 });
    const { interruption } = runner();
    const outcome = await start(['no-such-program'], {
      env: { PATH: folder },
      person: undefined,
      interruption,
    });
    expect(outcome).toMatchObject({ code: undefined, absent: true });
  });
});

describe('the command of a rebuild', () => {
  const flake = ['--flake', '/home/leon/config#laptop'];

  it.each([
    ['build', false, ['nixos-rebuild', 'build', ...flake]],
    ['build', true, ['nixos-rebuild', 'build', ...flake]],
    ['switch', true, ['nixos-rebuild', 'switch', ...flake]],
    ['test', false, ['sudo', 'nixos-rebuild', 'test', ...flake]],
    ['boot', false, ['sudo', 'nixos-rebuild', 'boot', ...flake]],
    ['switch', false, ['sudo', 'nixos-rebuild', 'switch', ...flake]],
  ] as const)('%s, as root: %s', (action, isRoot, command) => {
    expect(rebuildCommand(action, '/home/leon/config', 'laptop', isRoot)).toEqual(command);
  });
});

describe('a rebuild', () => {
  it('where there is no sudo says so, and what the command is for root', async () => {
    const said: (readonly string[])[] = [];
    const progress = {
      update() {},
      done() {},
      note() {},
      failed: (text: string, lines: readonly string[] = []) => void said.push([text, ...lines]),
    };
    const { interruption } = runner();
    const around = { root: rootAt(temporaryFolder()), log: undefined, isTried: false } as const;
    const works = await rebuild(
      {
        directory,
        runner: { env: { PATH: temporaryFolder() }, person: undefined, interruption },
        start: () => progress,
        ran: [],
      },
      'test',
      rebuildCommand('test', '/home/leon/config', 'laptop', false),
      { ...around, output: 'stderr', folder: directory },
    );
    expect(works).toBe(false);
    expect(said).toEqual([
      [
        'sudo is not here, so nothing has been changed.',
        'As root it is:',
        '  nixos-rebuild test --flake /home/leon/config#laptop',
      ],
    ]);
  });
});
