import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { filesIn, programFile, temporaryFolder } from '../support/program.js';
import { Terminal } from '../support/terminal.js';
import { freshNixos, programs } from './machines.js';
import { change, confirmation, goTo, rebuildOffer, summary, way } from './way.js';

vi.setConfig({ testTimeout: 120_000 });

const beforeWriting = way.filter((stop) => stop !== rebuildOffer);

function open(path = programs()): { terminal: Terminal; cwd: string } {
  const cwd = temporaryFolder();
  return { terminal: new Terminal([], { cwd, root: freshNixos(), path }), cwd };
}

/** A repo that is whole: with its flake, tracked, and without anything of the writing beside it. */
function expectWholeRepo(cwd: string): void {
  expect(fs.readdirSync(cwd)).toEqual(['nixos-config']);
  const repo = path.join(cwd, 'nixos-config');
  const files = filesIn(repo);
  const manifest = JSON.parse(files['.create-nixos-config.json'] ?? '{}') as { files: object };
  expect(Object.keys(files).sort()).toEqual(
    ['.create-nixos-config.json', ...Object.keys(manifest.files)].sort(),
  );
  const tracked = execFileSync('git', ['ls-files'], { cwd: repo, encoding: 'utf8' });
  expect(tracked.trim().split('\n').sort()).toEqual(Object.keys(files).sort());
}

describe('Ctrl-C', () => {
  it.each(beforeWriting)('at $message ends with 130 and leaves nothing', async (stop) => {
    const { terminal, cwd } = open();
    await goTo(terminal, stop);
    terminal.press('ctrl-c');
    expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
    expect(fs.readdirSync(cwd)).toEqual([]);
    expect(terminal.showsCursor).toBe(true);
  });

  it('in the list of what can be changed ends with 130 and leaves nothing', async () => {
    const { terminal, cwd } = open();
    await goTo(terminal, summary);
    terminal.press('down');
    await terminal.enterAt('● Change something');
    await terminal.waitForPrompt('What?');
    terminal.press('ctrl-c');
    expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
    expect(fs.readdirSync(cwd)).toEqual([]);
  });

  // text, a short list, one that is searched, several choices, lines
  it.each(['Time zone', 'Terminal', 'Desktop', 'With', 'SSH key'])(
    'while %s is changed ends with 130 and leaves nothing',
    async (label) => {
      const { terminal, cwd } = open();
      await goTo(terminal, summary);
      await change(terminal, label);
      terminal.press('ctrl-c');
      expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
      expect(fs.readdirSync(cwd)).toEqual([]);
    },
  );

  it('after an error ends with 130 and leaves nothing', async () => {
    const { terminal, cwd } = open();
    await goTo(terminal, way[1] ?? summary);
    terminal.type('My_Host');
    terminal.press('enter');
    await terminal.waitFor('It must be in lower case');
    terminal.press('ctrl-c');
    expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
    expect(fs.readdirSync(cwd)).toEqual([]);
  });

  it('at the offer of a rebuild ends with 130 and leaves the repo whole', async () => {
    const { terminal, cwd } = open();
    await goTo(terminal, rebuildOffer);
    terminal.press('ctrl-c');
    expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
    expectWholeRepo(cwd);
  });

  it('while the inputs are pinned ends with 130, stops Nix and leaves the repo whole', async () => {
    const noted = path.join(temporaryFolder(), 'pid');
    const nix = `echo $$ > ${noted}.new; ${found('mv')} ${noted}.new ${noted}; exec ${found('sleep')} 600`;
    const { terminal, cwd } = open(programs({ nix }));
    await goTo(terminal, confirmation);
    terminal.press('enter');
    await terminal.waitFor('Pinning the inputs');
    const pid = await numberIn(noted);
    killAfterTest(pid);
    terminal.press('ctrl-c');
    expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
    // a prompt that was answered long before does not end once more
    expect(terminal.scrolled()).not.toMatch(/\n\n/);
    expect(isRunning(pid)).toBe(false);
    expectWholeRepo(cwd);
    expect(terminal.showsCursor).toBe(true);
  });
});

