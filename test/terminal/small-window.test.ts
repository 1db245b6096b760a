import { describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../support/program.js';
import { Terminal } from '../support/terminal.js';
import { freshNixos, programs } from './machines.js';
import { asks, firstFive, goTo, summary, way } from './way.js';

vi.setConfig({ testTimeout: 120_000 });

function open(args: readonly string[] = []): Terminal {
  return new Terminal(args, {
    cwd: temporaryFolder(),
    root: freshNixos(),
    path: programs(),
    columns: 40,
    rows: 12,
  });
}

/** The current entry of the open list. */
function current(terminal: Terminal): string {
  const line = terminal
    .screen()
    .split('\n')
    .findLast((each) => each.includes('●'));
  return line?.replace(/^.*● /, '').trim() ?? '';
}

describe('In a window of 40 × 12', () => {
  it('every question and its choice are visible, and Enter alone reaches the end', async () => {
    const terminal = open();
    for (const stop of way) {
      await terminal.waitForPrompt(stop.message);
      expect(terminal.text()).toContain(stop.choice);
      terminal.press('enter');
    }
    expect(await terminal.exit()).toEqual({ code: 0, signal: undefined });
  });

  it('the list of themes keeps its question and its choice in sight', async () => {
    const terminal = open();
    const theme = firstFive[4] ?? summary;
    await goTo(terminal, theme);
    for (const to of ['bracketed-segments', 'catppuccin-powerline', 'gruvbox-rainbow', 'jetpack']) {
      terminal.press('down');
      await terminal.waitFor(`● ${to}`);
      expect(terminal.text()).toContain(asks(theme));
    }
    for (let times = 0; times < 20; times += 1) terminal.press('down');
    await terminal.waitFor(/● (?!jetpack)\S+/);
    expect(terminal.text()).toContain(asks(theme));
    terminal.type('agnoster');
    await terminal.waitFor('● agnoster');
    expect(terminal.text()).toContain(asks(theme));
    terminal.press('enter');
    await terminal.waitForPrompt(summary.message);
    expect(terminal.text()).not.toContain('Search:');
  });

  it('the list of what can be changed does too', async () => {
    const terminal = open();
    await goTo(terminal, summary);
    terminal.press('down');
    await terminal.enterAt('● Change something');
    const seen = new Set<string>();
    for (;;) {
      await terminal.waitForPrompt('What?');
      expect(current(terminal), terminal.screen()).not.toBe('');
      if (seen.has(current(terminal))) break;
      const before = current(terminal);
      seen.add(before);
      terminal.press('down');
      const moved = () => !['', before].includes(current(terminal));
      await terminal.until(moved, `another choice than ${before}`);
    }
    expect(seen.size).toBeGreaterThan(25);
  });

  it('an error can be read beside its question', async () => {
    const terminal = open();
    const [hostname = summary] = firstFive;
    await goTo(terminal, hostname);
    terminal.type('My_Host');
    await terminal.waitFor('My_Host');
    terminal.press('enter');
    await terminal.waitFor('It must be in lower case. Try my-host');
    expect(terminal.text()).toMatch(/▲ Hostname .*My_Host/);
  });

  it('a directory with a long name is asked for in full', async () => {
    const directory = 'my-very-own-configuration-of-every-computer';
    const terminal = open([directory]);
    for (const stop of way.slice(0, 7)) await terminal.enterAt(asks(stop));
    await terminal.waitFor(/◆ Write these \d+ files to/);
    // a name longer than a line is broken somewhere inside
    expect(terminal.text().replaceAll(' ', '')).toContain(`${directory}?`);
    terminal.press('ctrl-c');
    expect(await terminal.exit()).toMatchObject({ code: 130 });
  });
});
