import { describe, expect, it } from 'vitest';
import {
  checkProfiles,
  profileChoices,
  profilesBring,
  profilesView,
  suggestedProfiles,
  unconfirmed,
} from '../../src/choices/hardware-profiles.js';
import { contextOf, type RootFiles } from '../support/context.js';

const dmi = (fields: Readonly<Record<string, string>>): RootFiles =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`sys/class/dmi/id/${name}`, `${value}\n`]),
  );

const processor = (vendor: string, model: string): RootFiles => ({
  'proc/cpuinfo': `processor\t: 0\nvendor_id\t: ${vendor}\nmodel name\t: ${model}\nflags\t\t: fpu\n\n`,
});
const amd = (model = 'AMD Ryzen 7 7840U') => processor('AuthenticAMD', model);
const intel = (model = 'Intel(R) Core(TM) i7-1165G7') => processor('GenuineIntel', model);

const card = (at: string, vendor: string): RootFiles => ({
  [`sys/bus/pci/devices/0000:${at}/class`]: '0x030000\n',
  [`sys/bus/pci/devices/0000:${at}/vendor`]: `${vendor}\n`,
  [`sys/bus/pci/devices/0000:${at}/device`]: '0x1234\n',
});
const amdCard = card('c1:00.0', '0x1002');
const intelCard = card('00:02.0', '0x8086');
const nvidiaCard = card('01:00.0', '0x10de');

const battery: RootFiles = {
  'sys/class/power_supply/BAT1/type': 'Battery\n',
  'sys/class/power_supply/BAT1/scope': 'System\n',
};
const ssd: RootFiles = {
  'sys/block/nvme0n1/queue/rotational': '0\n',
  'sys/block/nvme0n1/removable': '0\n',
};

const here = { hardware: 'this', system: 'x86_64-linux', unfree: 'yes', graphics: 'none' };

const suggested = (files: RootFiles, soFar: object = {}) =>
  suggestedProfiles({ ...here, ...soFar }, contextOf(files));

const framework13: RootFiles = {
  ...dmi({ sys_vendor: 'Framework', product_name: 'Laptop 13 (AMD Ryzen 7040Series)' }),
  ...amd(),
  ...amdCard,
  ...battery,
  ...ssd,
};

const thinkpad = (version: string): RootFiles =>
  dmi({ sys_vendor: 'LENOVO', product_name: '20XWCTO1WW', product_version: version });

