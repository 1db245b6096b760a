import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locales } from '../../src/data/locales.js';

const installed = '/usr/share/i18n/SUPPORTED';

/** Its name without the character set, which is what glibc's releases agree on. */
const stem = (locale: string) => locale.replace('.UTF-8', '');

describe('locales', () => {
  const names = locales.list();

  it('is sorted and has no name twice', () => {
    expect(names).toEqual([...new Set(names)].sort());
    expect(names).toHaveLength(326);
  });

  it('has each locale in one spelling only', () => {
    expect(new Set(names.map(stem)).size).toBe(names.length);
  });

  it.each([
    'C.UTF-8',
    'en_US.UTF-8',
    'de_DE.UTF-8',
    'pt_BR.UTF-8',
    'zh_CN.UTF-8',
    'en_IN',
    'hi_IN',
    'vi_VN',
    'eo',
    'sr_RS',
    'sr_RS@latin',
    'ca_ES.UTF-8',
    'ca_ES@valencia',
  ])('has %s', (name) => expect(names).toContain(name));

  it.each([
    'C',
    'POSIX',
    'en_US',
    'en_US.utf8',
    'en_IN.UTF-8',
    'vi_VN.UTF-8',
    'de_DE@euro',
    'ca_ES.UTF-8@valencia',
    'eu_FR.UTF-8',
    '',
  ])('does not have %j', (name) => expect(names).not.toContain(name));

  it('has nothing that a Nix string would have to escape', () => {
    expect(names.filter((name) => !/^[A-Za-z0-9_.@-]+$/.test(name))).toEqual([]);
  });

  it("spells them as this machine's glibc does", ({ skip }) => {
    skip(!existsSync(installed), `there is no ${installed} here`);
    const theirs = readFileSync(installed, 'utf8')
      .split('\n')
      .flatMap((line) => /^(\S+)[ /]UTF-8\b/.exec(line)?.[1] ?? []);
    const known = new Set(names.map(stem));
    const common = theirs.filter((name) => known.has(stem(name)));
    expect(names).toEqual(expect.arrayContaining(common));
    expect(common.length).toBeGreaterThan(300);
  });
});
