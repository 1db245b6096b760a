/** Files that somebody or something has spoilt: each gives no fact, and none holds the program up. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { factSheet } from '../../src/machine/fact-sheet.js';
import { Facts } from '../../src/machine/facts.js';
import { rootAt } from '../../src/machine/read.js';
import { layRoot, temporaryFolder } from '../support/program.js';
import { roots } from './roots.js';

/** Every file that a fact is read from, each laid by one of the computers. */
const read = [
  ...['etc/hostname', 'etc/passwd', 'etc/locale.conf', 'etc/vconsole.conf', 'etc/os-release'],
  ...['etc/localtime', 'etc/timezone', 'etc/default/locale', 'etc/default/keyboard'],
  ...['etc/X11/xorg.conf.d/00-keyboard.conf', 'etc/NIXOS', 'run/current-system/nixos-version'],
  ...['proc/cpuinfo', 'proc/meminfo', 'proc/mounts', 'proc/version', 'proc/device-tree/model'],
  ...['proc/sys/kernel/osrelease', 'proc/device-tree/hypervisor/compatible'],
  ...['sys/class/dmi/id/sys_vendor', 'sys/class/dmi/id/product_name', 'sys/hypervisor/type'],
  ...['sys/class/dmi/id/board_name', 'sys/class/dmi/id/chassis_type', 'run/systemd/container'],
  ...['sys/class/power_supply/BAT0/type', 'sys/bus/pci/devices/0000:00:02.0/class'],
  ...['sys/class/drm/card0-eDP-1/status', 'sys/block/sda/queue/rotational'],
  ...['etc/gitconfig', 'home/leon/.gitconfig', 'home/leon/.config/git/config'],
  'sys/devices/system/clocksource/clocksource0/available_clocksource',
];

type Spoil = (file: string) => void;

const ways: Readonly<Record<string, Spoil>> = {
  'are folders': (file) => fs.mkdirSync(file),
  'are pipes that nobody writes to': (file) =>
    execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', file]),
  'are links to themselves': (file) => fs.symlinkSync(path.basename(file), file),
  'are links that lead nowhere': (file) => fs.symlinkSync('/nowhere', file),
  'are links out of the root': (file) => fs.symlinkSync('../../../../../../../etc/passwd', file),
  'are zero bytes': (file) => fs.writeFileSync(file, Buffer.alloc(2000)),
  'are random bytes': (file) => fs.writeFileSync(file, Buffer.from('fffe8081c0afeda080', 'hex')),
  'are empty': (file) => fs.writeFileSync(file, ''),
  'are huge': (file) => fs.writeFileSync(file, 'x'.repeat(3 * 1024 * 1024)),
  'are one long line': (file) => fs.writeFileSync(file, `ID=${'x'.repeat(60_000)}`),
  'are escapes for the terminal': (file) => fs.writeFileSync(file, 'a\x1b]0;b\x07\x9bc'),
};

function spoilt(spoil: Spoil): string {
  const root = temporaryFolder();
  for (const file of read) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    spoil(path.join(root, file));
  }
  return root;
}

/** What a folder's being there says, whatever is in it. */
const byTheirFolders = [
  ...['platform', 'isLive', 'isLaptop', 'hasScreen', 'hasWifi', 'hasBluetooth', 'virtualization'],
];

const who = { uid: 1000, env: { HOME: '/home/leon' } };

/** What a function gives to somebody who is not root, who may read all. */
function asNobody<T>(ask: () => T): T {
  if (process.getuid?.() !== 0) return ask();
  process.seteuid?.(65_534);
  try {
    return ask();
  } finally {
    process.seteuid?.(0);
  }
}

