import { describe, expect, it } from 'vitest';
import { type OldConfiguration, readOld } from '../../src/import/old.js';
import { rootAt } from '../../src/machine/read.js';
import { layRoot } from '../support/program.js';

type Files = Parameters<typeof layRoot>[0];

function read(files: Files, folder = '/etc/nixos'): OldConfiguration {
  const old = readOld(rootAt(layRoot(files)), folder, false);
  if (old === undefined) throw new Error('there is none');
  return old;
}

const paths = (files: Files) => read(files).files.map(({ path }) => path);

describe('the old configuration', () => {
  it('is not there without its entry', () => {
    const root = rootAt(layRoot({ 'etc/nixos/hardware-configuration.nix': '{ }' }));
    expect(readOld(root, '/etc/nixos', false)).toBeUndefined();
  });

  it('is every module that is reached through imports, each once', () => {
    expect(
      paths({
        'etc/nixos/configuration.nix':
          '{ imports = [ ./hardware-configuration.nix ./modules ../shared.nix /srv/x.nix ./gone.nix ]; }',
        'etc/nixos/hardware-configuration.nix': '{ }',
        'etc/nixos/modules/default.nix': '{ imports = [ ./a.nix ../configuration.nix ]; }',
        'etc/nixos/modules/a.nix': '{ }',
        'etc/nixos/not-imported.nix': '{ }',
        'etc/shared.nix': '{ }',
        'srv/x.nix': '{ }',
      }),
    ).toEqual([
      'configuration.nix',
      'hardware-configuration.nix',
      'modules/default.nix',
      '/etc/shared.nix',
      '/srv/x.nix',
      'modules/a.nix',
    ]);
  });

  it('of a copy is followed within the copy', () => {
    const old = read(
      {
        'home/leon/backup/configuration.nix': '{ imports = [ /etc/nixos/a.nix ]; }',
        'home/leon/backup/a.nix': '{ a = 1; }',
      },
      '/home/leon/backup',
    );
    expect(old.value('a')).toBe('1');
  });

  it('that is a flake is known as one', () => {
    const old = read({ 'etc/nixos/flake.nix': '{ }', 'etc/nixos/configuration.nix': '{ a = 1; }' });
    expect(old).toMatchObject({ isFlake: true, files: [] });
  });
});

describe('an option', () => {
  const of = (text: string) =>
    read({
      'etc/nixos/configuration.nix': `{ lib, ... }: { imports = [ ./hardware-configuration.nix ]; ${text} }`,
      'etc/nixos/hardware-configuration.nix': '{ a = "hardware"; }',
    });

  it.each([
    ['a = "x";', 'x'],
    ['a = lib.mkDefault "x"; ', 'x'],
    ['a = lib.mkForce "x";', 'x'],
    ['a = lib.mkIf true "x";', undefined],
    ['a = lib.mkMerge [ "x" (lib.mkIf true "y") ];', undefined],
    ['a = lib.mkDefault "y"; imports.x = 1;', 'y'],
    ['b = "x";', undefined],
    ['a = builtins.readFile ./x;', undefined],
  ])('%s', (text, value) => {
    expect(of(text).string('a')).toBe(value);
  });

  it.each([
    ['let host = "x"; in { a = host; }', 'x'],
    ['let host = "x"; in { lib, ... }: { a = lib.mkDefault host; }', 'x'],
    ['let a = "x"; in { inherit a; }', 'x'],
    ['let me = { host = "x"; }; in { inherit (me) host; a = me.host; }', 'x'],
    ['let host = "x"; in { host, ... }: { a = host; }', undefined],
    ['{ config, ... }: { a = config.host; host = "x"; }', undefined],
    ['let host = if b then "x" else "y"; in { a = host; }', undefined],
  ])('is what a name stands for that the same file gives: %s', (text, value) => {
    expect(read({ 'etc/nixos/configuration.nix': text }).string('a')).toBe(value);
  });

  it('is on through a name too', () => {
    const text = '{ imports = [ ./b.nix ]; }';
    const on = 'let yes = true; no = false; in { a = yes; b = no; }';
    const old = read({ 'etc/nixos/configuration.nix': text, 'etc/nixos/b.nix': on });
    expect([old.isOn('a'), old.boolean('b')]).toEqual([true, false]);
  });

  it('is found under the name that it has today', () => {
    expect(of('services.xserver.layout = "de";').string('services.xserver.xkb.layout')).toBe('de');
  });

  it('that two files set otherwise is not known', () => {
    const old = read({
      'etc/nixos/configuration.nix': '{ imports = [ ./b.nix ]; a = "x"; c = "z"; }',
      'etc/nixos/b.nix': '{ a = "y"; c = "z"; }',
    });
    expect(old.value('a')).toBeUndefined();
    expect(old.string('c')).toBe('z');
  });

  it('that two files set is what the one of the higher priority says, where neither has a condition', () => {
    const old = read({
      'etc/nixos/configuration.nix':
        '{ imports = [ ./b.nix ]; a = "x"; b = "x"; c = "x"; d = "x"; }',
      'etc/nixos/b.nix':
        '{ lib, ... }: { a = lib.mkIf true "x"; b = lib.mkForce "y"; c = lib.mkDefault "y"; d = "x"; }',
    });
    expect(['a', 'b', 'c', 'd'].map((option) => old.string(option))).toEqual([
      ...[undefined, 'y', 'x', 'x'],
    ]);
  });
});