describe('Ctrl-D, the end of the input,', () => {
  it.each(beforeWriting)('at $message stops as Ctrl-C does', async (stop) => {
    const { terminal, cwd } = open();
    await goTo(terminal, stop);
    terminal.press('ctrl-d');
    expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
    expect(terminal.text()).toContain('Stopped. Nothing has been written.');
    expect(fs.readdirSync(cwd)).toEqual([]);
    expect(terminal.showsCursor).toBe(true);
  });

  it('at the offer of a rebuild says that the repo is written', async () => {
    const { terminal, cwd } = open();
    await goTo(terminal, rebuildOffer);
    terminal.press('ctrl-d');
    expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
    expect(terminal.text()).toContain('Stopped. Your configuration is written');
    expectWholeRepo(cwd);
  });
});

describe('Escape', () => {
  it.each([...way.slice(0, 3), summary, confirmation])(
    'at $message stops as Ctrl-C does',
    async (stop) => {
      const { terminal, cwd } = open();
      await goTo(terminal, stop);
      terminal.press('escape');
      expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
      expect(fs.readdirSync(cwd)).toEqual([]);
    },
  );
});

describe('Escape in a list that is searched', () => {
  it.each(['Desktop', 'With'])(
    'takes back what is typed, and Ctrl-C stops then: %s',
    async (label) => {
      const { terminal } = open();
      await goTo(terminal, summary);
      await change(terminal, label);
      terminal.type('xyz');
      await terminal.waitFor('Search: xyz█ (0 matches');
      terminal.press('escape');
      await terminal.waitFor('type to search');
      terminal.type('b');
      await terminal.waitFor('Search: b█');
      terminal.press('ctrl-c');
      expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
    },
  );
});

describe('A signal', () => {
  /** Starts the program below a shell, which shows what state the terminal is left in. */
  async function openBelowShell() {
    const noted = path.join(temporaryFolder(), 'pid');
    const inner = `echo $$ > ${noted}.new; mv ${noted}.new ${noted}; exec "$@"`;
    const outer = `sh -c '${inner}' sh "$@"; code=$?; echo; echo "ended with \${code}."; stty -a; exit $code`;
    const cwd = temporaryFolder();
    const terminal = new Terminal([], {
      cwd,
      root: freshNixos(),
      rows: 40,
      command: ['sh', '-c', outer, 'sh', process.execPath, programFile],
    });
    const pid = await numberIn(noted);
    killAfterTest(pid);
    return { terminal, cwd, pid };
  }

  it.each(['SIGTERM', 'SIGHUP'] as const)(
    '%s at a prompt ends with 143, leaves nothing and gives the terminal back',
    async (signal) => {
      const { terminal, cwd, pid } = await openBelowShell();
      await goTo(terminal, way[1] ?? summary);
      process.kill(pid, signal);
      expect(await terminal.exit()).toEqual({ code: 143, signal: undefined });
      expect(fs.readdirSync(cwd)).toEqual([]);
      expectGivenBack(terminal);
    },
  );

  it('SIGINT at a prompt ends with 130, leaves nothing and gives the terminal back', async () => {
    const { terminal, cwd, pid } = await openBelowShell();
    await goTo(terminal, way[1] ?? summary);
    process.kill(pid, 'SIGINT');
    expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
    expect(fs.readdirSync(cwd)).toEqual([]);
    expectGivenBack(terminal);
  });

  it('Ctrl-C gives the terminal back too', async () => {
    const { terminal } = await openBelowShell();
    await goTo(terminal, way[1] ?? summary);
    terminal.press('ctrl-c');
    expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
    expectGivenBack(terminal);
  });

  /** In cooked mode, with what is typed shown, and with a cursor. */
  function expectGivenBack(terminal: Terminal): void {
    expect(terminal.text()).toMatch(/ icanon /);
    expect(terminal.text()).toMatch(/ echo /);
    expect(terminal.showsCursor).toBe(true);
  }
});

/** The number in a file, once it is there. */
async function numberIn(file: string): Promise<number> {
  await vi.waitUntil(() => fs.existsSync(file), { timeout: 30_000 });
  return Number(fs.readFileSync(file, 'utf8'));
}

/** No process outlives its test, even where the program should have ended it and did not. */
function killAfterTest(pid: number): void {
  onTestFinished(() => {
    if (isRunning(pid)) process.kill(pid, 'SIGKILL');
  });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Where a program is: the stand-ins run with a PATH that lacks it. */
function found(program: string): string {
  return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();
}
