/** What a check looks at, laid out by a test: all is well but for what the test says. */
import type { Situation } from '../../src/checks/check.js';
import { gibi } from '../../src/checks/sizes.js';
import { accounts } from '../../src/machine/accounts.js';
import { rootAt } from '../../src/machine/read.js';
import { layRoot } from '../support/program.js';

export type Laid = Readonly<Record<string, string | { link: string }>>;

export const uuid = '0b8f9b4e-6a53-4c5f-9d6e-2f4f7f6f6c11';

export const hardware = `{ config, lib, pkgs, modulesPath, ... }:
{
  fileSystems."/" =
    { device = "/dev/disk/by-uuid/${uuid}";
      fsType = "ext4";
    };

  fileSystems."/boot" =
    { device = "/dev/disk/by-uuid/12CE-A600";
      fsType = "vfat";
      options = [ "fmask=0077" "dmask=0077" ];
    };
}
`;

/** The disks of a fresh installation with UEFI. */
export const disks: Laid = {
  'proc/mounts': `proc /proc proc rw 0 0
/dev/nvme0n1p2 / ext4 rw,relatime 0 0
/dev/nvme0n1p2 /nix/store ext4 ro,relatime 0 0
systemd-1 /boot autofs rw 0 0
/dev/nvme0n1p1 /boot vfat rw,relatime,fmask=0077,dmask=0077 0 0
`,
  [`dev/disk/by-uuid/${uuid}`]: { link: '../../nvme0n1p2' },
  'dev/disk/by-uuid/12CE-A600': { link: '../../nvme0n1p1' },
};

const passwd = `root:x:0:0::/root:/bin/sh
leon:x:1000:100:Leon:/home/leon:/bin/sh
nobody:x:65534:65534::/var/empty:/bin/sh
`;

interface Given extends Partial<Omit<Situation, 'root' | 'files'>> {
  /** Files of the machine, in place of {@link disks}. */
  readonly machine?: Laid;
  /** Files of the repo, besides the hardware file. */
  readonly files?: Readonly<Record<string, string>>;
}

export function situation({ machine = disks, files = {}, ...given }: Given = {}): Situation {
  const root = rootAt(layRoot({ 'etc/passwd': passwd, ...machine }));
  return {
    root,
    files: new Map(
      Object.entries({ 'hosts/laptop/hardware-configuration.nix': hardware, ...files }),
    ),
    host: 'laptop',
    username: 'leon',
    hasDesktop: false,
    hostnameNow: 'laptop',
    hostnameChosen: false,
    accounts: accounts(root),
    freeAt: () => 100 * gibi,
    sizeOf: () => undefined,
    mayEnter: () => true,
    git: async () => undefined,
    servers: [],
    hasProxy: false,
    isReachable: async () => true,
    ...given,
  };
}

/** The hardware file with another root file system. */
export function hardwareWith(rootFileSystem: string): Readonly<Record<string, string>> {
  const text = `{ fileSystems."/" = { ${rootFileSystem} }; }`;
  return { 'hosts/laptop/hardware-configuration.nix': text };
}
