import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { timeZones } from '../../src/data/time-zones.js';

const installed = '/usr/share/zoneinfo/tzdata.zi';

/** The zones and links of a compiled database's source, and the release that it is of. */
const readDatabase = (file: string): { version: string; names: string[] } => {
  const [first = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  const names = lines.flatMap((line) => {
    const [kind, one, two] = line.split(' ');
    return (kind === 'Z' ? one : kind === 'L' ? two : undefined) ?? [];
  });
  return { version: first.replace('# version ', ''), names };
};

describe('timeZones', () => {
  const names = timeZones.list();

  it('is sorted and has no name twice', () => {
    expect(names).toEqual([...new Set(names)].sort());
    expect(names).toHaveLength(597);
  });

  it.each([
    'UTC',
    'GMT',
    'GMT0',
    'Etc/UTC',
    'Etc/GMT+12',
    'Europe/Kyiv',
    'Europe/Kiev',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'America/Argentina/ComodRivadavia',
    'America/North_Dakota/New_Salem',
    'America/Port-au-Prince',
    'Antarctica/DumontDUrville',
    'EST5EDT',
    'Cuba',
    'US/Pacific',
    'Zulu',
  ])('has %s', (name) => expect(names).toContain(name));

  it.each(['Factory', 'posixrules', 'localtime', 'europe/berlin', 'Berlin', 'posix/UTC', ''])(
    'does not have %j',
    (name) => expect(names).not.toContain(name),
  );

  it('has nothing that a Nix string would have to escape', () => {
    expect(names.filter((name) => !/^[A-Za-z0-9_+/-]+$/.test(name))).toEqual([]);
  });

  it("agrees with this machine's database", ({ skip }) => {
    skip(!existsSync(installed), `there is no ${installed} here`);
    const { version, names: theirs } = readDatabase(installed);
    const same = theirs.filter((name) => name !== 'Factory').sort();
    // Names come, and stay for good: whichever is the newer one has all of the other.
    if (version === '2026f') expect(names).toEqual(same);
    else if (version < '2026f') expect(names).toEqual(expect.arrayContaining(same));
    else expect(same).toEqual(expect.arrayContaining([...names]));
  });
});
