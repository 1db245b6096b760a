/** What writers refuse, since a template has no quotes around it. */
import { describe, expect, it } from 'vitest';
import { writers } from '../../src/repo/helpers.js';

describe('the writer of', () => {
  it.each(['a', '/home/leon/nixos-config', 'nixpkgs/nixos-26.05', 'a_b+c.d'])(
    'paths takes %s',
    (text) => {
      expect(writers.path(text)).toBe(text);
    },
  );

  it.each([
    ...['', ' a', 'a ', 'a b', ';', 'a;b', '"', "a'", 'a\n', '${x}', '$HOME', '~/a'],
    ...['#a', '&a', 'ä'],
  ])('paths refuses %j', (text) => {
    expect(() => writers.path(text)).toThrow('not plain');
  });

  it.each(['`', 'a`b', 'a\nb', '\x1b[0m'])('code refuses %j', (text) => {
    expect(() => writers.code(text)).toThrow('not code');
  });

  it('code takes the rest as it is', () => {
    expect(writers.code('sudo "$x" \\ *')).toBe('sudo "$x" \\ *');
  });

  it('Markdown leaves nothing that begins something', () => {
    expect(writers.markdown('a*b_c`d <e> [f](g) #h $i ~j |k')).toBe(
      'a\\*b\\_c\\`d \\<e\\> \\[f\\]\\(g\\) \\#h \\$i \\~j \\|k',
    );
  });
});
