import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { filesIn, run } from '../support/program.js';
import { freshNixos } from './machines.js';
import { answersAtTheEnd, openAtSummary, summary } from './way.js';

vi.setConfig({ testTimeout: 120_000 });

/** A fresh NixOS whose firmware says what computer it is. */
function framework(): string {
  const root = freshNixos();
  const files = {
    'sys/class/dmi/id/sys_vendor': 'Framework\n',
    'sys/class/dmi/id/product_name': 'Laptop 13 (AMD Ryzen 7040Series)\n',
    'proc/cpuinfo': 'vendor_id\t: AuthenticAMD\nmodel name\t: AMD Ryzen 7 7840U\n\n',
  };
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  }
  return root;
}

const configuration = (repo: string) => filesIn(repo)['hosts/framework/configuration.nix'] ?? '';

describe('A profile that the machine calls for', () => {
  it('is asked for with its evidence, and Enter accepts it', async () => {
    const { terminal, repo } = openAtSummary([], { root: framework() });
    await terminal.waitForPrompt('Hardware profile');
    await terminal.waitFor('❯ ◼ framework-13-7040-amd');
    expect(terminal.text()).toContain(
      'sys_vendor Framework, product_name Laptop 13 (AMD Ryzen 7040Series)',
    );
    terminal.press('enter');
    await terminal.waitForPrompt(summary.message);
    expect(terminal.text()).toMatch(/Hardware profile +framework-13-7040-amd +this machine/);
    expect(await answersAtTheEnd(terminal, repo)).toMatchObject({
      hardwareProfile: ['framework-13-7040-amd'],
    });
    expect(configuration(repo)).toContain(
      'inputs.nixos-hardware.nixosModules.framework-13-7040-amd',
    );
  });

  it('can be left', async () => {
    const { terminal, repo } = openAtSummary([], { root: framework() });
    await terminal.waitFor('❯ ◼ framework-13-7040-amd');
    terminal.type(' ');
    await terminal.waitFor('❯ ◻ framework-13-7040-amd');
    terminal.press('enter');
    await terminal.waitForPrompt(summary.message);
    expect(await answersAtTheEnd(terminal, repo)).toMatchObject({ hardwareProfile: [] });
    expect(configuration(repo)).not.toContain('nixos-hardware');
  });

  it('is not asked for where one is given', async () => {
    const args = ['--hardware-profile', 'none'];
    const { terminal } = openAtSummary(args, { root: framework() });
    await terminal.waitForPrompt(summary.message);
    expect(terminal.text()).not.toContain('◇ Hardware profile');
  });

  it('is not taken where nobody is asked, and a note says what there is', async () => {
    const outcome = await run(['nixos', '--dry-run', '--yes'], { root: framework() });
    expect(outcome.code).toBe(0);
    expect(outcome.stdout.replace(/\s+/g, ' ')).toContain(
      'for this machine (sys_vendor Framework, product_name Laptop 13 (AMD Ryzen 7040Series)) there is --hardware-profile framework-13-7040-amd',
    );
    expect(outcome.stdout).not.toContain('nixosModules');
  });
});
