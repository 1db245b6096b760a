import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDiskDevice, hostId, setsDisks } from '../../src/choices/disks.js';

const hardware = (name: string) =>
  fs.readFileSync(new URL(`../nix/hardware/${name}.nix`, import.meta.url), 'utf8');

describe('the disk that is laid out', () => {
  it.each([
    '/dev/disk/by-id/nvme-eui.0025385b21404321',
    '/dev/disk/by-id/usb-SanDisk_0-0:0',
    '/dev/disk/by-id/ata-WDC_WD-1',
  ])('can be %s', (typed) => {
    expect(checkDiskDevice(typed)).toEqual({ ok: true, value: typed });
  });

  it.each([
    '/dev/sda',
    '/dev/disk/by-uuid/x',
    '/dev/disk/by-id/',
    '/dev/disk/by-id/nvme-A-part2',
    '/dev/disk/by-id/dm-name-x',
    '/dev/disk/by-id/../sda',
    '/dev/disk/by-id/a"$(x)',
  ])('can not be %s', (typed) => {
    expect(checkDiskDevice(typed)).toMatchObject({ ok: false, why: expect.any(String) });
  });
});

describe('a hardware file', () => {
  it('that has disks in use is told from one without', () => {
    expect(setsDisks(hardware('framework-desktop'))).toBe(true);
    expect(setsDisks(hardware('without-disks'))).toBe(false);
    expect(setsDisks('{ boot.initrd.luks.devices."x".device = "/dev/y"; }')).toBe(true);
  });
});

describe("ZFS's number of a host", () => {
  it('is eight digits that follow from the name', () => {
    expect(hostId('framework-desktop')).toMatch(/^[0-9a-f]{8}$/);
    expect(hostId('a')).toBe(hostId('a'));
    expect(new Set(['a', 'b', 'c', 'framework-desktop'].map(hostId)).size).toBe(4);
  });
});
