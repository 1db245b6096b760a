/** Presets: whole sets of answers, which the questions take as their defaults. */
import { describe, expect, it } from 'vitest';
import { presets } from '../../src/choices/presets.js';
import { resolveAnswers } from '../../src/questions/answers.js';
import { questions } from '../../src/questions/table.js';
import { sshKey } from '../support/answers.js';
import { contextOf, freshNixos } from '../support/context.js';

async function resolve(given: Record<string, string>, machine = freshNixos) {
  const map = new Map(Object.entries(given).map(([name, value]) => [name, { value, source: 'x' }]));
  const { answers, wrong, missing } = await resolveAnswers(
    map,
    contextOf(machine),
    async (_question, standard) => standard,
  );
  expect(wrong).toEqual([]);
  return { answers, missing: missing.map(({ name }) => name) };
}

describe('a preset', () => {
  it.each(presets)('$value names questions, with answers that they take', async (preset) => {
    const names = questions.map(({ name }) => name as string);
    expect(Object.keys(preset.answers).filter((name) => !names.includes(name))).toEqual([]);
    const { answers } = await resolve({ preset: preset.value });
    const found = Object.fromEntries([...answers].map(([name, { value }]) => [name, value]));
    expect(found).toMatchObject(preset.answers);
    for (const name of Object.keys(preset.answers)) {
      expect(answers.get(name as never)?.source).toBe(`preset ${preset.value}`);
    }
  });

  it('is changed answer by answer', async () => {
    const { answers } = await resolve({ preset: 'gaming', desktop: 'gnome' });
    expect(answers.get('desktop')).toMatchObject({ value: 'gnome', given: true });
    expect(answers.get('with')?.value).toContain('steam');
  });

  it('loses only what other answers rule out', async () => {
    const { answers } = await resolve({ preset: 'gaming', unfree: 'no' });
    const extras = answers.get('with')?.value.split(',') ?? [];
    expect(extras).not.toContain('steam');
    expect(extras.length).toBeGreaterThan(0);
    expect(answers.get('with')?.note).toBe('without steam: needs unfree packages');
  });

  it('says which of its answers was passed over, and why', async () => {
    const { answers } = await resolve({ preset: 'gaming', graphics: 'nvidia-legacy' });
    expect(answers.get('kernel')).toMatchObject({
      value: 'default',
      note: expect.stringMatching(/^preset gaming has latest, which /),
    });
  });

  it('takes no desktop and no service from a machine that has it', async () => {
    const old = String(freshNixos['etc/nixos/configuration.nix']).replace(
      '  system.stateVersion',
      '  services.desktopManager.plasma6.enable = true;\n  hardware.bluetooth.enable = true;\n  system.stateVersion',
    );
    const machine = { ...freshNixos, 'etc/nixos/configuration.nix': old };
    const { answers } = await resolve({ preset: 'developer' }, machine);
    expect(answers.get('desktop')).toMatchObject({ value: 'plasma', source: '/etc/nixos' });
    const extras = answers.get('with')?.value.split(',') ?? [];
    expect(extras).toEqual(expect.arrayContaining(['bluetooth', 'direnv']));
  });

  it('for a server asks for a key, since nobody could log in without one', async () => {
    expect((await resolve({ preset: 'server' })).missing).toEqual(['sshKey']);
    const { answers, missing } = await resolve({ preset: 'server', sshKey });
    expect(missing).toEqual([]);
    expect(answers.get('sshKey')?.value).toBe(sshKey);
  });
});
