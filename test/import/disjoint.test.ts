import { describe, expect, it } from 'vitest';
import { disjoint } from '../../src/import/disjoint.js';
import { applyEdits } from '../../src/nix/edit.js';

/** The text in which `‹old›` stands for a place, with something else there. */
function replaced(marked: string, by: string): string {
  const [before = '', old = '', after = ''] = marked.split(/[‹›]/);
  const text = before + old + after;
  const edit = { from: before.length, to: before.length + old.length, text: by };
  return applyEdits(text, disjoint(text, [edit]));
}

describe('an edit', () => {
  it.each([
    ['x‹<nixpkgs>›', 'y', 'x y'],
    ['‹<nixpkgs>›./z', 'y', 'y ./z'],
    ['‹<nixpkgs>›..', 'y', 'y ..'],
    ['x ‹(a)› y', 'b', 'x b y'],
    ['x‹(a)›y', '', 'x y'],
    ['[‹(a)›y]', '', '[y]'],
    ['[x‹(a)›]', '', '[x]'],
    ['x‹(a)›y', '(b)', 'x(b)y'],
  ])('joins no two words: %s', (marked, by, expected) => {
    expect(replaced(marked, by)).toBe(expected);
  });

  it.each([
    ['‹(f x)›.lib', 'inputs.x', 'inputs.x.lib'],
    ['‹(f x)›."lib"', 'x', 'x."lib"'],
    ['‹(f x)›.lib', './x.nix', './x.nix .lib'],
    ['‹(f x)›.lib', '1', '1 .lib'],
  ])('stays what an attribute is selected of: %s', (marked, by, expected) => {
    expect(replaced(marked, by)).toBe(expected);
  });

  it('that only adds is as it was', () => {
    expect(applyEdits('xy', disjoint('xy', [{ from: 1, to: 1, text: 'a' }]))).toBe('xay');
  });

  it('within another, or there twice, is left out', () => {
    const outer = { from: 2, to: 8, text: '(o)' };
    const edits = [
      { from: 3, to: 5, text: 'i' },
      outer,
      { ...outer },
      { from: 8, to: 10, text: '' },
    ];
    expect(applyEdits('0 234567 9', disjoint('0 234567 9', edits))).toBe('0 (o)');
  });

  it('at one place with another is kept beside it', () => {
    const edits = ['a', 'b', 'a'].map((text) => ({ from: 1, to: 1, text }));
    expect(disjoint('xy', edits).map(({ text }) => text)).toEqual(['a', 'b', 'a']);
    expect(disjoint('xy', edits.slice(1, 2).concat(edits.slice(1, 2)))).toHaveLength(1);
  });
});
