import { describe, expect, it } from 'vitest';
import { drawExample } from '../../../src/terminal/prompts/examples.js';

describe('An example of a prompt', () => {
  it('has its colours, and ends without any', () => {
    expect(drawExample('&1;32mleon&0m in &36m~', 40, 'every')).toEqual([
      '\x1b[1;32mleon\x1b[0m in \x1b[36m~\x1b[0m',
    ]);
  });

  it('is plain text without colours', () => {
    expect(drawExample('&1;32mleon&0m in &36m~\n&34m$ ', 40, 'none')).toEqual(['leon in ~', '$']);
  });

  it('has the nearest colours where there are 256', () => {
    expect(drawExample('&38;2;255;0;0mx', 40, '256')).toEqual(['\x1b[38;5;196mx\x1b[0m']);
  });

  it('has at the right edge what stands there', () => {
    expect(drawExample('left\tright', 20, 'none')).toEqual(['left           right']);
    expect(drawExample('left\tright', 200, 'none')[0]).toHaveLength(71);
    expect(drawExample('&1mleft&0m\t&2mright', 20, 'every')).toEqual([
      '\x1b[1mleft\x1b[0m           \x1b[2mright\x1b[0m',
    ]);
  });

  it('is cut at the end of a narrow window', () => {
    expect(drawExample('&1mleon@framework&0m ~/nixos-config\tmain', 10, 'none')).toEqual([
      'leon@frame',
    ]);
    expect(drawExample('➜ ➜ ➜', 3, 'none')).toEqual(['➜ ➜']);
  });

  it('sends nothing to the terminal but letters and colours', () => {
    const evil = 'a\x1b[2Jb\x07c\x9b31md\x1b]0;title\x07e\rf&2Jg';
    const [line = ''] = drawExample(evil, 70, 'every');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    expect(line.replace(/\x1b\[[\d;]*m/g, '')).toBe('a[2Jbc31md]0;titleef&2Jg');
    expect(drawExample(evil, 70, 'none')).toEqual(['a[2Jbc31md]0;titleef&2Jg']);
  });
});
