import { describe, expect, it, vi } from 'vitest';
import { swatches } from '../../src/choices/colors.js';
import type { Terminal } from '../support/terminal.js';
import { asks, change, find, firstFive, openAtSummary, summary } from './way.js';

vi.setConfig({ testTimeout: 120_000 });

/** What is behind letters, in every colour (ECMA-48 with ISO 8613-6: SGR 48). */
function everyColour(hex: string): string {
  const channels = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `\x1b[48;2;${channels.join(';')}m`;
}

/** What was written since something was shown. */
async function writtenAfter(terminal: Terminal, act: () => Promise<void>): Promise<string> {
  const before = terminal.raw.length;
  await act();
  return terminal.raw.slice(before);
}

async function openColours(env: Readonly<Record<string, string>>, columns = 80) {
  const { terminal } = openAtSummary([], { env, columns });
  const raw = await writtenAfter(terminal, async () => {
    await change(terminal, 'Colours');
    await find(terminal, 'nord');
  });
  return { terminal, raw };
}

describe('Colour schemes', () => {
  it('show eight of their colours, where the terminal has every colour', async () => {
    const { raw } = await openColours({ COLORTERM: 'truecolor' });
    const blocks = swatches('nord').map((hex) => `${everyColour(hex)}  `);
    expect(blocks).toHaveLength(8);
    expect(raw).toContain(`${blocks.join('')}\x1b[0m`);
    const other = swatches('one-dark').map((hex) => `${everyColour(hex)}  `);
    expect(raw).toContain(other.join(''));
  });

  it('show narrower ones in a narrow window', async () => {
    const { raw } = await openColours({ COLORTERM: '24bit' }, 40);
    expect(raw).toContain(
      swatches('nord')
        .map((hex) => `${everyColour(hex)} `)
        .join(''),
    );
  });

  it('show the nearest of 256 colours where the terminal does not say that it has more', async () => {
    const { raw } = await openColours({ COLORTERM: '' });
    expect(raw).not.toContain('48;2;');
    // nord's background and text are near greys, its red is in the cube
    const numbers = [...raw.matchAll(/\[48;5;(\d+)m {2}/g)].map(([, number]) => Number(number));
    const nord = numbers.slice(-8);
    expect(nord).toEqual([237, 255, 131, 144, 186, 109, 139, 110]);
  });

  it.each([
    ['NO_COLOR=1', { NO_COLOR: '1', COLORTERM: 'truecolor' }],
    ['TERM=dumb', { TERM: 'dumb', COLORTERM: 'truecolor' }],
  ])('show none with %s', async (_, env) => {
    const { terminal, raw } = await openColours(env);
    expect(raw).not.toContain('\x1b[48;');
    expect(terminal.text()).toContain('● nord');
  });
});

describe('Themes', () => {
  const theme = firstFive[4] ?? summary;

  async function openThemes(env: Readonly<Record<string, string>> = {}) {
    const { terminal } = openAtSummary([], { env: { COLORTERM: 'truecolor', ...env } });
    await change(terminal, 'Theme');
    return terminal;
  }

  it.each([
    ['starship', 'nixos-config on ⎇ main [!] ❯'],
    ['robbyrussell', '➜ nixos-config git:(main) ✗'],
    ['agnoster', 'leon@framework ► ~/nixos-config ► ⎇ main ± ►'],
    ['bira', '╭─leon@framework ~/nixos-config ‹main●› ╰─$'],
    ['catppuccin-powerline', '( leon► …/nixos-config ►'],
  ])('%s shows its prompt', async (name, prompt) => {
    const terminal = await openThemes();
    await find(terminal, name);
    await terminal.waitFor(prompt);
    expect(terminal.text()).toContain(asks(theme));
  });

  it('show their prompts in their own colours', async () => {
    const terminal = await openThemes();
    const raw = await writtenAfter(terminal, () => find(terminal, 'robbyrussell'));
    expect(raw).toContain(
      '\x1b[32;1m➜  \x1b[36mnixos-config \x1b[34mgit:(\x1b[31mmain\x1b[34m) \x1b[33m✗\x1b[0m',
    );
    terminal.press('ctrl-u');
    const preset = await writtenAfter(terminal, () => find(terminal, 'gruvbox-rainbow'));
    expect(preset).toContain('\x1b[38;2;251;241;199;48;2;214;93;14m leon ');
  });

  it('show the nearest of 256 colours where the terminal does not say that it has more', async () => {
    const terminal = await openThemes({ COLORTERM: '' });
    const raw = await writtenAfter(terminal, () => find(terminal, 'gruvbox-rainbow'));
    expect(raw).toContain('leon');
    expect(raw).not.toContain('8;2;');
  });

  it('show plain letters where there are no colours', async () => {
    const terminal = await openThemes({ NO_COLOR: '1' });
    const raw = await writtenAfter(terminal, () => find(terminal, 'agnoster'));
    expect(terminal.text()).toContain('leon@framework ► ~/nixos-config');
    expect(raw).not.toMatch(/\[[\d;]*m/);
  });

  it('show no sign that is in special fonts only, and nothing that moves the cursor', async () => {
    const terminal = await openThemes();
    for (const name of ['jetpack', 'apple', 'jonathan', 'tokyo-night']) {
      terminal.press('ctrl-u');
      const raw = await writtenAfter(terminal, () => find(terminal, name));
      expect(raw).not.toMatch(/\p{Co}/u);
    }
  });
});
