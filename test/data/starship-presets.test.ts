import { describe, expect, it } from 'vitest';
import { starshipPresets, starshipWantsNerdFont } from '../../src/data/starship-presets.js';

describe('starshipPresets', () => {
  const names = starshipPresets.map(({ name }) => name);

  it('is sorted and has no preset twice', () => {
    expect(names).toEqual([...new Set(names)].sort());
    expect(names).toHaveLength(12);
  });

  it('says which of them can do without a Nerd Font', () => {
    const without = starshipPresets.filter(({ nerdFont }) => !nerdFont).map(({ name }) => name);
    expect(without).toEqual(['no-nerd-font', 'plain-text-symbols', 'pure-preset']);
  });

  it('has nothing that a Nix string would have to escape', () => {
    expect(names.filter((name) => !/^[a-z-]+$/.test(name))).toEqual([]);
  });
});

describe('starshipWantsNerdFont', () => {
  it('is true: starship draws with one unless a preset says otherwise', () => {
    expect(starshipWantsNerdFont).toBe(true);
  });
});
