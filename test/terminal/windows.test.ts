/** Windows of other kinds: a serial console, Linux's own console, and one that is drawn smaller. */
import { describe, expect, it, vi } from 'vitest';
import { programFile, temporaryFolder } from '../support/program.js';
import { Terminal } from '../support/terminal.js';
import { freshNixos, programs } from './machines.js';
import { asks, change, firstFive, goTo, openAtSummary, rebuildOffer, summary, way } from './way.js';

vi.setConfig({ testTimeout: 120_000 });

describe('A serial console, which does not know its size', () => {
  function onSerialLine(...args: readonly string[]): Terminal {
    return new Terminal([], {
      cwd: temporaryFolder(),
      root: freshNixos(),
      path: `${programs()}:/usr/bin:/bin:/run/current-system/sw/bin`,
      command: [
        'sh',
        '-c',
        // what is longer than a terminal holds is still read after the program's end
        'stty cols 0 rows 0; "$@"; code=$?; sleep 0.3; exit $code',
        'sh',
        process.execPath,
        programFile,
        ...args,
      ],
    });
  }

  it('shows what a window of 80 × 24 does, to the end', async () => {
    const terminal = onSerialLine();
    for (const stop of way) {
      await terminal.waitForPrompt(stop.message);
      expect(terminal.text()).toContain(stop.choice);
      terminal.press('enter');
    }
    expect(await terminal.exit()).toEqual({ code: 0, signal: undefined });
    const whole = terminal.scrolled();
    expect(whole).toContain('│  Time zone          Europe/Berlin');
    expect(whole).toContain('◇  Shell  the shell that you log in to');
  });

  it('has --help in lines as wide as it', async () => {
    const terminal = onSerialLine('--help');
    await terminal.exit();
    expect(terminal.scrolled()).toMatch(/--json +print one JSON object, and ask nothing/);
  });
});

describe("Linux's own console, whose font has few signs", () => {
  it('gets letters for marks and for what moves', async () => {
    const terminal = new Terminal([], {
      cwd: temporaryFolder(),
      root: freshNixos(),
      path: programs({ nix: 'exit 1' }),
      env: { TERM: 'linux' },
    });
    const asked = [...way.slice(0, way.indexOf(rebuildOffer))];
    for (const { message } of asked) await terminal.enterAt(`* ${message}`);
    await terminal.enterAt(`* ${rebuildOffer.message}`);
    expect(await terminal.exit()).toEqual({ code: 0, signal: undefined });
    expect(terminal.raw).not.toMatch(/[✔✖◇◆▲■◒◐◓◑●○]/);
    expect(terminal.wholeText()).toContain('o Set up git');
    expect(terminal.wholeText()).toContain('! The inputs could not be pinned yet.');
  });

  it('gets them where nothing is asked too', async () => {
    const terminal = new Terminal(['--username', 'leon', '--yes', '--no-lock'], {
      cwd: temporaryFolder(),
      path: programs(),
      env: { TERM: 'linux' },
    });
    expect(await terminal.exit()).toEqual({ code: 0, signal: undefined });
    expect(terminal.wholeText()).toContain('+ Set up git');
    expect(terminal.raw).not.toMatch(/[✔✖]/);
  });
});

describe('A window that is drawn smaller', () => {
  it('while a question is open has all that follows inside of it', async () => {
    const terminal = new Terminal([], {
      cwd: temporaryFolder(),
      root: freshNixos(),
      path: programs(),
      columns: 140,
      rows: 60,
    });
    const [hostname = summary] = firstFive;
    await goTo(terminal, hostname);
    const drawn = terminal.raw.length;
    terminal.resize(62, 60);
    await terminal.until(() => terminal.raw.length > drawn, 'the question in its new width');
    for (const { message } of firstFive) await terminal.enterAt(asks({ message }));
    await terminal.waitForPrompt(summary.message);
    const rows = terminal.screen().split('\n');
    const shown = rows.slice(rows.findIndex((row) => row.startsWith('◇  Theme')));
    // what the terminal has to break itself stands outside of the frame
    expect(shown.filter((row) => !/^[│◇◆└┌]/.test(row))).toEqual([]);
  });
});

describe('The cursor', () => {
  it('stands on the letter behind an emoji, which is two in its own count', async () => {
    const { terminal } = openAtSummary();
    await change(terminal, 'Full name');
    terminal.press('ctrl-u');
    terminal.type('🦊🦊xy');
    await terminal.waitFor('🦊🦊xy█');
    terminal.press('left', 'left');
    // what is drawn after the first of the two keys looks the same on the screen
    const drawn = expect.poll(() => terminal.raw, { timeout: 20_000 });
    await drawn.toContain('🦊🦊\x1b[7mx\x1b[27my');
  });
});
