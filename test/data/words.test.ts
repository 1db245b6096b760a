import { describe, expect, it } from 'vitest';
import { locales } from '../../src/data/locales.js';
import { timeZones } from '../../src/data/time-zones.js';
import { Words } from '../../src/data/words.js';

describe('Words', () => {
  it.each(Object.entries({ timeZones, locales }))('%s has each of its own', (_name, words) => {
    expect(words.list().filter((word) => !words.has(word))).toEqual([]);
  });

  it('has whole words only, one at a time', () => {
    const words = new Words('\nEurope/Belfast Europe/Belgrade\nUTC W-SU\n');
    expect(words.list()).toEqual(['Europe/Belfast', 'Europe/Belgrade', 'UTC', 'W-SU']);
    const others = ['', ' ', 'UT', 'TC', 'utc', 'UTC\n', 'Europe/Belgrade\nUTC', '\n'];
    expect([...others, 'Europe/Belfast Europe/Belgrade'].filter((each) => words.has(each))).toEqual(
      [],
    );
  });
});