/** What the machine says of itself → the model's profile. */
const machines: readonly (readonly [RootFiles, string])[] = [
  [{ ...thinkpad('ThinkPad X1 Carbon Gen 9'), ...intel() }, 'lenovo-thinkpad-x1-9th-gen'],
  [{ ...thinkpad('ThinkPad X1 Carbon 6th'), ...intel() }, 'lenovo-thinkpad-x1-6th-gen'],
  [{ ...thinkpad('ThinkPad T480s'), ...intel() }, 'lenovo-thinkpad-t480s'],
  [{ ...thinkpad('ThinkPad T14 Gen 1'), ...intel() }, 'lenovo-thinkpad-t14-intel-gen1'],
  [{ ...thinkpad('ThinkPad T14 Gen 1'), ...amd() }, 'lenovo-thinkpad-t14-amd-gen1'],
  [{ ...thinkpad('ThinkPad T14 Gen 2a'), ...amd() }, 'lenovo-thinkpad-t14-amd-gen2'],
  [{ ...thinkpad('ThinkPad P14s Gen 5 AMD'), ...amd() }, 'lenovo-thinkpad-p14s-amd-gen5'],
  [{ ...thinkpad('ThinkPad T16 Gen 1'), ...intel() }, 'lenovo-thinkpad'],
  [{ ...thinkpad('Yoga Slim 7 14APU8'), ...amd() }, 'lenovo-yoga-7-slim-gen8'],
  [
    { ...dmi({ sys_vendor: 'Dell Inc.', product_name: 'XPS 13 9310' }), ...intel() },
    'dell-xps-13-9310',
  ],
  [
    {
      ...dmi({ sys_vendor: 'Dell Inc.', product_name: 'XPS 13 9350' }),
      ...intel('Intel(R) Core(TM) Ultra 7 258V'),
    },
    'dell-xps-13-9350',
  ],
  [
    {
      ...dmi({ sys_vendor: 'Framework', product_name: 'Laptop' }),
      ...intel('11th Gen Intel(R) Core(TM) i7-1165G7 @ 2.80GHz'),
    },
    'framework-11th-gen-intel',
  ],
  [framework13, 'framework-13-7040-amd'],
  [
    {
      ...dmi({
        sys_vendor: 'ASUSTeK COMPUTER INC.',
        board_vendor: 'ASUSTeK COMPUTER INC.',
        board_name: 'GA402RJ',
      }),
      ...amd(),
    },
    'asus-zephyrus-ga402',
  ],
  [
    { ...dmi({ sys_vendor: 'HP', product_name: 'HP EliteBook 845 G8 Notebook PC' }), ...amd() },
    'hp-elitebook-845g8',
  ],
  [
    { ...dmi({ sys_vendor: 'Apple Inc.', product_name: 'MacBookPro12,1' }), ...intel() },
    'apple-macbook-pro-12-1',
  ],
  [
    {
      ...dmi({ sys_vendor: 'Star Labs', product_name: 'StarLite', product_sku: 'I5' }),
      ...intel(),
    },
    'starlabs-starlite-i5',
  ],
  [
    {
      ...dmi({
        sys_vendor: 'Micro-Star International Co., Ltd.',
        board_vendor: 'Micro-Star International Co., Ltd.',
        board_name: 'MAG B550 TOMAHAWK (MS-7C91)',
      }),
      ...amd(),
    },
    'msi-b550-tomahawk',
  ],
];

