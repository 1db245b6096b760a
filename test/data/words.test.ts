import { describe, expect, it } from 'vitest';
import { Words } from '../../src/data/words.js';

const words = new Words(`
Europe/Berlin Europe/Paris
Asia/Ho_Chi_Minh Etc/UTC UTC
`);

describe('Words', () => {
  it.each(['Europe/Berlin', 'Europe/Paris', 'Asia/Ho_Chi_Minh', 'Etc/UTC', 'UTC'])(
    'has %s',
    (word) => {
      expect(words.has(word)).toBe(true);
    },
  );

  it.each([
    ...['', ' ', '\n', 'Berlin', 'Europe/Ber', 'Europe', 'TC', 'utc'],
    ...['Europe/Berlin Europe/Paris', 'Europe/Paris\nAsia/Ho_Chi_Minh', 'Europe/Oslo', '.*'],
  ])('does not have %j', (word) => {
    expect(words.has(word)).toBe(false);
  });

  it('lists them in their order', () => {
    const all = ['Europe/Berlin', 'Europe/Paris', 'Asia/Ho_Chi_Minh', 'Etc/UTC', 'UTC'];
    expect(words.list()).toEqual(all);
  });
});
