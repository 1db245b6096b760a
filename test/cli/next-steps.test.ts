/** What is left to do, for each kind of machine that the program can run on. */
import { describe, expect, it } from 'vitest';
import { freshNixos, type RootFiles } from '../support/context.js';
import { layRoot, run, temporaryFolder } from '../support/program.js';

interface Step {
  readonly text: string;
  readonly command?: string;
}

async function stepsOn(files: RootFiles, more: readonly string[] = []): Promise<readonly Step[]> {
  const cwd = temporaryFolder();
  const words = ['repo', '--username', 'leon', '--yes', '--json', '--no-lock', ...more];
  const outcome = await run(words, { cwd, root: layRoot(files) });
  expect(outcome.code, outcome.stderr).toBe(0);
  return (JSON.parse(outcome.stdout) as { nextSteps: readonly Step[] }).nextSteps;
}

const commands = (steps: readonly Step[]) => steps.flatMap(({ command }) => command ?? []);

describe('the next steps', () => {
  it('lend git to a system that has none of its own', async () => {
    expect((await stepsOn(freshNixos))[0]?.command).toBe('nix-shell -p git');
    const withGit = { ...freshNixos, 'run/current-system/sw/bin/git': '' };
    expect(commands(await stepsOn(withGit))).not.toContain('nix-shell -p git');
  });

  it('pin the inputs before anything is added or committed, so that the lock is in it', async () => {
    for (const more of [[], ['--no-git']]) {
      const all = commands(await stepsOn(freshNixos, more));
      const lock = all.findIndex((command) => command.includes('flake lock'));
      const add = all.findIndex((command) => command.includes('git add --all'));
      expect(lock).toBeGreaterThanOrEqual(0);
      expect(add).toBeGreaterThan(lock);
    }
  });

  it('install, where the installer’s live system runs', async () => {
    const live = {
      ...freshNixos,
      'etc/os-release': 'ID=nixos\nVERSION_ID="26.05"\nVARIANT_ID="installer"\n',
    };
    const all = commands(await stepsOn(live)).join('\n');
    expect(all).toContain('sudo nixos-generate-config --root /mnt --show-hardware-config >');
    expect(all).toMatch(/sudo nixos-install --flake \/.+#nixos/);
    expect(all).toContain("sudo nixos-enter --root /mnt -c 'passwd leon'");
    expect(all).not.toContain('nixos-rebuild');
  });

  it('bring the repo to another computer', async () => {
    const steps = await stepsOn(freshNixos, ['--hardware', 'none']);
    expect(steps[0]?.text).toContain('/home/leon/nixos-config');
    // what stands behind it is typed there, on a system that has been installed just now
    expect(steps[1]?.command).toBe('nix-shell -p git');
    expect(commands(steps)).toContain(
      'sudo nixos-rebuild switch --flake /home/leon/nixos-config#nixos',
    );
  });

  it('lead to the installer and the README, where the disk is laid out', async () => {
    const disk = ['--disk', 'plain', '--disk-device', '/dev/disk/by-id/nvme-X'];
    const steps = await stepsOn(freshNixos, ['--hardware', 'none', ...disk]);
    // the home that the repo goes to is on a disk that is not laid out yet
    expect(steps[0]?.text).toMatch(/from the NixOS installer/);
    expect(steps.map(({ text }) => text).join('\n')).not.toContain('/home/leon');
    expect(steps.at(-1)?.text).toContain('"Install it on its disk"');
    expect(commands(steps)).not.toContain('nix-shell -p git');
  });

  it('set a password for a user that is new, and for no other', async () => {
    expect(commands(await stepsOn(freshNixos))).not.toContain('sudo passwd leon');
    expect(commands(await stepsOn(freshNixos, ['--username', 'mia']))).toContain('sudo passwd mia');
  });

  it('give a repo that root wrote to its user', async () => {
    const isRoot = process.getuid?.() === 0;
    const all = commands(await stepsOn(freshNixos)).join('\n');
    expect(/chown -R leon: \/.+\/repo/.test(all)).toBe(isRoot);
  });
});

describe('a directory whose name can’t stand in a command', () => {
  it('wants --repo-path, since its commands would lead elsewhere', async () => {
    const cwd = temporaryFolder();
    const words = ['my config', '--username', 'leon', '--yes', '--no-git', '--no-lock'];
    const outcome = await run(words, { cwd, root: layRoot(freshNixos) });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('--repo-path');
  });
});
