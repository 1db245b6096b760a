import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/questions/nearest.js';

const words = ['docker', 'podman', 'nh', 'gh', 'direnv'];

describe('the nearest word', () => {
  it.each([
    ['dokcer', 'docker'],
    ['doc', 'docker'],
    ['denv', 'direnv'],
    ['nhh', 'nh'],
    ['NH', 'nh'],
  ])('to %s is %s', (typed, meant) => {
    expect(nearest(typed, words)).toBe(meant);
  });

  it('is of two that are as near the one that begins alike', () => {
    expect(nearest('fsh', ['zsh', 'bash', 'fish'])).toBe('fish');
    expect(nearest('fsh', ['fish', 'zsh'])).toBe('fish');
    expect(nearest('xsh', ['bash', 'zsh', 'fish'])).toBe('zsh');
  });

  it.each(['', 'x', 'zz', 'kubernetes'])('to %j is none', (typed) => {
    expect(nearest(typed, words)).toBeUndefined();
  });
});
