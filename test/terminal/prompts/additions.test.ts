import { describe, expect, it } from 'vitest';
import type { Brings } from '../../../src/questions/question.js';
import { drawAdditions } from '../../../src/terminal/prompts/additions.js';

const input = (name: string) => ({ name, url: `github:example/${name}`, follows: [] });
const nixos = (...names: readonly string[]) => names.map((name) => `modules/nixos/${name}.nix`);

const draw = (brings: Brings, width = 76) => drawAdditions(brings, 'framework', width);

describe('What a choice adds', () => {
  it.each<[string, Brings, string]>([
    ['a module', { files: nixos('docker') }, '+ modules/nixos/docker.nix'],
    [
      'files of one folder, with the folder once',
      { files: nixos('gnome', 'sound') },
      '+ modules/nixos/gnome.nix, sound.nix',
    ],
    [
      'an input of the flake',
      { files: ['modules/home-manager/nvf.nix'], inputs: [input('nvf')] },
      '+ modules/home-manager/nvf.nix  + input nvf',
    ],
    [
      "a file of the host, by the host's name",
      { files: ['hosts/HOST/disk.nix'] },
      '+ hosts/framework/disk.nix',
    ],
    ['a file at the top', { files: ['.envrc'] }, '+ .envrc'],
    ['the licence', { files: ['licenses/mit'] }, '+ LICENSE'],
    [
      'lines in a file that is there anyway, once, and no words about prose',
      {
        files: [
          'parts/flake.nix/checks.nix',
          'parts/flake.nix/dev-shell.nix',
          'parts/README.md/checks.md',
          'parts/gitignore/dev-shell',
        ],
      },
      '+ lines in flake.nix',
    ],
  ])('is %s', (_, brings, line) => expect(draw(brings)).toEqual([line]));

  it('is nothing where it adds nothing', () => {
    expect(draw({})).toEqual([]);
    expect(draw({ groups: [{ name: 'docker', why: 'may use docker' }] })).toEqual([]);
  });

  it('is two lines at most, and says how much is not shown', () => {
    const names = Array.from({ length: 30 }, (_, at) => `module-${at}`);
    const lines = draw({ files: nixos(...names) });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^\+ modules\/nixos\/module-0\.nix, module-1\.nix.*,$/);
    const shown = lines.join(' ').match(/module-\d+/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(3);
    expect(lines[1]).toMatch(new RegExp(`and ${30 - shown} more$`));
  });

  it.each([76, 60, 40, 37, 30, 26, 25, 12, 9, 8, 3, 0])('fits into %i columns', (width) => {
    const all = [...nixos('docker', 'sound', 'desktop-fonts'), 'modules/home-manager/gtk.nix'];
    for (let count = 1; count <= all.length; count += 1) {
      for (const line of draw({ files: all.slice(0, count), inputs: [input('stylix')] }, width)) {
        expect(line.length).toBeLessThanOrEqual(width);
      }
    }
  });

  it('is a number where no name fits, and nothing where that does not fit either', () => {
    expect(draw({ files: nixos('docker', 'sound') }, 12)).toEqual(['+ 2 files']);
    expect(draw({ files: nixos('docker', 'sound') }, 5)).toEqual([]);
  });
});
