import { describe, expect, it, vi } from 'vitest';
import type { Terminal } from '../support/terminal.js';
import { answersAtTheEnd, change, choose, openAtSummary, summary } from './way.js';

vi.setConfig({ testTimeout: 120_000 });

/** The last summary on the screen: label → value. */
function lastSummary(terminal: Terminal): string {
  return terminal.wholeText().split('Hardware file').at(-1) ?? '';
}

async function usePreset(terminal: Terminal, preset: string): Promise<void> {
  await change(terminal, 'Preset');
  await choose(terminal, preset);
  await terminal.waitForPrompt(summary.message);
  await terminal.until(() => !lastSummary(terminal).includes('Preset,'), 'the preset');
}

describe('The review', () => {
  it('names what is left out in one line, and everything else in a line of its own', async () => {
    const { terminal } = openAtSummary();
    await terminal.waitForPrompt(summary.message);
    expect(lastSummary(terminal)).toMatch(
      /Left out Formats, Desktop, Browser, Colours, Graphics, Kernel, SSH key, With, Disk, Hardware profile, Secrets, For the repo ◆/,
    );
    expect(terminal.scrolled()).toMatch(/^│ {2}Editor {13}neovim {15}default$/m);
  });

  it('takes a preset, whose answers stand in for the defaults', async () => {
    const { terminal, repo } = openAtSummary();
    await usePreset(terminal, 'developer');
    expect(lastSummary(terminal)).toContain('Desktop gnome preset developer');
    expect(lastSummary(terminal)).toContain('With printing, podman, fwupd, zram, nh,');
    expect(await answersAtTheEnd(terminal, repo)).toMatchObject({
      preset: 'developer',
      desktop: 'gnome',
      browser: 'firefox',
      colors: 'catppuccin-mocha',
      repoWith: ['dev-shell', 'checks'],
    });
  });

  it('keeps what was answered by hand when the preset is changed, and lets the rest follow', async () => {
    const { terminal, repo } = openAtSummary(['--kernel', 'zen']);
    await change(terminal, 'Desktop');
    terminal.type('xfce');
    await terminal.enterAt('● xfce');
    await usePreset(terminal, 'gaming');
    expect(lastSummary(terminal)).toContain('Desktop xfce you');
    expect(lastSummary(terminal)).toContain('Kernel zen --kernel');
    expect(lastSummary(terminal)).toContain('Terminal none preset gaming');
    await usePreset(terminal, 'developer');
    expect(lastSummary(terminal)).toContain('Terminal ghostty preset developer');
    expect(await answersAtTheEnd(terminal, repo)).toMatchObject({
      preset: 'developer',
      shell: 'zsh',
      desktop: 'xfce',
      kernel: 'zen',
      terminal: 'ghostty',
      colors: 'catppuccin-mocha',
    });
  });

  it('lets a preset be changed answer by answer', async () => {
    const { terminal, repo } = openAtSummary(['--preset', 'developer']);
    await change(terminal, 'Colours');
    terminal.type('nord');
    await terminal.enterAt('● nord');
    await terminal.waitForPrompt(summary.message);
    expect(lastSummary(terminal)).toContain('Colours nord you');
    expect(lastSummary(terminal)).toContain('Editor neovim preset developer');
    expect(await answersAtTheEnd(terminal, repo)).toMatchObject({
      preset: 'developer',
      colors: 'nord',
      desktop: 'gnome',
    });
  });

  it('says why there is nothing to choose, in place of a list of one', async () => {
    const { terminal, repo } = openAtSummary();
    await terminal.waitForPrompt(summary.message);
    terminal.press('down');
    await terminal.enterAt('● Change something');
    await terminal.waitForPrompt('What?');
    terminal.type('--disk how');
    await terminal.enterAt('● Disk');
    const why =
      'Disk stays keep: every other choice is for a new installation, and this computer is in use.';
    await terminal.until(() => terminal.wholeText().includes(why), 'the reason');
    await terminal.waitForPrompt(summary.message);
    expect(terminal.wholeText()).not.toContain('● keep');
    expect(await answersAtTheEnd(terminal, repo)).toMatchObject({ disk: 'keep' });
  });

  it('does not take for an answer what was only looked at', async () => {
    const { terminal } = openAtSummary();
    await change(terminal, 'Terminal');
    await terminal.enterAt('● ghostty');
    await usePreset(terminal, 'minimal');
    expect(lastSummary(terminal)).toContain('Terminal none preset minimal');
  });

  it.each([
    ['a label', 'colours thr', 'Colours through'],
    ['a flag', '--auto-login', 'Automatic login'],
    ['what it decides', 'driver of the graphics', 'Graphics'],
    ['an answer', 'jetbrains', 'Font'],
  ])('finds what is to be changed by %s', async (_, typed, label) => {
    const { terminal } = openAtSummary(['--desktop', 'gnome', '--colors', 'nord']);
    await terminal.waitForPrompt(summary.message);
    terminal.press('down');
    await terminal.enterAt('● Change something');
    await terminal.waitForPrompt('What?');
    terminal.type(typed);
    await terminal.waitFor(`Search: ${typed}`);
    await terminal.enterAt(`(1 match) ● ${label}`);
    await terminal.waitForPrompt(label);
  });

  it('offers first what was not asked yet, with its answer, and last what was', async () => {
    const { terminal } = openAtSummary();
    await terminal.waitForPrompt(summary.message);
    terminal.press('down');
    await terminal.enterAt('● Change something');
    await terminal.waitForPrompt('What?');
    expect(terminal.text()).toMatch(/● Preset article ○ Hardware file this machine's own/);
    expect(terminal.text()).toContain('a whole set of answers to begin with');
    terminal.press('up');
    await terminal.waitFor(/● Theme starship/);
    expect(terminal.text()).toMatch(/○ Hostname framework ○ Username leon ○ Channel nixos-26.05/);
  });

  it('wraps a long answer beside its label', async () => {
    const names = 'printing,bluetooth,docker,podman,libvirt,flatpak,appimage,tailscale,zram,fzf';
    const { terminal } = openAtSummary(['--with', names], { columns: 60 });
    await terminal.waitForPrompt(summary.message);
    expect(terminal.scrolled()).toContain(
      [
        '│  With               printing, bluetooth, docker, podman,',
        '│                     libvirt, flatpak, appimage, tailscale,',
        '│                     zram, fzf            --with',
      ].join('\n'),
    );
  });
});
