/** Why a choice can't be made behind other answers, in the words that a person reads. */
import { describe, expect, it } from 'vitest';
import { isX11 } from '../../src/choices/desktops.js';
import type { SoFar } from '../../src/questions/question.js';
import { questions } from '../../src/questions/table.js';
import { contextOf } from '../support/context.js';
import { layRoot } from '../support/program.js';

async function why(name: string, value: string, soFar: SoFar): Promise<string | undefined> {
  const question = questions.find((each) => each.name === name);
  if (question === undefined) throw new Error(`no question ${name}`);
  const check = await question.check(value, soFar, contextOf({}));
  return check.ok ? undefined : check.why;
}

const x86 = { system: 'x86_64-linux' };
const arm = { system: 'aarch64-linux' };
const unfree = 'needs unfree packages';
const flavours = "needs one of Catppuccin's flavours";
const kernel = 'needs the default kernel';
const inUse = 'is for a new installation, and this computer is in use';
const forge = 'needs one of ci-github, ci-gitlab and ci-forgejo, where it opens its request';
const tooNew = 'is too new for nvidia-legacy';

describe('a choice', () => {
  it.each<[name: string, value: string, soFar: SoFar, why: string | undefined]>([
    ['terminal', 'foot', { desktop: 'xfce' }, 'needs Wayland, and xfce runs on X11'],
    ['terminal', 'foot', { desktop: 'gnome' }, undefined],
    ['terminal', 'foot', { desktop: 'none' }, undefined],
    ['terminal', 'none', { desktop: 'niri' }, 'leaves niri without a place to type commands'],
    ['terminal', 'none', { desktop: 'gnome' }, undefined],
    ['editor', 'vscode', { unfree: 'no' }, `${unfree}; zed is free and much like it`],
    ['editor', 'vscode', { unfree: 'yes' }, undefined],
    ['theming', 'stylix', { colors: 'none' }, 'needs a colour scheme'],
    ['theming', 'stylix', { colors: 'nord' }, undefined],
    ['theming', 'catppuccin', { colors: 'nord' }, flavours],
    ['theming', 'catppuccin', { colors: 'catppuccin-latte' }, undefined],
    ['graphics', 'nvidia', { ...x86, unfree: 'no' }, unfree],
    ['graphics', 'nvidia', { ...arm, unfree: 'yes' }, undefined],
    ['graphics', 'nvidia-laptop', { ...arm, unfree: 'yes' }, 'is for x86_64-linux'],
    ['graphics', 'nvidia-laptop', { ...x86, unfree: 'yes' }, undefined],
    ['graphics', 'nvidia-legacy', { ...arm, unfree: 'no' }, unfree],
    ['graphics', 'nvidia-legacy', { ...arm, unfree: 'yes' }, 'is for x86_64-linux'],
    ['graphics', 'intel', arm, 'is for x86_64-linux'],
    ['graphics', 'intel', x86, undefined],
    ['kernel', 'latest', { graphics: 'nvidia-legacy' }, tooNew],
    ['kernel', 'latest', { graphics: 'nvidia' }, undefined],
    ['kernel', 'zen', { ...x86, graphics: 'nvidia-legacy' }, tooNew],
    ['kernel', 'zen', arm, 'is for x86_64-linux'],
    ['kernel', 'zen', x86, undefined],
    ['disk', 'plain', { hardware: 'this' }, inUse],
    ['disk', 'luks', { hardware: 'this' }, inUse],
    ['disk', 'btrfs', { hardware: 'this' }, inUse],
    ['disk', 'btrfs-luks', { hardware: 'this' }, inUse],
    ['disk', 'zfs', { hardware: 'this', kernel: 'zen' }, inUse],
    ['disk', 'zfs', { hardware: 'none', kernel: 'zen' }, kernel],
    ['disk', 'zfs', { hardware: 'none', kernel: 'latest' }, kernel],
    ['disk', 'zfs', { hardware: 'none', kernel: 'default' }, undefined],
    ['disk', 'btrfs', { hardware: 'none', kernel: 'zen' }, undefined],
    ['disk', 'keep', { hardware: 'this' }, undefined],
    ['with', 'steam', { ...x86, unfree: 'no' }, unfree],
    ['with', 'steam', { ...arm, unfree: 'yes' }, 'needs an x86_64 processor'],
    ['with', 'steam', { ...x86, unfree: 'yes' }, undefined],
    ['with', 'kde-connect', { desktop: 'none' }, 'needs a desktop'],
    ['with', 'kde-connect', { desktop: 'plasma' }, undefined],
    ['with', 'zram,kde-connect', { desktop: 'none' }, 'has kde-connect, which needs a desktop'],
    ['repoWith', 'auto-lock', {}, forge],
    ['repoWith', 'auto-lock,checks', {}, `has auto-lock, which ${forge}`],
    ['repoWith', 'auto-lock,ci-gitlab', {}, undefined],
  ])('--%s %s behind %j', async (name, value, soFar, expected) => {
    expect(await why(name, value, soFar)).toBe(expected);
  });

  it('of a disk looks into the hardware file that is named', async () => {
    const files = { used: '{ fileSystems."/".device = "/dev/x"; }', empty: '{ boot.x = 1; }' };
    const root = layRoot(files);
    expect(await why('disk', 'luks', { hardware: `${root}/used` })).toMatch(
      /^lays out the disk that the hardware file has in use \(without it: nixos-generate-config --no-filesystems\)$/,
    );
    expect(await why('disk', 'luks', { hardware: `${root}/empty` })).toBeUndefined();
  });
});

describe('places on the bus', () => {
  it.each([
    ['intel=PCI:0:2:0,intel=PCI:0:3:0', 'names intel twice'],
    ['intel=PCI:0:2:0', 'does not say where the NVIDIA card is'],
    ['nvidia=PCI:1:0:0', 'must name one other card, intel or amd'],
    ['intel=PCI:0:2:0,amd=PCI:6:0:0,nvidia=PCI:1:0:0', 'must name one other card, intel or amd'],
    ['intel=PCI:1:0:0,nvidia=PCI:1:0:0', 'has both cards in one place'],
  ])('%s', async (typed, expected) => {
    expect(await why('nvidiaBusIds', typed, { graphics: 'nvidia-laptop' })).toBe(expected);
  });
});

it('desktops run on Wayland, but for these', async () => {
  const desktop = questions.find(({ name }) => name === 'desktop');
  const all = (await desktop?.choices?.({}, contextOf({}))) ?? [];
  const names = all.map(({ value }) => value);
  expect(names.filter(isX11).sort()).toEqual(['cinnamon', 'i3', 'lxqt', 'mate', 'xfce']);
});
