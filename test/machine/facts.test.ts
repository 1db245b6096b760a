import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { caller } from '../../src/machine/accounts.js';
import { bootDisk } from '../../src/machine/disk.js';
import { gitIdentity } from '../../src/machine/git-identity.js';
import { mounts } from '../../src/machine/mounts.js';
import { rootAt } from '../../src/machine/read.js';
import { keyboard, locale, timeZone } from '../../src/machine/region.js';
import { factsOf, type RootFiles } from '../support/context.js';
import { layRoot, temporaryFolder } from '../support/program.js';

const root = (files: RootFiles) => rootAt(layRoot(files));

describe('facts', () => {
  it('are absent where there is nothing to read', () => {
    const facts = factsOf({});
    expect(facts.isNixos).toBe(false);
    expect(facts.hostname).toBeUndefined();
    expect(facts.timeZone).toBeUndefined();
    expect(facts.firmware).toBeUndefined();
    expect(facts.hasScreen).toBe(false);
    expect(facts.people).toEqual([]);
  });

  it('are absent where files are hostile', () => {
    const folder = layRoot({
      'etc/hostname': 'a\0b',
      'etc/passwd': 'x'.repeat(2 * 1024 * 1024),
      'etc/localtime': { link: 'localtime' },
      'etc/nixos/configuration.nix': { link: 'configuration.nix' },
    });
    fs.mkdirSync(path.join(folder, 'etc/locale.conf'));
    const hostile = rootAt(folder);
    expect(hostile.read('/etc/hostname')).toBeUndefined();
    expect(hostile.read('/etc/passwd')).toBeUndefined();
    expect(hostile.read('/etc/nixos/configuration.nix')).toBeUndefined();
    expect(locale(hostile)).toBeUndefined();
  });
});

describe('the region', () => {
  it.each([
    ['/etc/zoneinfo/America/New_York', 'America/New_York'],
    ['../usr/share/zoneinfo/UTC', 'UTC'],
    ['/var/db/timezone/zoneinfo/Europe/Berlin', 'Europe/Berlin'],
  ])('has the time zone behind %s', (link, zone) => {
    expect(timeZone(root({ 'etc/localtime': { link } }))?.value).toBe(zone);
  });

  it.each([
    ['LANG=de_DE.utf8', 'de_DE.UTF-8'],
    ['LC_TIME=x\nLANG="en_GB.UTF-8"', 'en_GB.UTF-8'],
  ])('has the locale of %j', (text, value) => {
    expect(locale(root({ 'etc/locale.conf': text }))?.value).toBe(value);
  });

  it.each([
    ['KEYMAP=de-latin1-nodeadkeys', 'de'],
    ['KEYMAP=de-nodeadkeys', 'de(nodeadkeys)'],
    ['KEYMAP=uk', 'gb'],
    ['KEYMAP=us\nXKBLAYOUT=de,us\nXKBVARIANT=neo,', 'de(neo)'],
    ['KEYMAP=/nix/store/x-keymap', undefined],
  ])('has the keyboard of %j', (text, value) => {
    expect(keyboard(root({ 'etc/vconsole.conf': text }))?.value).toBe(value);
  });

  it('prefers X’s keyboard', () => {
    const x = 'Section "InputClass"\n  Option "XkbLayout" "fr"\n  Option "XkbVariant" "bepo"\n';
    const files = { 'etc/X11/xorg.conf.d/00-keyboard.conf': x, 'etc/vconsole.conf': 'KEYMAP=us' };
    expect(keyboard(root(files))?.value).toBe('fr(bepo)');
  });
});

describe('the disk that holds /boot', () => {
  it.each([
    ['/dev/sda1 /boot ext4 rw 0 0', {}, '/dev/sda'],
    ['/dev/mmcblk0p2 / ext4 rw 0 0', {}, '/dev/mmcblk0'],
    ['tmpfs / tmpfs rw 0 0', {}, undefined],
    [
      '/dev/mapper/luks / ext4 rw 0 0',
      { 'dev/mapper/luks': { link: '../dm-0' }, 'sys/class/block/dm-0/slaves/nvme0n1p3/x': '' },
      '/dev/nvme0n1',
    ],
  ])('of %j is found', (mounts, files, disk) => {
    expect(bootDisk(root({ 'proc/mounts': `${mounts}\n`, ...files }))).toBe(disk);
  });
});

it('the disk that holds /boot of a target is the target’s', () => {
  const mounts =
    'tmpfs / tmpfs rw 0 0\n/dev/sda1 /mnt ext4 rw 0 0\n/dev/sdb1 /mnt/boot ext4 rw 0 0\n';
  expect(bootDisk(root({ 'proc/mounts': mounts }), '/mnt')).toBe('/dev/sdb');
  expect(bootDisk(root({ 'proc/mounts': mounts }))).toBeUndefined();
});

it('a mount point has its spaces back', () => {
  const found = mounts(root({ 'proc/mounts': '/dev/sda1 /mnt/a\\040b ext4 rw 0 0\n' }));
  expect(found?.has('/mnt/a b')).toBe(true);
});

describe('git’s identity', () => {
  it('is what git itself says', () => {
    const home = temporaryFolder();
    const config = `[user]
  name = Aumit "the # one" Leon ; comment
\temail = "a\\"b@example.org" # comment
[include]
  path = more
[user "x"]
  name = no
`;
    fs.writeFileSync(path.join(home, '.gitconfig'), config);
    fs.writeFileSync(path.join(home, 'more'), '[User]\nEMAIL = other@example.org\n');
    expect(gitIdentity(rootAt('/'), home, { XDG_CONFIG_HOME: path.join(home, 'xdg') })).toEqual({
      name: 'Aumit the # one Leon',
      email: 'other@example.org',
    });
  });

  it('comes to an end where files include each other', () => {
    const home = temporaryFolder();
    fs.writeFileSync(
      path.join(home, '.gitconfig'),
      '[include]\npath = .gitconfig\n[user]\nname=x\n',
    );
    expect(gitIdentity(rootAt('/'), home, {}).name).toBe('x');
  });
});

describe('who is behind sudo', () => {
  const env = { SUDO_USER: 'mia', SUDO_UID: '20001', SUDO_GID: '20000' };

  it('is known without a line in /etc/passwd, as from LDAP', () => {
    const mia = { name: 'mia', uid: 20001, gid: 20000, fullName: '', home: '/home/mia' };
    expect(caller([], { uid: 0, env })).toEqual({ account: mia, behind: 'sudo' });
    const elsewhere = { uid: 0, env: { ...env, SUDO_HOME: '/net/mia' } };
    expect(caller([], elsewhere).account?.home).toBe('/net/mia');
  });

  it('is nobody where that is said by halves, or is root', () => {
    for (const half of [
      { SUDO_GID: 'x' },
      { SUDO_UID: '-1' },
      { SUDO_USER: '' },
      { SUDO_UID: '0' },
    ]) {
      expect(caller([], { uid: 0, env: { ...env, ...half } }).behind).toBeUndefined();
    }
  });
});
