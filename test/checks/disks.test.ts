/** The checks of disks: what is mounted, what is encrypted, and what room there is. */
import { describe, expect, it } from 'vitest';
import { bootMounted } from '../../src/checks/boot-mounted.js';
import { bootRoom } from '../../src/checks/boot-room.js';
import { devices } from '../../src/checks/devices.js';
import { diskRoom } from '../../src/checks/disk-room.js';
import { encryption } from '../../src/checks/encryption.js';
import { layersBelow } from '../../src/checks/layers.js';
import { gibi, mebi, size } from '../../src/checks/sizes.js';
import { whatIsNotMounted } from '../../src/checks/target-disks.js';
import { disks, hardware, hardwareWith, type Laid, situation, uuid } from './situation.js';

const mounted = (line: string): Laid => ({ 'proc/mounts': `${line}\n` });
const uuids = (name: string): Laid => ({
  [`dev/disk/by-uuid/${uuid}`]: { link: `../../${name}` },
});

describe('the devices of the hardware file', () => {
  it('are the ones that are mounted', () => {
    expect(devices(situation())).toEqual({
      mark: 'good',
      text: 'The disks are the ones that are mounted: /, /boot',
    });
  });

  const root = `device = "/dev/disk/by-uuid/${uuid}"; fsType = "ext4";`;
  it.each<{ name: string; fileSystem: string; machine: Laid; mark: string }>([
    {
      name: 'a UUID',
      fileSystem: root,
      machine: { ...mounted('/dev/sda2 / ext4 rw 0 0'), ...uuids('sda2') },
      mark: 'good',
    },
    {
      name: 'the UUID of another partition',
      fileSystem: root,
      machine: { ...mounted('/dev/sda2 / ext4 rw 0 0'), ...uuids('sda3') },
      mark: 'bad',
    },
    {
      name: 'a UUID of another machine',
      fileSystem: root,
      machine: {
        ...mounted('/dev/sda2 / ext4 rw 0 0'),
        'dev/disk/by-uuid/other': { link: '../../sda2' },
      },
      mark: 'bad',
    },
    {
      name: 'a UUID, where udev shows none',
      fileSystem: root,
      machine: mounted('/dev/sda2 / ext4 rw 0 0'),
      mark: 'unknown',
    },
    {
      name: 'a label with a space',
      fileSystem: 'device = "/dev/disk/by-label/my\\\\x20disk"; fsType = "ext4";',
      machine: {
        ...mounted('/dev/sda2 / ext4 rw 0 0'),
        'dev/disk/by-label/my\\x20disk': { link: '../../sda2' },
      },
      mark: 'good',
    },
    {
      name: 'the option label',
      fileSystem: 'label = "nixos"; fsType = "ext4";',
      machine: {
        ...mounted('/dev/sda2 / ext4 rw 0 0'),
        'dev/disk/by-label/nixos': { link: '../../sda2' },
      },
      mark: 'good',
    },
    {
      name: 'UUID= as in fstab',
      fileSystem: `device = "UUID=${uuid}"; fsType = "ext4";`,
      machine: { ...mounted('/dev/sda2 / ext4 rw 0 0'), ...uuids('sda2') },
      mark: 'good',
    },
    {
      name: 'a partition’s UUID',
      fileSystem: 'device = "/dev/disk/by-partuuid/ab-01"; fsType = "ext4";',
      machine: {
        ...mounted('/dev/sda2 / ext4 rw 0 0'),
        'dev/disk/by-partuuid/ab-01': { link: '../../sda2' },
      },
      mark: 'good',
    },
    {
      name: 'a path',
      fileSystem: 'device = "/dev/sda2"; fsType = "ext4";',
      machine: mounted('/dev/sda2 / ext4 rw 0 0'),
      mark: 'good',
    },
    {
      name: 'another path',
      fileSystem: 'device = "/dev/sdb2"; fsType = "ext4";',
      machine: mounted('/dev/sda2 / ext4 rw 0 0'),
      mark: 'bad',
    },
    {
      name: 'an unlocked device by its name',
      fileSystem: 'device = "/dev/mapper/luks-1"; fsType = "ext4";',
      machine: {
        ...mounted('/dev/mapper/luks-1 / ext4 rw 0 0'),
        'dev/mapper/luks-1': { link: '../dm-0' },
      },
      mark: 'good',
    },
    {
      name: 'a UUID on LVM',
      fileSystem: root,
      machine: {
        ...mounted('/dev/mapper/vg-root / ext4 rw 0 0'),
        'dev/mapper/vg-root': { link: '../dm-1' },
        ...uuids('dm-1'),
      },
      mark: 'good',
    },
    {
      name: 'a dataset of ZFS',
      fileSystem: 'device = "rpool/root"; fsType = "zfs";',
      machine: mounted('rpool/root / zfs rw 0 0'),
      mark: 'good',
    },
    {
      name: 'another dataset of ZFS',
      fileSystem: 'device = "rpool/root"; fsType = "zfs";',
      machine: mounted('tank/root / zfs rw 0 0'),
      mark: 'bad',
    },
    {
      name: 'a root in memory',
      fileSystem: 'device = "none"; fsType = "tmpfs";',
      machine: mounted('tmpfs / tmpfs rw 0 0'),
      mark: 'good',
    },
    {
      name: 'a subvolume of btrfs',
      fileSystem: `device = "/dev/disk/by-uuid/${uuid}"; fsType = "btrfs"; options = [ "subvol=@" "compress=zstd" ];`,
      machine: { ...mounted('/dev/sda2 / btrfs rw,subvolid=256,subvol=/@ 0 0'), ...uuids('sda2') },
      mark: 'good',
    },
    {
      name: 'another subvolume of btrfs',
      fileSystem: `device = "/dev/disk/by-uuid/${uuid}"; fsType = "btrfs"; options = [ "subvol=root" ];`,
      machine: { ...mounted('/dev/sda2 / btrfs rw,subvolid=256,subvol=/@ 0 0'), ...uuids('sda2') },
      mark: 'bad',
    },
    {
      name: 'a btrfs on two disks, whose UUID leads to the second',
      fileSystem: `device = "/dev/disk/by-uuid/${uuid}"; fsType = "btrfs";`,
      machine: {
        ...mounted('/dev/sda2 / btrfs rw,subvol=/ 0 0'),
        ...uuids('sdb2'),
        [`sys/fs/btrfs/${uuid}/devices/sda2`]: '',
        [`sys/fs/btrfs/${uuid}/devices/sdb2`]: '',
      },
      mark: 'good',
    },
    {
      name: 'a bcachefs on two disks',
      fileSystem: `device = "UUID=${uuid}"; fsType = "bcachefs";`,
      machine: { ...mounted('/dev/sda2:/dev/sdb2 / bcachefs rw 0 0'), ...uuids('sda2') },
      mark: 'unknown',
    },
    {
      name: 'a value that is not a string',
      fileSystem: 'device = disk; fsType = "ext4";',
      machine: mounted('/dev/sda2 / ext4 rw 0 0'),
      mark: 'unknown',
    },
  ])('by $name: $mark', ({ fileSystem, machine, mark }) => {
    const found = devices(situation({ machine, files: hardwareWith(fileSystem) }));
    expect(found.mark, found.text).toBe(mark);
  });

  it('where they are not: what is to be, what is, and how to mend it; only a build is left', () => {
    const found = devices(situation({ machine: { ...disks, ...uuids('sdb1') }, files: {} }));
    expect(found).toMatchObject({ mark: 'bad', stops: 'no-boot' });
    const fix = found.mark === 'bad' ? found.fix.join('\n') : '';
    expect(fix).toContain(`/dev/disk/by-uuid/${uuid}`);
    expect(fix).toContain('/dev/nvme0n1p2');
    expect(fix).toContain('nixos-generate-config --show-hardware-config');
  });

  it('that are not mounted are another machine’s, but for those that are mounted on demand', () => {
    const only = { ...disks, 'proc/mounts': '/dev/nvme0n1p2 / ext4 rw 0 0\n' };
    expect(devices(situation({ machine: only })).mark).toBe('bad');
    const onDemand = hardware.replace('"fmask=0077"', '"x-systemd.automount"');
    const files = { 'hosts/laptop/hardware-configuration.nix': onDemand };
    expect(devices(situation({ machine: only, files })).mark).toBe('good');
  });

  it('that are not mounted and that nothing names are called so', () => {
    const named = hardware.replace(/device = "[^"]*12CE-A600";/, '');
    const files = { 'hosts/laptop/hardware-configuration.nix': named };
    const machine = { ...disks, 'proc/mounts': '/dev/nvme0n1p2 / ext4 rw 0 0\n' };
    const found = devices(situation({ machine, files }));
    expect(found.mark === 'bad' && found.fix.slice(0, 2)).toEqual([
      '  /boot is to be a device that is not named',
      '        and is    not mounted',
    ]);
  });

  it('that a start does not need are not looked at', () => {
    const more = hardware.replace(/\}\s*$/, '  fileSystems."/games".device = "/dev/sdz1"; }');
    const files = { 'hosts/laptop/hardware-configuration.nix': more };
    expect(devices(situation({ files })).mark).toBe('good');
  });

  it.each([
    ['no list of mounts', { machine: {} }],
    ['an empty one', { machine: { 'proc/mounts': '\n' } }],
    [
      'no file system in the files',
      { files: { 'hosts/laptop/hardware-configuration.nix': '{ }' } },
    ],
    ['a file that is no Nix', { files: { 'hosts/laptop/hardware-configuration.nix': '}{"' } }],
  ])('can not be compared with %s', (_, given) => {
    expect(devices(situation(given)).mark).toBe('unknown');
  });
});

