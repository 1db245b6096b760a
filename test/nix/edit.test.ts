import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/nix/edit.js';

describe('applyEdits', () => {
  it('makes them in any order', () => {
    const edits = [
      { from: 4, to: 5, text: 'E' },
      { from: 0, to: 1, text: '' },
      { from: 2, to: 2, text: '-' },
    ];
    expect(applyEdits('abcdef', edits)).toBe('b-cdEf');
    expect(applyEdits('abc', [])).toBe('abc');
  });

  it('refuses those that overlap', () => {
    const edits = [
      { from: 0, to: 3, text: '' },
      { from: 2, to: 4, text: '' },
    ];
    expect(() => applyEdits('abcdef', edits)).toThrow(RangeError);
  });
});