describe('files that', () => {
  it.each(Object.entries(ways))('%s give no fact', (_, spoil) => {
    const facts = new Facts(spoilt(spoil), who, 'x64');
    const found = factSheet(facts).filter(({ name }) => !byTheirFolders.includes(name));
    expect(found).toEqual([]);
    expect(facts.people).toEqual([]);
    expect(facts.hasScreen).toBe(false);
    expect(facts.bootDisk).toBeUndefined();
  });

  it.each(Object.entries(ways))('%s say nothing that a terminal would obey', (_, spoil) => {
    const sheet = factSheet(new Facts(spoilt(spoil), who, 'x64'));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(JSON.stringify(sheet)).not.toMatch(/[\x00-\x1f\x7f-\x9f]|\\u00[01]/);
  });

  it('may not be read give no fact', () => {
    const root = spoilt((file) => fs.writeFileSync(file, 'x', { mode: 0 }));
    fs.chmodSync(root, 0o755);
    const hostname = asNobody(() => new Facts(root, who, 'x64').hostname);
    expect(hostname).toBeUndefined();
    fs.chmodSync(path.join(root, 'etc/hostname'), 0o644);
    expect(asNobody(() => new Facts(root, who, 'x64').hostname)).toBeDefined();
  });
});

describe('names with a line break', () => {
  it.each([
    ['etc/hostname', 'good\nbad', 'hostname', '(set)'],
    ['etc/locale.conf', 'LANG="de\x1b_DE"', 'locale', undefined],
    ['sys/class/dmi/id/product_name', 'a\nb', 'product', undefined],
    ['sys/class/dmi/id/product_name', 'x'.repeat(300), 'product', undefined],
    ['etc/os-release', 'PRETTY_NAME="a\x07b"\nID=x', 'operatingSystem', 'x'],
  ])('in %s (%j)', (file, text, name, value) => {
    const sheet = factSheet(new Facts(layRoot({ [file]: text }), who, 'x64'));
    expect(sheet.find((row) => row.name === name)?.value).toBe(value);
  });

  it('are no part of an account', () => {
    const root = layRoot({ 'etc/passwd': 'a\x1b[2J:x:1000:100::/home/a:/bin/sh\n' });
    expect(new Facts(root, who, 'x64').people).toEqual([]);
  });

  it('of files and links are no names', () => {
    const root = layRoot({
      'etc/localtime': { link: '/etc/zoneinfo/Europe/Ber\nlin' },
      'sys/block/a\nb/queue/rotational': '0\n',
      'sys/class/net/wl\n0/phy80211/name': 'x',
    });
    const facts = new Facts(root, who, 'x64');
    expect(facts.timeZone).toBeUndefined();
    expect(JSON.stringify(factSheet(facts))).not.toContain('\\n');
  });
});

describe('links below a root', () => {
  const target = () =>
    layRoot({
      'etc/static': { link: '/nix/store/abc-etc/etc' },
      'etc/hostname': { link: '/etc/static/hostname' },
      'nix/store/abc-etc/etc/hostname': 'inside\n',
      'etc/up': { link: '../../../../../../etc/hostname' },
      'etc/passwd': { link: '/etc/shadow' },
      'etc/folder': { link: '/nix/store/abc-etc' },
      'etc/a': { link: 'b' },
      'etc/b': { link: '/etc/a' },
    });

  it('are followed inside it', () => {
    const root = rootAt(target());
    expect(root.read('/etc/hostname')).toBe('inside\n');
    expect(root.read('/etc/up')).toBe('inside\n');
    expect(root.list('/etc/folder/etc')).toEqual(['hostname']);
    expect(root.exists('/etc/static/hostname')).toBe(true);
    expect(root.link('/etc/static')).toBe('/nix/store/abc-etc/etc');
  });

  it('never lead out of it', () => {
    const folder = target();
    const root = rootAt(folder);
    expect(root.read('/etc/passwd')).toBeUndefined();
    expect(root.place('/etc/passwd')).toBe(path.join(folder, 'etc/shadow'));
    expect(root.place('/../../etc/../..')).toBe(folder);
    expect(root.exists('/usr')).toBe(false);
  });

  it('that lead to each other lead nowhere', () => {
    const root = rootAt(target());
    expect(root.read('/etc/a')).toBeUndefined();
    expect(root.exists('/etc/a')).toBe(false);
    expect(root.place('/etc/a')).toBeUndefined();
  });
});

it('the beginning of a list that is too long says what it says', () => {
  const cpuinfo = String(roots.freshUefi['proc/cpuinfo']);
  const root = layRoot({ 'proc/cpuinfo': cpuinfo.repeat(4000) });
  const sheet = factSheet(new Facts(root, who, 'x64'));
  expect(sheet.find(({ name }) => name === 'cpuVendor')?.value).toBe('intel');
});
