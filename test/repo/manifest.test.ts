import { describe, expect, it } from 'vitest';
import { blobHash } from '../../src/repo/manifest.js';

describe('blobHash', () => {
  it('is the name that git gives', () => {
    expect(blobHash('')).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
    expect(blobHash('hello\n')).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
  });
});
