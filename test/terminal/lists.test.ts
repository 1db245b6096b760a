import { describe, expect, it, vi } from 'vitest';
import type { Terminal } from '../support/terminal.js';
import { change, find, openAtSummary } from './way.js';

vi.setConfig({ testTimeout: 120_000 });

/** The lines of the screen that are below the prompt's title, without the bar at their left. */
function openLines(terminal: Terminal): readonly string[] {
  const lines = terminal.screen().split('\n');
  const title = lines.findLastIndex((line) => line.startsWith('◆'));
  return lines.slice(title + 1).map((line) => line.replace(/^[│└] */, ''));
}

async function openList(label: string, args: readonly string[] = [], options = {}) {
  const { terminal } = openAtSummary(args, options);
  await change(terminal, label);
  return terminal;
}

describe('A list', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['With', 'docker', '+ modules/nixos/docker.nix', []],
    ['Browser', 'firefox', '+ modules/home-manager/firefox.nix', []],
    ['Desktop', 'gnome', '+ modules/nixos/gnome.nix, ', []],
    ['Licence', 'mit', '+ LICENSE', []],
    ['Editor', 'neovim', '+ modules/home-manager/nvf.nix + input nvf', []],
    ['Automatic login', 'on', '+ hosts/framework/auto-login.nix', ['--desktop', 'gnome']],
    ['For the repo', 'dev-shell', '+ .envrc ', []],
    ['For the repo', 'auto-lock', '+ .github/workflows/update.yml', ['--repo-with', 'ci-github']],
  ])('says below %s what %s adds: %s', async (label, value, adds, args) => {
    const terminal = await openList(label, args);
    const isSearched = terminal.text().includes('Search: type to search');
    if (isSearched) await find(terminal, value);
    else {
      for (
        let tries = 0;
        !new RegExp(`● ${value} `).test(terminal.text()) && tries < 10;
        tries += 1
      ) {
        const before = terminal.screen();
        terminal.press('down');
        await terminal.until(() => terminal.screen() !== before, 'another choice');
      }
    }
    await terminal.waitFor(adds);
  });

  it('says what a layout of the disk takes into the flake', async () => {
    const { terminal } = openAtSummary([
      ...['--hardware', 'none', '--disk', 'plain'],
      ...['--disk-device', '/dev/disk/by-id/nvme-one'],
    ]);
    await change(terminal, 'Disk');
    await terminal.waitFor(/\+ hosts\/framework\/disk\S*\.nix.* \+ input disko/);
  });

  it('has the hint of every entry beside it, where there is room', async () => {
    const terminal = await openList('With');
    const lines = openLines(terminal);
    expect(lines).toContainEqual(expect.stringMatching(/^◻ bluetooth +headsets, mice, keyboards$/));
    expect(lines).toContainEqual(expect.stringMatching(/^◻ docker +containers$/));
  });

  it('says how many entries there are besides', async () => {
    const terminal = await openList('Theme');
    expect(terminal.text()).toContain('↓ 145 more');
    expect(terminal.text()).not.toContain('↑ 1');
    for (let times = 0; times < 12; times += 1) terminal.press('down');
    await terminal.waitFor(/↑ 8 more .* ↓ 138 more/);
  });

  it('stays as high as it is, whatever is the current entry', async () => {
    const terminal = await openList('Desktop');
    const height = openLines(terminal).length;
    for (const value of ['hyprland', 'none', 'plasma']) {
      await find(terminal, value);
      terminal.press('ctrl-u');
      await terminal.waitFor('Search: type to search');
      // a frame may come in two parts
      await terminal.until(() => openLines(terminal).length === height, `${height} lines`);
    }
  });

  it.each(['With', 'Desktop', 'Editor', 'Colours', 'Preset', 'Theme'])(
    'of %s fits into a window of 40 × 12, every entry of it',
    async (label) => {
      const terminal = await openList(label, [], { columns: 40, rows: 12 });
      const seen = new Set<string>();
      for (let steps = 0; steps < 20; steps += 1) {
        const screen = terminal.screen();
        const lines = screen.split('\n');
        // a line that the terminal had to break would have no bar at its left
        expect(
          lines.filter((line) => !/^[│◆└]/.test(line)),
          screen,
        ).toEqual([]);
        expect(screen).toContain(`◆  ${label}`);
        expect(screen).toMatch(/[●❯]/);
        expect(lines.length).toBeLessThanOrEqual(12);
        if (seen.has(screen)) break;
        seen.add(screen);
        terminal.press('down');
        const isDrawn = () => /\n└$/.test(terminal.screen()) && terminal.screen() !== screen;
        await terminal.until(isDrawn, 'another choice');
      }
      expect(seen.size).toBeGreaterThan(4);
    },
  );

  it('shows what a preset answers, but for what was asked before', async () => {
    const terminal = await openList('Preset');
    expect(terminal.text()).toContain('Every default as it is');
    terminal.press('down', 'down', 'down');
    await terminal.waitFor(/● server/);
    expect(terminal.text()).toMatch(/Terminal: none · Editor: vim .* With: zram, nh,/);
    expect(terminal.text()).not.toContain('Shell: bash');
  });
});
