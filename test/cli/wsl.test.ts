/** NixOS in Windows: what is written there has to start there. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RootFiles } from '../support/context.js';
import { filesIn, layRoot, run, temporaryFolder } from '../support/program.js';
import { StandIns } from '../support/stand-ins.js';

/** As NixOS-WSL ships it (modules/build-tarball.nix). */
const shipped = `# Edit this configuration file to define what should be installed on
# your system. Help is available in the configuration.nix(5) man page, on
# https://search.nixos.org/options and in the NixOS manual (\`nixos-help\`).

# NixOS-WSL specific options are documented on the NixOS-WSL repository:
# https://github.com/nix-community/NixOS-WSL

{ config, lib, pkgs, ... }:

{
  imports = [
    # include NixOS-WSL modules
    <nixos-wsl/modules>
  ];

  wsl.enable = true;
  wsl.defaultUser = "nixos";

  # This value determines the NixOS release from which the default
  # settings for stateful data, like file locations and database versions
  # on your system were taken. It's perfectly fine and recommended to leave
  # this value at the release version of the first install of this system.
  # Before changing this value read the documentation for this option
  # (e.g. man configuration.nix or on https://nixos.org/nixos/options.html).
  system.stateVersion = "26.05"; # Did you read the comment?
}
`;

const windows: RootFiles = {
  'etc/NIXOS': '',
  'etc/os-release': 'ID=nixos\nVERSION_ID="26.05"\n',
  'etc/hostname': 'nixos\n',
  'etc/passwd': 'root:x:0:0::/root:/bin/sh\nnixos:x:1000:100::/home/nixos:/bin/sh\n',
  'etc/nixos/configuration.nix': shipped,
  'proc/sys/kernel/osrelease': '5.15.167.4-microsoft-standard-WSL2\n',
  'proc/mounts': '/dev/sdc / ext4 rw 0 0\nC:\\134 /mnt/c 9p rw 0 0\n',
  // the card that WSL shows
  'sys/bus/pci/devices/0000:00:00.0/class': '0x030200\n',
  'sys/bus/pci/devices/0000:00:00.0/vendor': '0x1414\n',
  'sys/bus/pci/devices/0000:00:00.0/device': '0x008e\n',
};

/** What nixos-generate-config makes of what Windows has mounted. */
const scan = `{ lib, ... }:
{
  boot.initrd.availableKernelModules = [ ];
  fileSystems."/" = { device = "/dev/disk/by-uuid/1"; fsType = "ext4"; };
  fileSystems."/mnt/c" = { device = "C:\\\\"; fsType = "9p"; };
  nixpkgs.hostPlatform = lib.mkDefault "x86_64-linux";
}
`;

interface Written {
  readonly files: Readonly<Record<string, string>>;
  readonly host: (file: string) => string;
  readonly stdout: string;
  readonly scans: readonly unknown[];
}

async function written(
  words: readonly string[] = [],
  more: RootFiles = {},
  env: Record<string, string> = {},
): Promise<Written> {
  const cwd = temporaryFolder();
  const stand = new StandIns().add('nixos-generate-config', { prints: scan });
  const given = ['repo', '--yes', '--no-git', '--no-lock', ...words];
  const user = words.includes('--username') ? [] : ['--username', 'nixos'];
  const root = layRoot({ ...windows, ...more });
  const outcome = await run([...given, ...user], { cwd, root, path: stand.path, env });
  expect(outcome.code, outcome.stderr).toBe(0);
  const files = filesIn(path.join(cwd, 'repo'));
  const host = (file: string) => files[`hosts/nixos/${file}`] ?? '';
  return { files, host, stdout: outcome.stdout, scans: stand.calls('nixos-generate-config') };
}

function expectsWindows({ files, host, scans }: Written, branch: string): void {
  expect(files['flake.nix']).toContain(`"github:nix-community/NixOS-WSL/${branch}"`);
  expect(host('wsl.nix')).toContain('inputs.nixos-wsl.nixosModules.default');
  expect(host('wsl.nix')).toContain('enable = true;');
  expect(host('configuration.nix')).toContain('./wsl.nix');
  expect(host('configuration.nix')).not.toMatch(/boot\.loader|networkmanager|virtual-machine/);
  expect(host('home.nix')).toContain('cleanup');
  expect(host('home.nix')).not.toMatch(/boot/); // there is no menu
  expect(host('hardware-configuration.nix')).not.toContain('fileSystems');
  expect(host('hardware-configuration.nix')).toContain('hostPlatform');
  expect(scans).toEqual([]);
}

