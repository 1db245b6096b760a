/** What Nix and switch-to-configuration print about a change, read. */
import { describe, expect, it } from 'vitest';
import { packageChanges } from '../../src/effects/closures.js';
import { unitChanges } from '../../src/effects/units.js';

describe('nix store diff-closures', () => {
  it('is read as Nix prints it, colours and all', () => {
    // Nix 2.26, into a pipe
    const output =
      'foo: 1.0 → 2.0, \u001b[31;1m+2832.0 KiB\u001b[0m\nbar: ∅ → ε, \u001b[31;1m+2930.0 KiB\u001b[0m\nold: 1.0 → ∅, \u001b[32;1m-97.9 KiB\u001b[0m\n';
    expect(packageChanges(output)).toEqual([
      { name: 'foo', before: ['1.0'], after: ['2.0'], growth: 2832 * 1024 },
      { name: 'bar', before: [], after: ['ε'], growth: 2930 * 1024 },
      { name: 'old', before: ['1.0'], after: [], growth: -100250 },
    ]);
  });

  it.each([
    ['a size alone', 'glibc: +12.5 KiB', { before: [], after: [], growth: 12800 }],
    ['no size', 'systemd: 257.6 → 257.7', { before: ['257.6'], after: ['257.7'], growth: 0 }],
    [
      'several versions',
      'gcc: 13.3.0, 14.2.1 → 14.3.0, -1.5 MiB',
      { before: ['13.3.0', '14.2.1'], after: ['14.3.0'], growth: -1572864 },
    ],
    ['the units of newer Nix', 'x: 1 → 2, 2.0 GiB', { growth: 2 * 1024 ** 3 }],
  ])('with %s', (_, line, change) => {
    expect(packageChanges(line)).toEqual([expect.objectContaining(change)]);
  });

  it('leaves out what is no change', () => {
    expect(packageChanges("warning: you don't have Internet access\n\nerror: x\n")).toEqual([]);
  });
});

describe('dry-activate', () => {
  it('is read, and what is stopped and started again is restarted', () => {
    const output = `would stop the following units: a.service, b.service
would NOT stop the following changed units: display-manager.service
would activate the configuration...
would restart the following units: c.service
would start the following units: a.service, d.service
would reload the following units: dbus-broker.service
would NOT restart the following changed units: e.service`;
    expect(unitChanges(output)).toEqual({
      restarted: ['c.service', 'a.service'],
      started: ['d.service'],
      stopped: ['b.service'],
      reloaded: ['dbus-broker.service'],
      left: ['display-manager.service', 'e.service'],
    });
  });

  it('of nothing is nothing', () => {
    const none = { restarted: [], started: [], stopped: [], reloaded: [], left: [] };
    expect(unitChanges('would activate the configuration...\n')).toEqual(none);
  });

  it('has what the activation itself asks for too', () => {
    const output = `would stop the following units: a.service
would activate the configuration...
would stop the following units as well: b.service, c.service
would NOT restart the following changed units as well: d.service`;
    expect(unitChanges(output)).toMatchObject({
      stopped: ['a.service', 'b.service', 'c.service'],
      left: ['d.service'],
    });
  });
});