describe('an encrypted disk', () => {
  const encrypted: Laid = {
    'proc/mounts': '/dev/mapper/luks-1 / ext4 rw 0 0\n/dev/sda1 /boot vfat rw 0 0\n',
    'dev/mapper/luks-1': { link: '../dm-0' },
    'sys/class/block/dm-0/slaves/sda2/x': '',
    'sys/class/block/dm-0/dm/uuid': 'CRYPT-LUKS2-0b8f9b4e-luks-1\n',
    'sys/class/block/dm-0/dm/name': 'luks-1\n',
    'dev/disk/by-uuid/aaaa': { link: '../../sda2' },
  };
  const unlocks = (text: string) => ({ 'hosts/laptop/configuration.nix': `{ ${text} }` });

  it('that is not there is nothing to say', () => {
    expect(encryption(situation())).toBeUndefined();
  });

  it.each([
    'boot.initrd.luks.devices."luks-1".device = "/dev/disk/by-uuid/aaaa";',
    'boot.initrd.luks.devices = { "luks-1" = { device = "/dev/disk/by-uuid/aaaa"; }; };',
    'boot.initrd.luks.devices.cryptroot.device = "/dev/disk/by-uuid/aaaa";',
  ])('is unlocked by %s', (text) => {
    const found = encryption(situation({ machine: encrypted, files: unlocks(text) }));
    expect(found).toMatchObject({ mark: 'good' });
  });

  it.each(['', 'boot.initrd.luks.devices.other.device = "/dev/disk/by-uuid/bbbb";'])(
    'is not unlocked by "%s", and only a build is left',
    (text) => {
      const found = encryption(situation({ machine: encrypted, files: unlocks(text) }));
      expect(found).toMatchObject({ mark: 'bad', stops: 'no-boot' });
      expect(found?.text).toContain('luks-1');
    },
  );

  it('is found below LVM', () => {
    const machine = {
      ...encrypted,
      'proc/mounts': '/dev/mapper/vg-root / ext4 rw 0 0\n',
      'dev/mapper/vg-root': { link: '../dm-1' },
      'sys/class/block/dm-1/dm/uuid': 'LVM-abc\n',
      'sys/class/block/dm-1/slaves/dm-0/x': '',
    };
    expect(encryption(situation({ machine, files: unlocks('') }))).toMatchObject({ mark: 'bad' });
  });

  it('has layers that come to an end, where they lie below each other', () => {
    const slaves = (of: string, ...below: string[]) =>
      Object.fromEntries(below.map((name) => [`sys/class/block/${of}/slaves/${name}/x`, '']));
    const { root } = situation({
      machine: { ...slaves('dm-0', 'dm-1'), ...slaves('dm-1', 'dm-0') },
    });
    expect(layersBelow(root, 'dm-0').length).toBeLessThan(20);
    const plain = situation({
      machine: { ...slaves('dm-2', 'dm-1'), ...slaves('dm-1', 'sda', 'sdb') },
    });
    expect(layersBelow(plain.root, 'dm-2')).toEqual(['dm-2', 'dm-1', 'sda', 'sdb']);
  });

  it('is found by its name, where the kernel shows no more', () => {
    const machine = {
      'proc/mounts': '/dev/mapper/luks-1 / ext4 rw 0 0\n',
      'dev/mapper/luks-1': { link: '../dm-0' },
    };
    expect(encryption(situation({ machine }))).toMatchObject({ mark: 'bad' });
  });
});