describe('what a machine calls for', () => {
  it.each(machines)('%# is %s', (files, name) => {
    expect(suggested(files)?.value.split(',')[0]).toBe(name);
  });

  it('comes with its evidence, and without what the model brings', () => {
    const [first, second] = profileChoices(here, contextOf(framework13));
    expect(suggested(framework13)?.value).toBe('framework-13-7040-amd');
    expect(first).toMatchObject({
      value: 'framework-13-7040-amd',
      hint: 'sys_vendor Framework, product_name Laptop 13 (AMD Ryzen 7040Series)',
    });
    expect(second?.value).toBe('acer-aspire-4810t');
    expect(second?.hint).toBeUndefined();
  });

  it('is what goes for all of a kind, where no model is known', () => {
    const files = { ...dmi({ sys_vendor: 'Acme' }), ...amd(), ...amdCard, ...battery, ...ssd };
    expect(suggested(files)?.value).toBe(
      'common-cpu-amd,common-gpu-amd,common-pc-laptop,common-pc-ssd',
    );
    expect(profileChoices(here, contextOf(files)).slice(0, 4)).toMatchObject([
      { value: 'common-cpu-amd', hint: 'AMD Ryzen 7 7840U (/proc/cpuinfo)' },
      { value: 'common-gpu-amd', hint: 'AMD graphics (/sys/bus/pci/devices)' },
      { value: 'common-pc-laptop', hint: 'a laptop (/sys/class/power_supply/BAT1)' },
      { value: 'common-pc-ssd', hint: 'an SSD (/sys/block/nvme0n1/queue/rotational)' },
    ]);
  });

  it('knows an Intel processor without graphics of its own from one with it', () => {
    const files = { ...dmi({ sys_vendor: 'Acme', chassis_type: '3' }), ...intel() };
    expect(suggested(files)?.value).toBe('common-cpu-intel-cpu-only,common-pc');
    expect(suggested({ ...files, ...intelCard })?.value).toBe('common-cpu-intel,common-pc');
  });

  it('takes the family where the model has no profile, and not where it has one', () => {
    const x1 = { ...thinkpad('ThinkPad X1 Carbon Gen 8'), ...intel() };
    expect(suggested(x1)?.value.split(',')).toContain('lenovo-thinkpad-x1');
    const gen9 = { ...thinkpad('ThinkPad X1 Carbon Gen 9'), ...intel() };
    expect(suggested(gen9)?.value.split(',')).not.toContain('lenovo-thinkpad-x1');
  });

  it.each<readonly [string, RootFiles]>([
    ['with another maker', { ...dmi({ sys_vendor: 'Dell', product_name: 'XPS 13 9310' }) }],
    [
      'whose name only begins so',
      dmi({ sys_vendor: 'Dell Inc.', product_name: 'XPS 13 9310 2-in-1' }),
    ],
    [
      'of ten years before, by the same name',
      {
        ...dmi({ sys_vendor: 'Dell Inc.', product_name: 'XPS 13 9350' }),
        ...intel('Intel(R) Core(TM) i5-6200U CPU @ 2.30GHz'),
      },
    ],
    [
      'with the other maker of processors',
      {
        ...dmi({ sys_vendor: 'LENOVO', product_version: 'ThinkPad T480' }),
        ...amd(),
      },
    ],
    [
      'whose firmware says nothing',
      dmi({ sys_vendor: 'To Be Filled By O.E.M.', product_name: '' }),
    ],
  ])('is no model for a machine %s', (_, files) => {
    const names = suggested(files)?.value.split(',') ?? [];
    expect(names.filter((name) => !/^common-|^lenovo-thinkpad$|^$/.test(name))).toEqual([]);
  });

  it('says the processor where that tells one model from another', () => {
    const files = {
      ...dmi({ sys_vendor: 'LENOVO', product_version: 'ThinkPad T14 Gen 1' }),
      ...amd('AMD Ryzen 7 PRO 4750U'),
    };
    expect(profileChoices(here, contextOf(files))[0]?.hint).toBe(
      'sys_vendor LENOVO, product_version ThinkPad T14 Gen 1, AMD Ryzen 7 PRO 4750U',
    );
  });

  it('is nothing for a virtual machine, another machine, or one that says nothing', () => {
    const files = { ...framework13, ...dmi({ sys_vendor: 'QEMU', product_name: 'Standard PC' }) };
    expect(suggested(files)).toBeUndefined();
    expect(suggested(framework13, { hardware: 'none' })).toBeUndefined();
    expect(suggested({})).toBeUndefined();
  });
});

