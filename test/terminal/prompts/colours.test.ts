import { describe, expect, it } from 'vitest';
import { blocks, codesFor, depthOf } from '../../../src/terminal/prompts/colours.js';
import { styleFor } from '../../../src/terminal/style.js';

describe('What a terminal can show', () => {
  it.each([
    [{ COLORTERM: 'truecolor' }, 'every'],
    [{ COLORTERM: '24bit' }, 'every'],
    [{ COLORTERM: 'yes' }, '256'],
    [{ TERM: 'xterm-256color' }, '256'],
    [{ COLORTERM: 'truecolor', NO_COLOR: '1' }, 'none'],
    [{ COLORTERM: 'truecolor', TERM: 'dumb' }, 'none'],
  ])('with %j: %s', async (env, depth) => {
    expect(depthOf(await styleFor({ isTTY: true }, env), env)).toBe(depth);
  });

  it('is none in a pipe', async () => {
    const env = { COLORTERM: 'truecolor' };
    expect(depthOf(await styleFor({ isTTY: false }, env), env)).toBe('none');
  });
});

describe('Blocks of colours', () => {
  it('are what is behind spaces, and end with what was before', () => {
    expect(blocks(['ff8000', '001122'], 2, 'every')).toBe(
      '\x1b[48;2;255;128;0m  \x1b[48;2;0;17;34m  \x1b[0m',
    );
  });

  it.each([
    ['000000', 16],
    ['ffffff', 231],
    ['ff0000', 196],
    ['5f87af', 67],
    ['808080', 244],
    ['1e1e2e', 235], // the background of catppuccin-mocha: a grey is nearer than a blue
    ['89b4fa', 111],
  ])('#%s is number %i of 256', (hex, number) => {
    expect(blocks([hex], 1, '256')).toBe(`\x1b[48;5;${number}m \x1b[0m`);
  });

  it('are nothing without colours', () => {
    expect(blocks(['ff8000'], 2, 'none')).toBe('');
    expect(blocks([], 2, 'every')).toBe('');
  });
});

describe('Colours that a text brings', () => {
  it('stay as they are where every colour is shown', () => {
    expect(codesFor('1;38;2;137;180;250', 'every')).toBe('1;38;2;137;180;250');
  });

  it('are the nearest of 256 where it is these', () => {
    expect(codesFor('1;38;2;255;0;0;48;2;0;0;0', '256')).toBe('1;38;5;196;48;5;16');
    expect(codesFor('0;31;38;5;208', '256')).toBe('0;31;38;5;208');
  });
});
