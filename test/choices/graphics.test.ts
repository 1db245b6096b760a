import { describe, expect, it } from 'vitest';
import {
  busIdsOf,
  busIdsView,
  checkBusIds,
  graphicsOf,
  nvidiaDriver,
} from '../../src/choices/graphics.js';

const card = (vendor: string, device: string, address = '0000:01:00.0') => ({
  vendor,
  device,
  address,
});
const intel = card('0x8086', '0x9a49', '0000:00:02.0');
const nvidia = card('0x10de', '0x2684');
const pascal = card('0x10de', '0x1b80');

describe('the graphics of a machine', () => {
  it.each([
    [[], 'none'],
    [[intel], 'intel'],
    [[card('0x1002', '0x744c')], 'amd'],
    [[card('0x1af4', '0x1050')], 'vm'],
    [[card('0x1234', '0x1111')], 'vm'],
    [[card('0x15ad', '0x0405')], 'vm'],
    [[nvidia], 'none'],
    [[intel, nvidia], 'intel'],
    [[card('0x1a03', '0x2000')], 'none'],
  ])('%j are %s', (devices, value) => {
    expect(graphicsOf(devices).value).toBe(value);
  });

  it('say which driver an NVIDIA card would want', () => {
    expect(graphicsOf([nvidia]).note).toContain('nvidia');
    expect(graphicsOf([pascal]).note).toContain('nvidia-legacy');
    expect(graphicsOf([intel]).note).toBeUndefined();
  });

  it.each([
    [0x130b, 'none'],
    [0x1340, 'legacy'],
    [0x1b80, 'legacy'],
    [0x1df6, 'legacy'],
    [0x1e02, 'current'],
    [0x2684, 'current'],
  ])('%i takes the %s driver of NVIDIA', (device, driver) => {
    expect(nvidiaDriver(device)).toBe(driver);
  });

  it('give the bus ids of two cards, and none of one', () => {
    expect(busIdsOf([intel, nvidia])).toBe('intel=PCI:0:2:0,nvidia=PCI:1:0:0');
    expect(busIdsOf([nvidia])).toBeUndefined();
  });
});

describe('bus ids', () => {
  it.each([
    ['intel=PCI:0:2:0,nvidia=PCI:1:0:0', 'intel=PCI:0:2:0,nvidia=PCI:1:0:0'],
    ['nvidia=01:00.0, intel=00:02.0', 'intel=PCI:0:2:0,nvidia=PCI:1:0:0'],
    ['amd=0000:c1:00.0,nvidia=01:00.0', 'amd=PCI:193:0:0,nvidia=PCI:1:0:0'],
  ])('%s are %s', (typed, value) => {
    expect(checkBusIds(typed)).toMatchObject({ ok: true, value });
  });

  it.each([
    '',
    'PCI:1:0:0',
    'intel=PCI:0:2:0',
    'nvidia=01:00.0',
    'intel=PCI:0:2:0,nvidia=PCI:0:2:0',
    'intel=PCI:0:2:0,amd=PCI:3:0:0,nvidia=PCI:1:0:0',
    'intel=PCI:0:2:0,nvidia=PCI:1:0:9',
    'intel=x,nvidia=01:00.0',
  ])('%j is refused', (typed) => {
    expect(checkBusIds(typed)).toMatchObject({ ok: false });
  });

  it('are written under the names of the options', () => {
    expect(busIdsView('amd=PCI:6:0:0,nvidia=PCI:1:0:0')).toMatchObject({
      amdgpuBusId: 'PCI:6:0:0',
      nvidiaBusId: 'PCI:1:0:0',
    });
  });
});
