/** A target that holds something: refused, or added to, or replaced in part, as was asked for. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, run, temporaryFolder } from '../support/program.js';
import { lay, picture, plainRun } from './support.js';

const hardwareFile = 'hosts/nixos/hardware-configuration.nix';

/** As `nixos-generate-config` writes it, for a disk that is found by its label. */
const realHardware = `{ config, lib, pkgs, modulesPath, ... }:

{
  imports = [ (modulesPath + "/profiles/qemu-guest.nix") ];

  # this disk is old: throw it away soon
  fileSystems."/" = { device = "/dev/disk/by-label/nixos"; fsType = "ext4"; };

  swapDevices = [ ];
  nixpkgs.hostPlatform = lib.mkDefault "x86_64-linux";
}
`;

describe('without --merge or --overwrite', () => {
  it('a target that is not empty is refused with the list of what is in it', async () => {
    const folder = temporaryFolder();
    lay(folder, { 'notes.txt': 'mine', '.hidden': '', 'src/a.txt': '' });
    const before = picture(folder);
    const outcome = await run([folder, ...plainRun]);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toMatch(/is not empty/);
    expect(outcome.stderr).toMatch(/^ {2}\.hidden\n {2}notes\.txt\n {2}src$/m);
    expect(outcome.stderr).toContain('--merge');
    expect(outcome.stderr).toContain('--overwrite');
    expect(picture(folder)).toEqual(before);
  });

  it('a long list is cut, and the rest is counted', async () => {
    const folder = temporaryFolder();
    for (let at = 0; at < 25; at += 1) fs.writeFileSync(path.join(folder, `file-${at}`), '');
    const { code, stderr } = await run([folder, ...plainRun]);
    expect(code).toBe(1);
    expect(stderr).toContain('and 15 more');
  });

  it('names in the list cannot write to the terminal', async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'evil\u001b[2J\u001b]0;title\u0007'), '');
    const { code, stderr } = await run([folder, ...plainRun]);
    expect(code).toBe(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  });

  it('the same run twice is refused the second time', async () => {
    const folder = temporaryFolder();
    const args = [path.join(folder, 'repo'), ...plainRun];
    expect((await run(args)).code).toBe(0);
    const before = picture(folder);
    expect((await run(args)).code).toBe(1);
    expect(picture(folder)).toEqual(before);
  });
});

describe('--merge', () => {
  it('adds what is not there, leaves what differs, and shows the difference', async () => {
    const folder = temporaryFolder();
    lay(folder, { 'README.md': '# Mine\n', 'flake.nix': '{ mine = true; }\n', 'notes.txt': 'x' });
    const before = picture(folder);
    const outcome = await run([folder, ...plainRun, '--merge']);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const after = picture(folder);
    for (const [file, what] of Object.entries(before)) {
      if (what.startsWith('file')) expect(after[file], file).toBe(what);
    }
    expect(Object.keys(after)).toContain('hosts/nixos/home.nix');
    expect(outcome.stdout).toContain('differs, stays as it is');
    expect(outcome.stdout).toContain('-{ mine = true; }');
    expect(outcome.stdout).toMatch(/^ *\+ *description = /m);
    expect(outcome.stdout).toContain('-# Mine');
  });

  it('twice changes nothing the second time', async () => {
    const folder = temporaryFolder();
    expect((await run([folder, ...plainRun, '--merge'])).code).toBe(0);
    const before = picture(folder);
    const outcome = await run([folder, ...plainRun, '--merge']);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(picture(folder)).toEqual(before);
  });

  it('--dry-run shows the same and writes nothing', async () => {
    const folder = temporaryFolder();
    lay(folder, { 'README.md': '# Mine\n' });
    const before = picture(folder);
    const outcome = await run([folder, ...plainRun, '--merge', '--dry-run']);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toContain('-# Mine');
    expect(picture(folder)).toEqual(before);
  });
});

describe('--overwrite', () => {
  it('replaces what differs, deletes nothing, and never touches .git', async () => {
    const folder = temporaryFolder();
    lay(folder, {
      'README.md': '# Mine\n',
      'flake.nix': '{ mine = true; }\n',
      'notes.txt': 'x',
      'hosts/other/configuration.nix': '{ }',
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.git/flake.nix': 'mine',
    });
    const before = picture(folder);
    const outcome = await run([folder, ...plainRun, '--overwrite']);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const after = picture(folder);
    for (const file of [
      'notes.txt',
      'hosts/other/configuration.nix',
      '.git',
      '.git/HEAD',
      '.git/flake.nix',
    ]) {
      expect(after[file], file).toBe(before[file]);
    }
    expect(filesIn(folder)['flake.nix']).toContain('nixosConfigurations');
    expect(filesIn(folder)['README.md']).not.toContain('# Mine');
    expect(outcome.stdout).toContain('will be replaced');
  });

  it('keeps the mode of what it replaces', async () => {
    const folder = temporaryFolder();
    lay(folder, { 'README.md': '# Mine\n' });
    fs.chmodSync(path.join(folder, 'README.md'), 0o600);
    await run([folder, ...plainRun, '--overwrite']);
    expect(fs.statSync(path.join(folder, 'README.md')).mode & 0o777).toBe(0o600);
  });

  it.each(['--merge', '--overwrite'])(
    '%s never puts a placeholder in the place of a real hardware file',
    async (flag) => {
      const folder = temporaryFolder();
      lay(folder, { [hardwareFile]: realHardware });
      const outcome = await run([folder, ...plainRun, flag]);
      expect(outcome).toMatchObject({ code: 0, stderr: '' });
      expect(filesIn(folder)[hardwareFile]).toBe(realHardware);
    },
  );

  it('a placeholder that is named as a hardware file does not replace a real one either', async () => {
    const made = path.join(temporaryFolder(), 'made');
    expect((await run([made, ...plainRun])).code).toBe(0);
    const folder = temporaryFolder();
    lay(folder, { [hardwareFile]: realHardware });
    const placeholder = path.join(made, hardwareFile);
    await run([folder, ...plainRun, '--overwrite', '--hardware', placeholder]);
    expect(filesIn(folder)[hardwareFile]).toBe(realHardware);
  });

  it('a real hardware file does replace a placeholder', async () => {
    const folder = path.join(temporaryFolder(), 'repo');
    expect((await run([folder, ...plainRun])).code).toBe(0);
    const real = path.join(temporaryFolder(), 'hardware.nix');
    fs.writeFileSync(real, realHardware);
    const outcome = await run([folder, ...plainRun, '--overwrite', '--hardware', real]);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(filesIn(folder)[hardwareFile]).toBe(realHardware);
  });

  it('is not to be had together with --merge', async () => {
    const folder = temporaryFolder();
    const { code, stderr } = await run([folder, ...plainRun, '--overwrite', '--merge']);
    expect(code).toBe(2);
    expect(stderr).toContain('exclude each other');
  });
});
