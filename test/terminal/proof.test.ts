/** What is lost, on the screen: shown in full, and given up only by its name. */
import { describe, expect, it, vi } from 'vitest';
import type { Facts } from '../../src/compare/facts.js';
import { factsWith, luksName, without } from '../compare/systems.js';
import type { Terminal } from '../support/terminal.js';
import { freshNixos, programs } from './machines.js';
import { asks, confirmation, openAtSummary, summary } from './way.js';

vi.setConfig({ testTimeout: 120_000 });

const old = factsWith();

/** A way to get rid of a disk's key and of two of the machine's services. */
const lost = without(
  factsWith({ services: { services: ['openssh'], units: ['sshd.service'] } }),
  ...['luks', 'boot', 'initrd', 'luks', 'devices', luksName],
);

const size = (columns: number, rows: number) => ({ columns, rows });

const prints = (facts: Facts) => `printf '%s' '${JSON.stringify(facts)}'`;

function open(now: string, window = size(80, 24), before = prints(old)): Terminal {
  const path = programs({ 'nix-instantiate': before, nix: now, 'nixos-rebuild': '', sudo: '"$@"' });
  return openAtSummary([], { root: freshNixos(), path, ...window }).terminal;
}

/** Everything is written, and where a build comes first, it is built. */
async function write(terminal: Terminal): Promise<void> {
  for (const stop of [summary, confirmation]) await terminal.enterAt(asks(stop));
  await terminal.waitFor(/◆ Run this now|Evaluat|◆ May this go|◆ Go on without/);
  if (!terminal.text().includes(asks({ message: 'Run this now?' }))) return;
  terminal.press('left');
  await terminal.enterAt('● Yes / ○ No');
}

describe.each([size(80, 24), size(40, 12)])('In a window of $columns × $rows', (window) => {
  it('what is lost has to be taken by its name before the rest is asked about', async () => {
    const terminal = open(prints(lost), window);
    await write(terminal);
    await terminal.waitForPrompt('May this go?');
    expect(terminal.text()).toContain(`❯ ◻ boot.initrd.luk`);
    expect(terminal.text().replaceAll(' ', '')).toContain(`devices.${luksName}`);
    expect(terminal.text()).toContain('/dev/sda3 → gone');
    terminal.press('tab');
    await terminal.waitFor('❯ ◼ boot.initrd.luk');
    terminal.press('enter');
    await terminal.waitForPrompt('Go on without the rest?');
    expect(terminal.text()).toContain('○ Yes / ● No');
    terminal.press('left');
    await terminal.enterAt('● Yes / ○ No');
    await terminal.waitFor(/nixos-rebuild (switch|test)|Run this now\?/);
  });

  it('no line is broken by the window', async () => {
    const terminal = open(prints(lost), window);
    await write(terminal);
    await terminal.waitForPrompt('May this go?');
    const shown = terminal.scrolled();
    const table = shown.slice(shown.indexOf('Old and new'));
    expect(table).toContain('Services gone: printing,');
    expect(table.split('\n').filter((line) => !/^[│◆◇└]|^Old and new/.test(line))).toEqual([]);
  });

  it('without that yes nothing is switched', async () => {
    const terminal = open(prints(lost), window);
    await write(terminal);
    await terminal.waitForPrompt('May this go?');
    terminal.press('enter');
    await terminal.exit();
    expect(terminal.wholeText()).toContain('Nothing is switched.');
    expect(terminal.wholeText()).not.toContain('The first rebuild nixos-rebuild switch');
  });
});

describe('Comparing', () => {
  it('asks nothing where nothing is lost', async () => {
    const terminal = open(prints(old));
    await write(terminal);
    await terminal.waitFor('Evaluated old and new: nothing is lost');
    expect(terminal.wholeText()).not.toContain('Not asked for');
  });

  it('asks for one yes where services are gone, and no is the answer of Enter alone', async () => {
    const now = factsWith({ services: { services: ['openssh'], units: ['sshd.service'] } });
    const terminal = open(prints(now));
    await write(terminal);
    await terminal.enterAt(asks({ message: 'Go on without the rest?' }));
    await terminal.waitFor('Nothing is switched.');
  });

  it.each([
    ['old', 'exec sleep 60', prints(old)],
    ['new', prints(old), 'exec sleep 60'],
  ])('can be stopped while the %s configuration is evaluated', async (which, before, now) => {
    const terminal = open(
      `PATH=/usr/bin:/bin:/run/current-system/sw/bin; ${now}`,
      size(80, 24),
      `PATH=/usr/bin:/bin:/run/current-system/sw/bin; ${before}`,
    );
    await write(terminal);
    await terminal.waitFor(`Evaluating the ${which} configuration`);
    terminal.press('ctrl-c');
    expect(await terminal.exit()).toMatchObject({ code: 130 });
    expect(terminal.wholeText()).toContain('Stopped. Your configuration is written, in');
    expect(terminal.showsCursor).toBe(true);
  });

  it('can be stopped where a name is asked for', async () => {
    const terminal = open(prints(lost));
    await write(terminal);
    await terminal.waitForPrompt('May this go?');
    terminal.press('ctrl-c');
    expect(await terminal.exit()).toMatchObject({ code: 130 });
    expect(terminal.wholeText()).toContain('Stopped. Your configuration is written, in');
  });
});
