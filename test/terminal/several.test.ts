import { describe, expect, it, vi } from 'vitest';
import type { Terminal } from '../support/terminal.js';
import { answersAtTheEnd, change, openAtSummary, summary, take } from './way.js';

vi.setConfig({ testTimeout: 120_000 });

/** The names that the open list shows as taken. */
function taken(terminal: Terminal): readonly string[] {
  return [...terminal.text().matchAll(/◼ (\S+)/g)].map(([, name]) => name ?? '');
}

async function openList(label: string, args: readonly string[] = []) {
  const opened = openAtSummary(args);
  await change(opened.terminal, label);
  return opened;
}

describe('Several choices', () => {
  it('begin with what there is, and Enter alone leaves it', async () => {
    const { terminal, repo } = await openList('Languages');
    expect(taken(terminal)).toEqual(['nix', 'bash', 'markdown']);
    expect(terminal.text()).toContain('Search: type to search (3 taken) ❯ ◼ nix');
    terminal.press('enter');
    await terminal.waitFor('◇ Languages what the editor helps to write nix, bash, markdown');
    expect(await answersAtTheEnd(terminal, repo)).toMatchObject({
      languages: ['nix', 'bash', 'markdown'],
    });
  });

  it('are taken with Space and with Tab, and left in the same way', async () => {
    const { terminal, repo } = await openList('With');
    terminal.type(' ');
    await terminal.waitFor('❯ ◼ printing');
    terminal.press('down', 'tab');
    await terminal.waitFor('❯ ◼ bluetooth');
    terminal.press('up', 'tab');
    await terminal.waitFor('❯ ◻ printing');
    terminal.press('enter');
    expect(await answersAtTheEnd(terminal, repo)).toMatchObject({ with: ['bluetooth'] });
  });

  it('can be searched, one after the other, and come in the order of the list', async () => {
    const { terminal, repo } = await openList('With');
    for (const name of ['zram', 'docker', 'fzf']) {
      terminal.type(name);
      await take(terminal, name);
    }
    terminal.press('enter');
    await terminal.waitFor(/◇ With .* docker, zram, fzf/);
    expect(await answersAtTheEnd(terminal, repo)).toMatchObject({
      with: ['docker', 'zram', 'fzf'],
    });
  });

  it('are taken with Space while something is typed, too', async () => {
    const { terminal } = await openList('With');
    terminal.type('lazyg');
    await terminal.waitFor('❯ ◻ lazygit');
    terminal.type(' ');
    await terminal.waitFor(/Search: type to search.*◼/);
    expect(taken(terminal)).toEqual(['lazygit']);
  });

  it('are searched by what they are, and the best match comes first', async () => {
    const { terminal } = await openList('With');
    terminal.type('machines');
    await terminal.waitFor(/Search: machines█ \(1 match\) ❯ ◻ libvirt/);
    terminal.press('ctrl-u');
    terminal.type('gh');
    await terminal.waitFor('❯ ◻ gh');
  });

  it('stay where they are when a search finds nothing', async () => {
    const { terminal } = await openList('With');
    terminal.type('no-such-thing');
    await terminal.waitFor('No matches found');
    terminal.press('enter');
    terminal.type('x');
    await terminal.waitFor('Search: no-such-thingx');
    expect(terminal.text()).toContain('◆ With');
  });

  it('can be none', async () => {
    const { terminal, repo } = await openList('Languages');
    terminal.type(' ');
    terminal.press('down');
    terminal.type(' ');
    terminal.press('down');
    terminal.type(' ');
    await terminal.until(() => taken(terminal).length === 0, 'nothing taken');
    terminal.press('enter');
    await terminal.waitFor('◇ Languages what the editor helps to write none');
    expect(await answersAtTheEnd(terminal, repo)).toMatchObject({ languages: [] });
  });

  it.each([
    ['steam', ['--unfree', 'no']],
    ['kde-connect', ['--desktop', 'none']],
  ])('do not offer %s with %j, where it is ruled out', async (name, args) => {
    const { terminal } = await openList('With', args);
    terminal.type(name);
    await terminal.waitFor(/No matches found|\d match/);
    expect(terminal.text()).not.toMatch(new RegExp(`[◻◼] ${name}`));
  });

  it('that do not go without another are refused with the reason, and can be mended', async () => {
    const { terminal, repo } = await openList('For the repo');
    terminal.type('auto-lock');
    await take(terminal, 'auto-lock');
    terminal.press('enter');
    await terminal.waitFor('It needs one of ci-github');
    expect(terminal.text()).toContain('▲ For the repo');
    expect(taken(terminal)).toEqual(['auto-lock']);
    terminal.type('ci-forgejo');
    await take(terminal, 'ci-forgejo');
    expect(terminal.text()).not.toContain('It needs');
    terminal.press('enter');
    await terminal.waitForPrompt(summary.message);
    expect(await answersAtTheEnd(terminal, repo)).toMatchObject({
      repoWith: ['ci-forgejo', 'auto-lock'],
    });
  });
});
