import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/import/carry.js';
import { countsOf, drawReport } from '../../src/import/report.js';

const plain = (text: string) => text;
const style = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain };
const file = 'configuration.nix';
const many = Array.from({ length: 20 }, (_, at): Account => {
  return { option: `services.x.option${at}`, file, line: at + 5, fate: 'carried' };
});
const accounts: readonly Account[] = [
  { option: 'time.timeZone', file, line: 3, fate: 'answer', note: '--time-zone' },
  ...many,
  { option: 'a', file, line: 30, fate: 'left', note: `line 30: ${'what to do '.repeat(12)}` },
];

describe('the report', () => {
  it('counts every definition once, in lines that fit', () => {
    const counts = '22 definitions: 1 became answers, 20 carried over, 0 rewritten, 1 left for you';
    expect(countsOf(accounts, 80)).toEqual([counts]);
    const narrow = countsOf(accounts, 36);
    expect(narrow.join(' ')).toBe(counts);
    expect(narrow.every((line) => line.length <= 36)).toBe(true);
  });

  it('says what is true of a whole file once', () => {
    const note = 'line 9 can’t be read, so all of b.nix is as it was';
    const ofFile = (option: string, line: number): Account => {
      return { option, file: 'b.nix', line, fate: 'left', note };
    };
    const lines = drawReport([ofFile('a', 1), ofFile('b', 2), ...accounts], style, 80);
    expect(lines.filter((line) => line.includes('line 9'))).toHaveLength(1);
    expect(lines).toContain('  a  b.nix:1');
    expect(lines).toContain('  b  b.nix:2');
  });

  it('folds what is many, and shows what is left in full', () => {
    const lines = drawReport(accounts, style, 60);
    expect(lines).toContain('  time.timeZone  configuration.nix:3  --time-zone');
    expect(
      lines.some((line) => /^ {2}services\.x \(20\) +configuration\.nix:5–24$/.test(line)),
    ).toBe(true);
    expect(lines.join(' ').match(/what\s+to\s+do/g)).toHaveLength(12);
    expect(lines.every((line) => line.length <= 60)).toBe(true);
  });
});
