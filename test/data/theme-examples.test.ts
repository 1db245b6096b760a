import { describe, expect, it } from 'vitest';
import { ohMyZshThemes } from '../../src/data/oh-my-zsh-themes.js';
import { starshipPresets } from '../../src/data/starship-presets.js';
import { themeExamples } from '../../src/data/theme-examples.js';
import { drawExample } from '../../src/terminal/prompts/examples.js';

const themes = ['starship', ...starshipPresets.map(({ name }) => name), ...ohMyZshThemes];

const plain = (theme: string) => drawExample(themeExamples[theme] ?? '', 200, 'none');

describe('themeExamples', () => {
  it('has every theme that can be chosen, and no other', () => {
    expect(Object.keys(themeExamples).sort()).toEqual([...themes].sort());
  });

  it.each(themes)('%s is at most two lines that fit in 80 columns, in plain letters', (theme) => {
    const lines = plain(theme);
    expect(lines.length).toBeLessThanOrEqual(2);
    expect(lines.join('').trim()).not.toBe('');
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(76);
    const letters = (themeExamples[theme] ?? '').replaceAll(/[\n\t]/g, '');
    // control characters, and the private code points of fonts that nobody has yet
    expect(letters).not.toMatch(/[\p{Cc}\p{Co}]/u);
  });

  it('shows the sample machine and nothing of the one that it was made on', () => {
    const all = themes.flatMap(plain).join('\n');
    expect(all).toContain('leon@framework');
    expect(all).toContain('main');
    expect(all).not.toMatch(/root|\/tmp|\.zsh-theme|command not found|denied|docker/i);
    // the clock of the sample machine stands at 12:34:56 on 2 January 2026
    expect(
      all.match(/\b\d\d:\d\d\b/g)?.filter((time) => !['12:34', '34:56'].includes(time)),
    ).toEqual([]);
  });

  it.each([
    ['robbyrussell', ['➜  nixos-config git:(main) ✗']],
    ['agnoster', [' leon@framework ► ~/nixos-config ► ⎇ main ± ►']],
    ['pure-preset', ['nixos-config main*', '❯']],
  ])('%s looks as people know it', (theme, lines) => expect(plain(theme)).toEqual(lines));

  it('is small', () => {
    expect(JSON.stringify(themeExamples).length).toBeLessThan(16_000);
  });
});
