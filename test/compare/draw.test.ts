import { describe, expect, it } from 'vitest';
import type { Comparison, Judged } from '../../src/compare/difference.js';
import { needsName } from '../../src/compare/difference.js';
import { drawComparison, folded } from '../../src/compare/draw.js';
import { styleFor } from '../../src/terminal/style.js';

const device = 'luks-6c4f2a91-0000-4000-8000-000000000002';

const luks: Judged = {
  ...{ area: 'luks', name: `boot.initrd.luks.devices.${device}`, change: 'gone' },
  ...{ before: '/dev/disk/by-uuid/6c4f2a91-0000-4000-8000-000000000002', after: '' },
  askedFor: undefined,
};

const thing = (
  area: 'services' | 'packages',
  name: string,
  more: Partial<Judged> = {},
): Judged => ({
  ...{ area, name, change: 'gone', before: name, after: '', askedFor: undefined },
  ...more,
});

const packages = Array.from({ length: 18 }, (_, at) => thing('packages', `package-${at}`));

const differences: readonly Judged[] = [
  luks,
  {
    ...{ area: 'hostname', name: 'networking.hostName', change: 'changed' },
    ...{ before: 'nixos', after: 'framework', askedFor: 'Hostname' },
  },
  thing('services', 'cups.socket'),
  thing('services', 'gdm', { askedFor: 'Desktop' }),
  ...packages,
  { ...thing('packages', 'starship'), change: 'added', before: '', after: 'starship' },
];

function comparison(all: readonly Judged[], by: Comparison['by'] = 'evaluation'): Comparison {
  return { differences: all, by, read: [], because: [] };
}

const plain = await styleFor({}, {});
const draw = (all: readonly Judged[], columns: number) =>
  drawComparison(comparison(all), plain, columns);

describe('A table of differences', () => {
  it('tells additions by their number, then what was asked for, then what was not', () => {
    expect(draw(differences, 100)).toEqual([
      'Added: 1 package',
      '',
      'Asked for',
      '✔ networking.hostName  nixos → framework  Hostname',
      '✔ Services gone: gdm',
      '    Desktop',
      '',
      'Not asked for',
      `✖ ${luks.name}`,
      `    ${luks.before} → gone`,
      '! Services gone: cups.socket',
      '! Packages gone: package-0, package-1, package-2, package-3, package-4, package-5 and 12 more',
    ]);
  });

  it.each([77, 37, 20])('is never wider than %i, and cuts no name that needs a yes', (columns) => {
    const lines = draw(differences, columns);
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
    expect(lines.join('').replaceAll(/\s+/g, '')).toContain(luks.name);
  });

  it('is empty where nothing differs', () => {
    expect(draw([], 80)).toEqual([]);
  });

  it('folds other settings, and none of what needs a yes', () => {
    const settings = Array.from(
      { length: 12 },
      (_, at): Judged => ({
        ...{ area: 'settings', name: `a.b${at}`, change: 'gone', before: 'true', after: '' },
        askedFor: undefined,
      }),
    );
    const users = settings.map((each): Judged => ({ ...each, area: 'users' }));
    expect(draw(settings, 80).slice(-2)).toEqual(['! a.b7  true → gone', '  and 4 more']);
    expect(draw(users, 80)).toHaveLength(2 + 12);
  });
});

describe('A list of names', () => {
  it.each([
    [3, 'a, a, a'],
    [7, 'a, a, a, a, a, a, a'],
    [8, 'a, a, a, a, a, a and 2 more'],
  ])('of %i is %s', (length, text) => {
    expect(folded(Array.from({ length }, () => 'a'))).toBe(text);
  });
});

describe('A yes by name', () => {
  it('is needed in the areas that a machine starts by, where nobody asked for it', () => {
    expect(needsName(comparison(differences))).toEqual([luks]);
  });

  it('is needed for all that is missing, where files were only read', () => {
    expect(needsName(comparison(differences, 'reading'))).toHaveLength(2 + packages.length);
  });
});