describe('what a person has to decide knowingly', () => {
  const xps = (product: string, ...more: readonly RootFiles[]): RootFiles =>
    Object.assign(
      dmi({ sys_vendor: 'Dell Inc.', product_name: product }),
      intel(),
      intelCard,
      battery,
      ...more,
    );

  it("is NVIDIA's driver: offered with a word on it, and only where there is a card", () => {
    const without = suggested(xps('XPS 15 9520'));
    expect(without).toMatchObject({ value: 'dell-xps-15-9520', note: undefined });
    const beside = suggested(xps('XPS 15 9520', nvidiaCard));
    expect(beside?.value).toBe('dell-xps-15-9520');
    expect(beside?.note).toContain('dell-xps-15-9520-nvidia is for this machine');
    expect(beside?.note).toContain("switches NVIDIA's driver on, and needs --graphics nvidia");
  });

  it('is never taken, even where the driver is chosen', () => {
    const soFar = { graphics: 'nvidia-laptop' };
    const { value, note } = suggested(xps('XPS 15 9520', nvidiaCard), soFar) ?? {};
    expect(value).toBe('dell-xps-15-9520');
    expect(note).toMatch(/9520-nvidia is for this machine: .*; switches NVIDIA's driver on$/);
    const names = profileChoices(
      { ...here, ...soFar },
      contextOf(xps('XPS 15 9520', nvidiaCard)),
    ).map((choice) => choice.value);
    expect(names.slice(0, 2)).toEqual(['dell-xps-15-9520', 'dell-xps-15-9520-nvidia']);
  });

  it('leaves a machine that has no other profile with the general ones', () => {
    const { value, note } = suggested(xps('XPS 15 9560', nvidiaCard)) ?? {};
    expect(value).toBe('common-cpu-intel,common-pc-laptop');
    expect(note).toContain('dell-xps-15-9560-intel is for this machine');
  });

  it('is a kernel of its own', () => {
    const files = {
      ...dmi({ sys_vendor: 'Microsoft Corporation', product_name: 'Surface Pro 7' }),
      ...intel(),
    };
    const { value, note } = suggested(files) ?? {};
    expect(value).not.toContain('surface');
    expect(note).toMatch(/microsoft-surface-pro-intel is for this machine: .* kernel of its own/);
  });

  it('is which of several, where the machine does not tell', () => {
    const files = {
      ...dmi({ sys_vendor: 'HP', product_name: 'OMEN by HP Gaming Laptop 16-n0xxx' }),
      ...amd(),
      ...amdCard,
      ...nvidiaCard,
    };
    expect(suggested(files, { graphics: 'nvidia-laptop' })?.note).toContain('omen-16-n0280nd');
  });
});

describe('where nobody can confirm it', () => {
  it('says what could be chosen', () => {
    expect(unconfirmed(here, contextOf(framework13))).toBe(
      'for this machine (sys_vendor Framework, product_name Laptop 13 (AMD Ryzen 7040Series)) there is --hardware-profile framework-13-7040-amd',
    );
    expect(unconfirmed(here, contextOf({}))).toBeUndefined();
  });

  it('names nothing that the other answers rule out', () => {
    const pi: RootFiles = { 'proc/device-tree/model': 'Raspberry Pi 4 Model B Rev 1.4\0' };
    const soFar = { ...here, system: 'aarch64-linux' };
    expect(unconfirmed(soFar, contextOf(pi))).toBeUndefined();
    expect(suggestedProfiles(soFar, contextOf(pi))).toMatchObject({
      value: '',
      note: expect.stringMatching(/^raspberry-pi-4 is for this machine: .*U-Boot/),
    });
    const rock: RootFiles = { 'proc/device-tree/model': 'Radxa ROCK 5B\0' };
    expect(suggestedProfiles(soFar, contextOf(rock))?.value).toBe('rock-5b');
  });
});

describe('a list of profiles', () => {
  const check = (typed: string, soFar: object = {}) => checkProfiles(typed, { ...here, ...soFar });

  it('is taken in letters large or small, each once, in the order of the alphabet', () => {
    expect(check('Lenovo-Yoga-6-13alc6, COMMON-pc-ssd,common-pc-ssd')).toMatchObject({
      ok: true,
      value: 'common-pc-ssd,lenovo-yoga-6-13ALC6',
      note: undefined,
    });
    expect(check('none')).toMatchObject({ ok: true, value: '' });
  });

  it('leaves out what another of them brings, and says so', () => {
    expect(check('common-pc,framework-13-7040-amd,common-cpu-amd,common-hidpi')).toMatchObject({
      ok: true,
      value: 'common-hidpi,framework-13-7040-amd',
      note: 'without common-cpu-amd, which framework-13-7040-amd brings; without common-pc, which framework-13-7040-amd brings',
    });
  });

  it.each<readonly [string, object, string]>([
    ['raspberry-pi-5', {}, 'is for aarch64-linux'],
    ['milkv-pioneer', {}, 'is for riscv64-linux'],
    ['common-cpu-amd', { system: 'aarch64-linux' }, 'is for x86_64-linux'],
    ['msi-gf63', {}, "switches NVIDIA's driver on, and needs --graphics nvidia or nvidia-laptop"],
    ['msi-gf63', { unfree: 'no', graphics: 'none' }, 'needs unfree packages'],
    ['msi-gl62', { graphics: 'nvidia' }, 'needs --graphics nvidia-legacy'],
    ['msi-gf63', { graphics: 'nvidia-legacy' }, 'needs --graphics nvidia or nvidia-laptop'],
    ['common-gpu-nvidia', { graphics: 'nvidia' }, 'needs --graphics nvidia-laptop'],
    ['common-gpu-nvidia-sync', { graphics: 'nvidia-laptop' }, 'where the cards are'],
    ['lenovo-legion-16aph8', { graphics: 'nvidia-laptop' }, 'needs --graphics nvidia'],
    ['dell-xps-13-9310', { unfree: 'no' }, 'needs unfree packages'],
    ['hp-elitebook-2560p', {}, 'does not evaluate'],
    ['asus-zephyrus-gu605cw', { desktop: 'gnome' }, "TuneD, which can't run beside power-prof"],
    ['asus-zephyrus-gu605cw', { with: 'zram,power-profiles' }, 'brings TuneD'],
    ['common-gpu-nvidia-disable', { graphics: 'nvidia' }, 'switches off the NVIDIA card'],
    ['common-gpu-intel-disable', { graphics: 'intel' }, 'switches off the Intel card'],
    ['apple-t2', { kernel: 'zen' }, 'brings a kernel of its own, and needs --kernel default'],
    ['apple-t2', { disk: 'zfs' }, 'a kernel that ZFS may not go with'],
  ])('does not have %s with %j', (name, soFar, why) => {
    expect(check(name, soFar)).toMatchObject({
      ok: false,
      why: expect.stringContaining(`has ${name}, which `),
    });
    expect(check(name, soFar)).toMatchObject({ ok: false, why: expect.stringContaining(why) });
  });

  it('has them where the other answers go with it', () => {
    expect(check('msi-gf63', { graphics: 'nvidia-laptop' })).toMatchObject({ ok: true });
    expect(check('msi-gl62', { graphics: 'nvidia-legacy' })).toMatchObject({ ok: true });
    expect(check('common-gpu-nvidia', { graphics: 'nvidia-laptop' })).toMatchObject({ ok: true });
    expect(check('rock-5b', { system: 'aarch64-linux' })).toMatchObject({ ok: true });
    expect(check('common-pc', { system: 'aarch64-linux' })).toMatchObject({ ok: true });
  });
});

describe('what profiles bring', () => {
  it('is the input, which has no nixpkgs of its own, and nothing where there is none', () => {
    expect(profilesBring('')).toEqual({});
    expect(profilesBring('common-pc').inputs).toEqual([
      { name: 'nixos-hardware', url: 'github:NixOS/nixos-hardware', follows: ['nixpkgs'] },
    ]);
  });

  it('is a word on the cards that counts more than the one of the profile', () => {
    const view = (value: string) => profilesView(value, { ...here, graphics: 'nvidia-laptop' });
    expect(view('asus-rog-strix-g513im')).toMatchObject({ forcesBusIds: true });
    expect(view('common-gpu-nvidia')).toMatchObject({ forcesBusIds: false });
    expect(view('common-pc-laptop')).toMatchObject({ forcesBusIds: false });
  });

  it("is a choice of Intel's driver, where the profile leaves it open", () => {
    const view = (value: string, graphics: string) => profilesView(value, { ...here, graphics });
    expect(view('common-cpu-intel', 'intel')).toMatchObject({ choosesVideoDriver: true });
    expect(view('lenovo-thinkpad-x1-9th-gen', 'intel')).toMatchObject({ choosesVideoDriver: true });
    expect(view('common-cpu-intel', 'none')).toMatchObject({ choosesVideoDriver: false });
    expect(view('dell-xps-13-9350', 'intel')).toMatchObject({ choosesVideoDriver: false });
    expect(view('common-pc', 'intel')).toMatchObject({ choosesVideoDriver: false });
  });
});