describe('the boot partition', () => {
  it('that is mounted and not named any more leaves only a build', () => {
    const files = hardwareWith('device = "/dev/nvme0n1p2"; fsType = "ext4";');
    expect(bootMounted(situation({ files }))).toMatchObject({ mark: 'bad', stops: 'no-boot' });
    expect(bootMounted(situation())).toBeUndefined();
  });

  const kernel = (path: string) => (path.endsWith('kernel') ? 14 : 26) * mebi;

  it.each([
    { free: 200, mark: 'good' },
    { free: 60, mark: 'good' },
    { free: 59, mark: 'bad' },
    { free: 0, mark: 'bad' },
  ])('with $free MB for a kernel of 40 and half as much: $mark', ({ free, mark }) => {
    const found = bootRoom(situation({ freeAt: () => free * mebi, sizeOf: kernel }));
    expect(found).toMatchObject({ mark });
    expect(found?.text).toContain('60 MB');
  });

  it('that GRUB reads no kernel from need not have room for one', () => {
    const grub = { 'hosts/laptop/configuration.nix': '{ boot.loader.grub.enable = true; }' };
    const machine = {
      'proc/mounts': '/dev/sda2 / ext4 rw 0 0\n/dev/sda1 /boot/efi vfat rw 0 0\n',
    };
    const freeAt = () => 1 * mebi;
    expect(bootRoom(situation({ machine, freeAt, files: grub }))).toBeUndefined();
    expect(bootRoom(situation({ machine, freeAt }))).toMatchObject({ mark: 'bad' });
    expect(bootRoom(situation({ freeAt, files: grub }))).toMatchObject({ mark: 'bad' });
  });

  it('is not there: nothing to say; not readable: unknown', () => {
    const machine = { 'proc/mounts': '/dev/sda1 / ext4 rw 0 0\n' };
    expect(bootRoom(situation({ machine }))).toBeUndefined();
    expect(bootRoom(situation({ freeAt: () => undefined }))).toMatchObject({ mark: 'unknown' });
    expect(bootRoom(situation({ machine: {} }))).toMatchObject({ mark: 'unknown' });
  });
});

