/** `create-nixos-config facts`, as somebody types it for a bug report. */
import { describe, expect, it } from 'vitest';
import { layRoot, run } from '../support/program.js';
import { liveWithInstalled, roots } from './roots.js';

describe('facts', () => {
  it('are printed one a line, aligned, with where each was read', async () => {
    const outcome = await run(['facts'], { root: layRoot(roots.laptop) });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const lines = outcome.stdout.trimEnd().split('\n');
    expect(outcome.stdout).toMatch(/^Laptop +yes +\/sys\/class\/power_supply\/BAT0$/m);
    // label, value and source begin in the same place on each line
    const places = lines.map((line) => /^(.+? {2,})(.+? {2,})\S/.exec(line));
    expect(new Set(places.map((place) => place?.[1]?.length)).size).toBe(1);
    expect(new Set(places.map((place) => place?.[2]?.length)).size).toBe(1);
  });

  it('are one object with --json', async () => {
    const outcome = await run(['facts', '--json'], { root: layRoot(roots.desktop) });
    expect(outcome.code).toBe(0);
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      firmware: { value: 'uefi', source: '/sys/firmware/efi' },
      graphics: { value: ['0x8086:a780', '0x10de:2684'] },
      hasScreen: { value: true },
      hostname: { value: '(set)' },
    });
  });

  it('are those of another system with --root, beside those of this computer', async () => {
    const root = layRoot(liveWithInstalled);
    for (const words of [['--root', '/mnt'], ['--root=/mnt/']]) {
      const outcome = await run(['facts', '--json', ...words], { root });
      expect(JSON.parse(outcome.stdout)).toMatchObject({
        timeZone: { value: 'Europe/Berlin', source: '/etc/localtime' },
        product: { value: 'Laptop 13 (AMD Ryzen 7040Series)' },
      });
    }
    const here = await run(['facts', '--json', '--root', '/'], { root });
    expect(JSON.parse(here.stdout)).toMatchObject({ timeZone: { value: 'UTC' } });
  });

  it('of nothing at all are no failure', async () => {
    const outcome = await run(['facts'], { root: '/nonexistent' });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toContain('Platform');
  });

  it.each([
    [['facts', 'repo'], 'facts takes no directory, and "repo" is one.'],
    [['facts', '--yes'], 'facts does not take --yes.'],
    [['facts', '--hostname', 'x'], 'facts does not take --hostname.'],
    [['facts', '--root'], '--root needs a value'],
    [['facts', '--root', '/nowhere'], '--root: /nowhere is not a folder.'],
    [['facts', '--rot', '/mnt'], 'did you mean --root?'],
  ])('asked wrongly: %j', async (words, says) => {
    const outcome = await run(words);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(says);
  });
});