describe('NixOS in Windows', () => {
  it('is taken over whole as it is shipped', async () => {
    const all = await written();
    expectsWindows(all, 'release-26.05');
    expect(all.host('wsl.nix')).toContain('defaultUser = "nixos";');
    expect(Object.keys(all.files).join('\n')).not.toContain('carried-over');
    expect(all.stdout).toContain('4 definitions: 3 became answers, 0 carried over, 1 rewritten');
  });

  it('starts too where nothing is taken over', async () => {
    const words = ['--no-import', '--channel', 'nixos-unstable', '--username', 'nixos'];
    expectsWindows(await written(words), 'main');
  });

  it('leaves a hardware file alone that its configuration does not import', async () => {
    const stray = { 'etc/nixos/hardware-configuration.nix': scan };
    expectsWindows(await written([], stray), 'release-26.05');
    expectsWindows(await written(['--no-import'], stray), 'release-26.05');
  });

  it('keeps the hardware file that it has run with', async () => {
    const imported = shipped.replace('imports = [', 'imports = [ ./hardware-configuration.nix');
    const { host } = await written([], {
      'etc/nixos/configuration.nix': imported,
      'etc/nixos/hardware-configuration.nix': scan,
    });
    expect(host('hardware-configuration.nix')).toBe(scan);
  });

  it('gives another user the place of the one that Windows logs in', async () => {
    const { host, stdout } = await written(
      ['--username', 'leon'],
      {},
      { WSL_DISTRO_NAME: 'Nix-2' },
    );
    expect(host('wsl.nix')).toContain('defaultUser = "leon";');
    expect(stdout).toMatch(/sudo nixos-rebuild boot --flake \S+#nixos/);
    expect(stdout).toContain('wsl -t Nix-2; wsl -d Nix-2 --user root exit; wsl -t Nix-2');
    expect(stdout).not.toContain('passwd leon');
    expect(stdout).not.toContain('no password');
  });

  it('leaves that place to whom it belongs, where the other is here already', async () => {
    const { files, host, stdout } = await written(['--username', 'eva'], {
      'etc/passwd': `${windows['etc/passwd']}eva:x:1001:100::/home/eva:/bin/sh\n`,
    });
    expect(files['hosts/nixos/carried-over/configuration.nix']).toContain(
      'wsl.defaultUser = "nixos";',
    );
    expect(host('wsl.nix')).not.toContain('defaultUser');
    expect(stdout).toMatch(/sudo nixos-rebuild switch --flake/);
  });

  it.each([
    ['--boot-loader', 'grub', 'does not start NixOS in Windows'],
    ['--desktop', 'gnome', 'needs a screen of its own'],
    ['--graphics', 'intel', 'Windows has it'],
    ['--kernel', 'zen', 'Windows, which brings the kernel'],
    ['--disk', 'luks', 'Windows has it'],
    ['--with', 'zram', 'Windows looks after itself'],
  ])('takes no %s %s', async (flag, value, why) => {
    const words = ['repo', '--yes', '--username', 'nixos', flag, value];
    const { code, stderr } = await run(words, { cwd: temporaryFolder(), root: layRoot(windows) });
    expect(code).toBe(2);
    expect(stderr).toContain(`${flag}: `);
    expect(stderr).toContain(why);
  });

  it('still starts programs of Windows beside AppImages', async () => {
    expect((await written(['--with', 'appimage'])).host('wsl.nix')).toContain('interop.register');
    expect((await written()).host('wsl.nix')).not.toContain('interop.register');
  });

  it('is no choice for a computer that is none', async () => {
    const root = layRoot({ ...windows, 'proc/sys/kernel/osrelease': '6.12.3\n' });
    const words = ['repo', '--yes', '--username', 'nixos', '--boot-loader', 'wsl'];
    const { code, stderr } = await run(words, { cwd: temporaryFolder(), root });
    expect(code).toBe(2);
    expect(stderr).toContain('is for NixOS in Windows, which this is not');
  });

  it('can be written for from elsewhere, and is no placeholder', async () => {
    const cwd = temporaryFolder();
    const words = ['repo', '--yes', '--no-git', '--no-lock', '--username', 'leon'];
    const outcome = await run([...words, '--boot-loader', 'wsl'], { cwd });
    expect(outcome.code, outcome.stderr).toBe(0);
    const at = path.join(cwd, 'repo/hosts/nixos/hardware-configuration.nix');
    expect(fs.readFileSync(at, 'utf8')).not.toContain('throw');
    expect(outcome.stdout).not.toContain('nixos-generate-config');
  });
});