describe('the disk', () => {
  it.each([
    { free: 5, hasDesktop: false, mark: 'good' },
    { free: 4.9, hasDesktop: false, mark: 'bad' },
    { free: 12, hasDesktop: true, mark: 'good' },
    { free: 11, hasDesktop: true, mark: 'bad' },
  ])('with $free GB free, a desktop $hasDesktop: $mark', ({ free, hasDesktop, mark }) => {
    const found = diskRoom(situation({ freeAt: () => free * gibi, hasDesktop }));
    expect(found.mark).toBe(mark);
    // a build that works has shown that it was enough
    if (found.mark === 'bad') expect(found.stops).toBe('build');
  });
});

it.each([
  [0, '0 MB'],
  [412.4 * 1 * mebi, '412 MB'],
  [gibi - 1 * mebi, '1023 MB'],
  [gibi, '1 GB'],
  [7.5 * gibi, '7.5 GB'],
  [20 * gibi, '20 GB'],
  [61.74 * gibi, '61.7 GB'],
])('%d bytes are read as %s', (bytes, text) => {
  expect(size(bytes)).toBe(text);
});

describe('the disks of a target', () => {
  const hardwareFile = `{ fileSystems."/" = { device = "/dev/disk/by-uuid/${uuid}"; fsType = "x"; }; }`;
  const at = (source: string, type: string, more: Laid = {}) => {
    const root = situation({
      machine: { ...mounted(`${source} /mnt ${type} rw,subvol=/ 0 0`), ...uuids('sda1'), ...more },
    }).root;
    const facts = { machine: root, target: '/mnt', firmware: undefined };
    return whatIsNotMounted(facts, hardwareFile, 'grub');
  };

  it.each<{ name: string; source: string; type: string; more?: Laid }>([
    { name: 'one', source: '/dev/sda1', type: 'ext4' },
    { name: 'several of bcachefs', source: '/dev/sda1:/dev/sdb1', type: 'bcachefs' },
    {
      name: 'several of btrfs',
      source: '/dev/sdb1',
      type: 'btrfs',
      more: {
        [`sys/fs/btrfs/${uuid}/devices/sda1/dev`]: '8:1',
        [`sys/fs/btrfs/${uuid}/devices/sdb1/dev`]: '8:17',
      },
    },
  ])('are those of the hardware file: $name', ({ source, type, more }) => {
    expect(at(source, type, more)).toBeUndefined();
  });

  it('are others', () => {
    expect(at('/dev/sdc1', 'ext4')).toMatch(/at \/mnt is \/dev\/sdc1/);
  });

  it.each([
    { loader: 'systemd-boot', firmware: 'uefi', lines: '', says: true },
    { loader: 'systemd-boot', firmware: 'uefi', lines: '/dev/sda2 /mnt/boot vfat rw 0 0\n' },
    { loader: 'systemd-boot', firmware: 'uefi', lines: '/dev/sda2 /mnt/efi vfat rw 0 0\n' },
    {
      loader: 'systemd-boot',
      firmware: 'uefi',
      lines: '/dev/sda2 /boot vfat rw 0 0\n',
      says: true,
    },
    { loader: 'systemd-boot', firmware: 'bios', lines: '' },
    { loader: 'grub', firmware: 'uefi', lines: '' },
  ] as const)(
    'may lack a boot partition: $loader, $firmware, "$lines"',
    ({ loader, firmware, lines, ...more }) => {
      const laid = { ...mounted(`/dev/sda1 /mnt ext4 rw 0 0\n${lines}`), ...uuids('sda1') };
      const facts = {
        machine: situation({ machine: laid }).root,
        target: '/mnt',
        firmware: { value: firmware, source: '/sys/firmware/efi' },
      };
      expect(whatIsNotMounted(facts, hardwareFile, loader)).toBe(
        'says' in more ? 'nothing is mounted at /mnt/boot, where systemd-boot goes' : undefined,
      );
    },
  );
});
