import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { filesIn, run, temporaryFolder } from '../support/program.js';
import { Terminal } from '../support/terminal.js';
import { freshNixos, programs } from './machines.js';
import {
  asks,
  change,
  choose,
  confirmation,
  firstFive,
  goTo,
  rebuildOffer,
  summary,
} from './way.js';

vi.setConfig({ testTimeout: 120_000 });

const [hostname = summary, , , shell = summary, theme = summary] = firstFive;

function open(args: readonly string[] = []): { terminal: Terminal; repo: string } {
  const cwd = temporaryFolder();
  const options = { cwd, root: freshNixos(), path: programs(), rows: 40 };
  const terminal = new Terminal([...args, '--no-git', '--no-lock'], options);
  return { terminal, repo: path.join(cwd, 'nixos-config') };
}

async function toTheEnd(terminal: Terminal): Promise<void> {
  for (const stop of [summary, confirmation, rebuildOffer]) await terminal.enterAt(asks(stop));
  expect(await terminal.exit()).toMatchObject({ code: 0 });
}

function answersIn(repo: string): unknown {
  return JSON.parse(filesIn(repo)['.create-nixos-config.json'] ?? '{}').answers;
}

describe('Second thoughts', () => {
  it('a mistyped hostname can be corrected from the summary', async () => {
    const { terminal, repo } = open();
    await goTo(terminal, hostname);
    terminal.type('framewrok');
    terminal.press('enter');
    for (const stop of firstFive.slice(1)) await terminal.enterAt(asks(stop));
    await change(terminal, 'Hostname');
    terminal.press('ctrl-u');
    terminal.type('framework');
    terminal.press('enter');
    await toTheEnd(terminal);
    expect(Object.keys(filesIn(repo))).toContain('hosts/framework/home.nix');
    expect(answersIn(repo)).toMatchObject({ hostname: 'framework' });
  });

  it('fish in place of zsh asks for the theme again, and says why', async () => {
    const { terminal, repo } = open();
    await goTo(terminal, theme);
    terminal.type('agnoster');
    await terminal.enterAt('● agnoster');
    await change(terminal, 'Shell');
    await choose(terminal, 'fish');
    await terminal.waitForPrompt(theme.message);
    expect(terminal.text()).toMatch(/Theme agnoster .*◆ Theme/);
    expect(terminal.text()).toContain('Search:');
    terminal.press('enter');
    await toTheEnd(terminal);
    expect(answersIn(repo)).toMatchObject({ shell: 'fish', theme: 'starship' });
  });

  it('fish with a theme of zsh from a flag asks for the theme again, and says why', async () => {
    const { terminal, repo } = open(['--theme', 'agnoster']);
    await goTo(terminal, shell);
    await choose(terminal, 'fish');
    await terminal.waitForPrompt(theme.message);
    expect(terminal.text()).toMatch(/Theme agnoster .*◆ Theme/);
    terminal.press('enter');
    await toTheEnd(terminal);
    expect(answersIn(repo)).toMatchObject({ shell: 'fish', theme: 'starship' });
  });

  it('Escape in a list goes back to the summary, and leaves the answer as it was', async () => {
    const { terminal, repo } = open();
    await goTo(terminal, summary);
    await change(terminal, 'Desktop');
    await terminal.waitFor('Esc: back');
    terminal.type('xfce');
    await terminal.waitFor('● xfce');
    // the first one takes back what is typed
    terminal.press('escape');
    await terminal.waitFor('type to search');
    terminal.press('escape');
    await terminal.waitForPrompt(summary.message);
    await toTheEnd(terminal);
    expect(answersIn(repo)).toMatchObject({ desktop: 'none' });
  });

  it('Escape in a line goes back too, and so it does before anything is chosen', async () => {
    const { terminal, repo } = open();
    await goTo(terminal, summary);
    await change(terminal, 'Hostname');
    terminal.press('ctrl-u');
    terminal.type('another');
    await terminal.waitFor('another');
    terminal.press('escape');
    await terminal.waitForPrompt(summary.message);
    terminal.press('down');
    await terminal.enterAt('● Change something');
    await terminal.waitForPrompt('What?');
    terminal.press('escape');
    await terminal.waitForPrompt(summary.message);
    await toTheEnd(terminal);
    expect(answersIn(repo)).toMatchObject({ hostname: 'framework' });
  });

  it('Ctrl-C ends the program there as everywhere', async () => {
    const { terminal, repo } = open();
    await goTo(terminal, summary);
    await change(terminal, 'Desktop');
    await terminal.waitFor('Esc: back');
    terminal.press('ctrl-c');
    expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
    expect(fs.existsSync(repo)).toBe(false);
  });

  it('a search for what to change that finds nothing does not go on', async () => {
    const { terminal } = open();
    await goTo(terminal, summary);
    terminal.press('down');
    await terminal.enterAt('● Change something');
    await terminal.waitForPrompt('What?');
    terminal.type('no such question');
    await terminal.waitFor('No matches found');
    terminal.press('enter');
    await terminal.waitFor(/▲ What\?|◆ Is this right\?|Write these/);
    expect(terminal.text()).not.toContain('Write these');
  });

  it('another computer after all makes the hardware file a placeholder', async () => {
    const { terminal, repo } = open();
    await goTo(terminal, summary);
    await change(terminal, 'Hardware file');
    terminal.type('none');
    terminal.press('enter');
    await terminal.waitFor('Hardware file a placeholder you');
    for (const stop of [summary, confirmation]) await terminal.enterAt(asks(stop));
    expect(await terminal.exit()).toMatchObject({ code: 0 });
    expect(filesIn(repo)['hosts/framework/hardware-configuration.nix']).toContain('throw');
  });
});

describe('--merge into a folder with a file that differs', () => {
  it('shows the difference, keeps the file, and adds the others', async () => {
    const { terminal, repo } = open(['--merge']);
    const mine = '# My machines\n\nA line of mine.\n';
    fs.mkdirSync(repo);
    fs.writeFileSync(path.join(repo, 'README.md'), mine);
    await goTo(terminal, confirmation);
    expect(terminal.wholeText()).toContain('README.md differs, stays as it is');
    expect(terminal.scrolled()).toMatch(/-A line of mine\.\n/);
    expect(terminal.scrolled()).toMatch(/ \+\S/);
    terminal.press('enter');
    await terminal.enterAt(asks(rebuildOffer));
    expect(await terminal.exit()).toMatchObject({ code: 0 });
    const files = filesIn(repo);
    expect(files['README.md']).toBe(mine);
    expect(Object.keys(files)).toContain('flake.nix');
    const others = Object.keys(files).length - 1;
    expect(terminal.wholeText()).toContain(`Write these ${others} files to nixos-config?`);
  });

  it('says so where there is nothing to write', async () => {
    const [cwd, root] = [temporaryFolder(), freshNixos()];
    const flags = ['--no-git', '--no-lock'];
    await run([...flags, '--yes'], { cwd, root, path: programs() });
    const repo = path.join(cwd, 'nixos-config');
    const written = filesIn(repo);
    const terminal = new Terminal([...flags, '--merge'], { cwd, root, path: programs(), rows: 40 });
    await goTo(terminal, summary);
    await terminal.enterAt(asks(summary));
    await terminal.enterAt('◆ There is nothing to write to nixos-config. Go on?');
    await terminal.enterAt(asks(rebuildOffer));
    expect(await terminal.exit()).toMatchObject({ code: 0 });
    expect(filesIn(repo)).toEqual(written);
  });
});
