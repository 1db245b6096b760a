import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isKeyboard, keyboardLayouts } from '../../src/data/keyboards.js';

const installed = [
  '/usr/share/X11/xkb/rules/base.lst',
  '/usr/share/xkeyboard-config-2/rules/base.lst',
];

/** The layouts and the variants that a `base.lst` has, as `de` and `de(nodeadkeys)`. */
const readList = (file: string): string[] => {
  const sections = readFileSync(file, 'utf8').split(/^! /m);
  const lines = (name: string) =>
    (sections.find((text) => text.startsWith(name)) ?? '').split('\n').slice(1).filter(Boolean);
  return [
    ...lines('layout').flatMap((line) => /^\s+(\S+)/.exec(line)?.[1] ?? []),
    ...lines('variant').flatMap((line) => {
      const [, variant, layout] = /^\s+(\S+)\s+(\S+):/.exec(line) ?? [];
      return variant === undefined ? [] : `${layout}(${variant})`;
    }),
  ];
};

describe('keyboardLayouts', () => {
  const all = keyboardLayouts();
  const layouts = all.map(({ layout }) => layout);

  it('is sorted and has no layout and no variant twice', () => {
    expect(layouts).toEqual([...new Set(layouts)].sort());
    expect(layouts).toHaveLength(98);
    for (const { variants } of all) expect(variants).toEqual([...new Set(variants)].sort());
  });

  it('gives each layout its own variants', () => {
    expect(all.find(({ layout }) => layout === 'de')?.variants).toContain('nodeadkeys');
    expect(all.find(({ layout }) => layout === 'bt')?.variants).toEqual([]);
  });

  it('has nothing that a Nix string would have to escape', () => {
    const words = all.flatMap(({ layout, variants }) => [layout, ...variants]);
    expect(words.filter((word) => !/^[A-Za-z0-9_-]+$/.test(word))).toEqual([]);
  });
});

describe('isKeyboard', () => {
  it.each([
    ['us'],
    ['us', ''],
    ['us', 'altgr-intl'],
    ['us', 'dvorak'],
    ['us', 'colemak_dh'],
    ['us', 'mac-iso'],
    ['de', 'nodeadkeys'],
    ['de', 'T3'],
    ['ch', 'fr'],
    ['fr', 'bepo_afnor'],
    ['latam', 'deadtilde'],
    ['in', 'mal_poorna'],
  ])('knows %j %j', (layout, variant?: string) => expect(isKeyboard(layout, variant)).toBe(true));

  it('knows the exotic ones too', () => {
    expect(isKeyboard('apl')).toBe(true);
    expect(isKeyboard('apl', 'dyalog')).toBe(true);
    expect(isKeyboard('de', 'noted')).toBe(true);
    expect(keyboardLayouts().some(({ layout }) => layout === 'apl')).toBe(false);
  });

  it.each([
    [''],
    ['uk'],
    ['en'],
    ['DE'],
    ['custom'],
    ['de(nodeadkeys)'],
    ['us', 'nodeadkeys'],
    ['de', 'NoDeadKeys'],
    ['bt', 'dvorak'],
    ['jp', 'kana86'],
    ['br', 'thinkpad_nodeadkeys'],
  ])('does not know %j %j', (layout, variant?: string) =>
    expect(isKeyboard(layout, variant)).toBe(false),
  );

  it("knows what this machine's XKB has", ({ skip }) => {
    const file = installed.find((path) => existsSync(path));
    skip(file === undefined, `there is no ${installed.join(' and no ')} here`);
    const theirs = readList(file ?? '').filter((keyboard) => keyboard !== 'custom');
    const unknown = theirs.filter((keyboard) => {
      const [, layout = '', variant] = /^([^(]+)(?:\((.*)\))?$/.exec(keyboard) ?? [];
      return !isKeyboard(layout, variant);
    });
    // Each release adds some and takes a few away; nearly all of them stay.
    expect(theirs.length).toBeGreaterThan(400);
    expect(unknown.length, unknown.join(' ')).toBeLessThan(theirs.length / 20);
  });
});
