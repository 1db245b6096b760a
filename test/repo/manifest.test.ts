import { describe, expect, it } from 'vitest';
import { blobHash, manifest } from '../../src/repo/manifest.js';
import { plain } from '../support/answers.js';

describe('blobHash', () => {
  it('is the name that git gives', () => {
    expect(blobHash('')).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
    expect(blobHash('hello\n')).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
  });

  it('is of bytes, not of letters', () => {
    expect(blobHash('ä\n')).toBe(blobHash(Uint8Array.of(0xc3, 0xa4, 0x0a)));
    expect(blobHash('ä\n')).toBe('8be8316c70848caa99b9b3086c64976e82d1c17d');
  });
});

describe('the manifest', () => {
  const read = (answers: Partial<typeof plain> = {}) => {
    const files = [
      { path: 'a', text: 'hello\n' },
      { path: 'b', text: '', bytes: Buffer.from('hello\n') },
    ];
    const { path, text } = manifest({ ...plain, ...answers }, files);
    expect(path).toBe('.create-nixos-config.json');
    expect(text).toMatch(/^\{\n {2}"version": ".+",\n {2}"answers": \{\n {4}"/);
    expect(text.endsWith('}\n')).toBe(true);
    return JSON.parse(text);
  };

  it('has the hash of each file, of bytes where it has them', () => {
    const hash = 'ce013625030ba8dba906f756967f9e9ca394464a';
    expect(read().files).toEqual({ a: hash, b: hash });
  });

  it('has answers as the answers file has them: several are a list, none of them an empty one', () => {
    const { answers } = read({ languages: 'nix,bash', with: '', hostname: 'a-b' });
    expect(answers).toMatchObject({ languages: ['nix', 'bash'], with: [], hostname: 'a-b' });
  });

  it('leaves out the path of a hardware file, and what no question was asked for', () => {
    expect(read({ hardware: 'none' }).answers).toMatchObject({ hardware: 'none' });
    expect(read({ hardware: '/etc/x.nix' }).answers).not.toHaveProperty('hardware');
    expect(read({ disk: 'keep' }).answers).not.toHaveProperty('diskDevice');
    expect(read({ disk: 'luks', diskDevice: '/dev/x' }).answers).toHaveProperty('diskDevice');
  });
});
