/** That the look for what is lost finds what is, and nothing else. */
import { describe, expect, it } from 'vitest';
import { lostDefinitions, lostLines } from './kept.js';

const old = `{ config, pkgs, ... }:
{
  # Bootloader.
  boot.loader.systemd-boot.enable = true;
  services.xserver = {
    layout = "de";
  };
  # mine
  services.printing.enable = true; # the one in the hall
}
`;

const told = [
  { option: 'boot.loader.systemd-boot.enable', file: 'x', line: 4, fate: 'answer' },
  { option: 'services.xserver.layout', file: 'x', line: 6, fate: 'answer' },
  { option: 'services.printing.enable', file: 'x', line: 9, fate: 'carried' },
];

const kept = `{ config, pkgs, ... }:
{
  # mine
  services.printing.enable = true; # the one in the hall
}
`;

describe('what is lost', () => {
  it('is nothing where answers, their sets and an installer’s comments are gone', () => {
    expect(lostLines(old, kept, told)).toEqual([]);
    expect(lostDefinitions(old, [kept], told)).toEqual([]);
  });

  it('is a comment, and a definition', () => {
    expect(lostLines(old, kept.replace('# mine', ''), told)).toEqual([{ line: 8, text: '# mine' }]);
    const without = kept.replace(/ {2}services.*\n/, '');
    expect(lostLines(old, without, told).map(({ line }) => line)).toEqual([9]);
    expect(lostDefinitions(old, [without], told).map(({ line }) => line)).toEqual([9]);
  });

  it('is a definition that nobody told of', () => {
    expect(lostLines(old, kept, told.slice(1)).map(({ line }) => line)).toEqual([4]);
  });

  it('is no file of a `let` that is named otherwise now, where the note says so', () => {
    const before =
      'let\n  kernel = import ./kernel.nix { };\nin\n{ boot.kernelPackages = kernel; }\n';
    const note = './kernel.nix is ./carried-over/kernel.nix now';
    const account = { option: 'boot.kernelPackages', file: 'x', line: 4, fate: 'rewritten', note };
    const now = before.replace('./kernel.nix', './carried-over/kernel.nix');
    expect(lostLines(before, now, [account])).toEqual([]);
    expect(lostLines(before, now.replace('carried-over', 'elsewhere'), [account])).toHaveLength(1);
    expect(lostLines(before, now, [{ ...account, note: '' }])).toHaveLength(1);
  });

  it('is a value that has become another', () => {
    const other = kept.replace('true', 'false');
    expect(lostDefinitions(old, [other], told).map(({ line }) => line)).toEqual([9]);
  });
});
