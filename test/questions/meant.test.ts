import { describe, expect, it } from 'vitest';
import {
  diskOfPartition,
  diskWithoutFolder,
  inItsLand,
  layoutInWords,
} from '../../src/questions/meant.js';

const layouts = [
  { layout: 'de', variants: ['nodeadkeys', 'neo'] },
  { layout: 'us', variants: ['dvorak'] },
];

describe('a keyboard in words', () => {
  it.each([
    ['de-nodeadkeys', 'de(nodeadkeys)'],
    ['de nodeadkeys', 'de(nodeadkeys)'],
    ['de_neo', 'de(neo)'],
    ['de, neo', 'de(neo)'],
    ['us:dvorak', 'us(dvorak)'],
    // a variant that there is not
    ['us-nodeadkeys', 'us'],
    // no variant, or something more: nothing of which can be told what was meant
    ['de', undefined],
    ['de-', undefined],
    ['de-nodeadkeys-qwerty', undefined],
    ['xx-nodeadkeys', undefined],
    ['', undefined],
  ])('%j: %s', (typed, meant) => {
    expect(layoutInWords(typed, layouts)).toBe(meant);
  });
});

describe('a language alone', () => {
  it.each([
    ['de', 'de_DE.UTF-8'],
    ['PT', 'pt_BR.UTF-8'],
    ['gsw', 'gsw_CH.UTF-8'],
    ['d', ''],
    ['de_AT', ''],
    ['german', ''],
  ])('%s: %j', (language, locale) => {
    expect(inItsLand(language)).toBe(locale);
  });
});

describe('a disk', () => {
  it.each([
    ['/dev/sda1', '/dev/sda'],
    ['/dev/xvda2', '/dev/xvda'],
    ['/dev/nvme0n1p3', '/dev/nvme0n1'],
    ['/dev/mmcblk0p1', '/dev/mmcblk0'],
    ['/dev/disk/by-id/ata-X_1-part2', '/dev/disk/by-id/ata-X_1'],
    ['/dev/disk/by-path/pci-0000:00:17.0-ata-1-part1', '/dev/disk/by-path/pci-0000:00:17.0-ata-1'],
    ['/dev/sda', undefined],
    ['/dev/nvme0n1', undefined],
    ['/dev/disk/by-uuid/12CE-A600-part1', undefined],
    ['/dev/sda1x', undefined],
  ])('of %s: %s', (device, disk) => {
    expect(diskOfPartition(device)).toBe(disk);
  });

  it.each([
    ['sda', '/dev/sda'],
    ['nvme0n1', '/dev/nvme0n1'],
    ['mmcblk0', '/dev/mmcblk0'],
    ['sda1', undefined],
    ['nvme0', undefined],
    ['./sda', undefined],
  ])('named %s: %s', (typed, disk) => {
    expect(diskWithoutFolder(typed)).toBe(disk);
  });
});
