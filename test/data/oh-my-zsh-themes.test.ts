import { describe, expect, it } from 'vitest';
import {
  ohMyZshThemes,
  ohMyZshThemesWithPowerlineGlyphs,
} from '../../src/data/oh-my-zsh-themes.js';

describe('ohMyZshThemes', () => {
  it('begins with the ones that people know, and sorts the others', () => {
    expect(ohMyZshThemes.slice(0, 2)).toEqual(['robbyrussell', 'agnoster']);
    const others = ohMyZshThemes.slice(10);
    expect(others).toEqual([...others].sort());
    expect(others[0]).toBe('3den');
  });

  it('has no theme twice', () => {
    expect(new Set(ohMyZshThemes).size).toBe(ohMyZshThemes.length);
    expect(ohMyZshThemes).toHaveLength(141);
  });

  it.each(['bira', 'ys', 'af-magic', 'Soliah', 'sporty_256', 'wezm+', 'xiong-chiamiov-plus'])(
    'has %s',
    (name) => expect(ohMyZshThemes).toContain(name),
  );

  it.each(['random', 'emotty', 'powerlevel10k', 'robbyrussell.zsh-theme', 'soliah', ''])(
    'does not have %j',
    (name) => expect(ohMyZshThemes).not.toContain(name),
  );

  it('has nothing that a Nix string would have to escape', () => {
    expect(ohMyZshThemes.filter((name) => !/^[A-Za-z0-9_+-]+$/.test(name))).toEqual([]);
  });
});

describe('ohMyZshThemesWithPowerlineGlyphs', () => {
  it('has agnoster, and nothing that is not a theme', () => {
    expect(ohMyZshThemesWithPowerlineGlyphs).toEqual(['agnoster', 'amuse']);
    expect(ohMyZshThemes).toEqual(expect.arrayContaining([...ohMyZshThemesWithPowerlineGlyphs]));
  });
});
