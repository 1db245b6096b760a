import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultIn, isPlaceholder, platformOf, setsAnything } from '../../src/nixos/hardware-text.js';

const snapshot = (name: string) =>
  fs.readFileSync(new URL(`../snapshots/${name}`, import.meta.url), 'utf8');

describe('platformOf', () => {
  it.each([
    ['{ lib, ... }: { nixpkgs.hostPlatform = lib.mkDefault "aarch64-linux"; }', 'aarch64-linux'],
    ['{ nixpkgs = { hostPlatform = "x86_64-linux"; }; }', 'x86_64-linux'],
    ['{ nixpkgs.system = "x86_64-linux"; }', 'x86_64-linux'],
    ['{ nixpkgs.hostPlatform.system = "x86_64-linux"; }', undefined],
    ['{ nixpkgs.hostPlatform = platform; }', undefined],
    ['{ # nixpkgs.hostPlatform = "x86_64-linux";\n}', undefined],
    ['{ nixpkgs.hostPlatform = "', undefined],
  ])('%s', async (text, platform) => {
    expect(await platformOf(text)).toBe(platform);
  });

  it('has none without a file', async () => {
    expect(await platformOf(undefined)).toBeUndefined();
  });
});

describe('isPlaceholder', () => {
  it('knows the file that is written for another computer', async () => {
    const file = 'hosts/9000/hardware-configuration.nix';
    expect(await isPlaceholder(snapshot(`placeholder/${file}`))).toBe(true);
    expect(await isPlaceholder('{ fileSystems."/" = { device = "throw"; }; }')).toBe(false);
  });
});

describe('setsAnything', () => {
  it('tells a module from other text', async () => {
    expect(await setsAnything('{ ... }: { a = 1; }')).toBe(true);
    expect(await setsAnything('{ ... }: { }')).toBe(false);
    expect(await setsAnything('hello world')).toBe(false);
  });
});

describe('faultIn', () => {
  it('says where a module breaks off, and nothing of other text', async () => {
    expect(await faultIn('{ ... }:\n{\n  a = ;\n}\n')).toMatch(/^can't be read at line 3, /);
    expect(await faultIn('{\n<<<<<<< HEAD\n}\n')).toMatch(/^can't be read at line /);
    expect(await faultIn('{ ... }: { }')).toBeUndefined();
    expect(await faultIn('hello world')).toBeUndefined();
  });
});
