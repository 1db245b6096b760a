/** Commands that are printed, as a shell takes them. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../src/cli/words.js';

/** The words that sh makes of a line. */
function read(line: string): readonly string[] {
  const text = execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' });
  return text.split('\0').slice(0, -1);
}

const hard = [
  ...[
    'a b',
    "it's",
    "''",
    '"',
    '$HOME',
    '${x}',
    '`id`',
    '\\',
    '*',
    '~',
    '!',
    '#x',
    'a#b',
    ';',
    '&',
  ],
  ...['', '\n', 'ä', '(x)', '[x]', '{a,b}', '<', '|', '=', 'a=b', '-x', '/etc/nixos#laptop'],
];

describe('a command line', () => {
  it.each(hard)('is read by a shell as it was meant: %j', (word) => {
    expect(read(commandLine(['x', word, 'y']))).toEqual(['x', word, 'y']);
  });

  it('has no quotes where a shell needs none', () => {
    const words = ['sudo', 'nixos-rebuild', 'switch', '--flake', '/home/leon/a_b.c#x', 'a@b:1,2%+'];
    expect(commandLine(words)).toBe(words.join(' '));
  });
});
