import { describe, expect, it } from 'vitest';
import { resolveAnswers } from '../../src/questions/answers.js';
import type { Context } from '../../src/questions/question.js';
import { contextOf, freshNixos } from '../support/context.js';

async function defaults(context: Context, given: Record<string, string> = {}) {
  const map = new Map(Object.entries(given).map(([name, value]) => [name, { value, source: 'x' }]));
  const resolved = await resolveAnswers(map, context, async (_question, standard) => standard);
  expect(resolved.wrong).toEqual([]);
  return Object.fromEntries([...resolved.answers].map(([name, { value }]) => [name, value]));
}

/** As it is once somebody has moved the old configuration away. */
const { 'etc/nixos/configuration.nix': _old, ...withoutOld } = freshNixos;

describe('defaults', () => {
  it('are the machine’s on an installed NixOS', async () => {
    expect(await defaults(contextOf(freshNixos))).toEqual({
      preset: 'article',
      hardware: 'this',
      hostname: 'framework-desktop',
      username: 'leon',
      channel: 'nixos-26.05',
      shell: 'zsh',
      theme: 'starship',
      fullName: 'Aumit Leon',
      email: '',
      timeZone: 'Europe/Berlin',
      locale: 'de_DE.UTF-8',
      formats: '',
      keyboard: 'de(nodeadkeys)',
      unfree: 'yes',
      system: 'x86_64-linux',
      bootLoader: 'systemd-boot',
      desktop: 'none',
      terminal: 'ghostty',
      editor: 'neovim',
      languages: 'nix,bash,markdown',
      browser: 'none',
      colors: 'none',
      font: 'jetbrains-mono',
      graphics: 'none',
      hardwareProfile: '',
      kernel: 'default',
      sshKey: '',
      with: '',
      disk: 'keep',
      secrets: 'none',
      repoWith: '',
      license: 'mit',
      stateVersion: '25.11',
      repoPath: '/home/leon/nixos-config',
    });
  });

  it('for another computer leave out what is this machine’s alone', async () => {
    const answers = await defaults(contextOf(freshNixos), { hardware: 'none' });
    expect(answers).toMatchObject({
      hostname: 'nixos',
      username: 'leon',
      bootLoader: 'systemd-boot',
      stateVersion: '26.05',
      terminal: 'ghostty',
      timeZone: 'Europe/Berlin',
    });
  });

  it('are the article’s where nothing is known', async () => {
    const answers = await defaults(contextOf({}));
    expect(answers['username']).toBeUndefined();
    expect(answers).toMatchObject({
      hardware: 'none',
      hostname: 'nixos',
      channel: 'nixos-unstable',
      timeZone: 'UTC',
      locale: 'en_US.UTF-8',
      keyboard: 'us',
      stateVersion: '26.11',
    });
  });

  it.each([
    ['26.11pre812345.abcdef', 'nixos-unstable'],
    ['26.11.20260815.abcdef', 'nixos-unstable'],
    ['26.05.20260815.abcdef', 'nixos-26.05'],
    ['26.11.1234.abcdef', 'nixos-26.11'],
    ['25.11.1234.abcdef', 'nixos-26.05'],
    ['nonsense', 'nixos-unstable'],
  ])('of the channel on a machine that runs %s is %s', async (version, channel) => {
    const files = { ...freshNixos, 'run/current-system/nixos-version': version };
    expect(await defaults(contextOf(files))).toMatchObject({ channel });
  });

  it.each([
    ['root alone', 0, {}, 'leon'],
    ['behind sudo', 0, { SUDO_UID: '1001', SUDO_USER: 'mia' }, 'mia'],
    ['behind doas', 0, { DOAS_USER: 'mia' }, 'mia'],
    ['mia herself', 1001, {}, 'mia'],
  ])('of the username for %s', async (_who, uid, env, username) => {
    const mia =
      uid === 0 && Object.keys(env).length === 0 ? '' : 'mia:x:1001:100::/home/mia:/bin/sh\n';
    const files = { ...freshNixos, 'etc/passwd': `${freshNixos['etc/passwd']}${mia}` };
    expect(await defaults(contextOf(files, { uid, env }))).toMatchObject({ username });
  });

  it('of the username are none for root where there are two accounts', async () => {
    const passwd = `${freshNixos['etc/passwd']}mia:x:1001:100::/home/mia:/bin/sh\n`;
    const answers = await defaults(contextOf({ ...freshNixos, 'etc/passwd': passwd }, { uid: 0 }));
    expect(answers['username']).toBeUndefined();
  });

  it('of the username are never the live system’s nixos, whose hardware is not taken either', async () => {
    const files = {
      ...freshNixos,
      'etc/os-release': 'ID=nixos\nVERSION_ID="26.05"\nVARIANT_ID="installer"\n',
      'etc/passwd': 'nixos:x:1000:100::/home/nixos:/bin/sh\n',
    };
    const answers = await defaults(contextOf(files));
    expect(answers['username']).toBeUndefined();
    expect(answers['hardware']).toBe('none');
  });

  it('of the boot loader and its disk follow the firmware', async () => {
    const { 'sys/firmware/efi/fw_platform_size': _efi, ...bios } = withoutOld;
    const files = {
      ...bios,
      'sys/firmware/acpi/x': '',
      'proc/mounts': '/dev/mapper/luks-1 / ext4 rw 0 0\n/dev/nvme0n1p2 /boot ext4 rw 0 0\n',
    };
    expect(await defaults(contextOf(files))).toMatchObject({
      bootLoader: 'grub',
      grubDevice: '/dev/nvme0n1',
    });
    const old = String(freshNixos['etc/nixos/configuration.nix']).replace(
      'boot.loader.systemd-boot.enable = true;',
      'boot.loader.grub.enable = true; boot.loader.grub.device = "/dev/vda";',
    );
    expect(
      await defaults(contextOf({ ...files, 'etc/nixos/configuration.nix': old })),
    ).toMatchObject({ grubDevice: '/dev/vda' });
  });

  const withOld = (lines: string) => ({
    ...freshNixos,
    'etc/nixos/configuration.nix': String(freshNixos['etc/nixos/configuration.nix']).replace(
      '  system.stateVersion',
      `${lines}\n  system.stateVersion`,
    ),
  });

  it.each([
    ['services.desktopManager.gnome.enable = true;', 'gnome'],
    ['services.xserver.desktopManager.gnome.enable = true;', 'gnome'],
    ['services.desktopManager.plasma6.enable = lib.mkDefault true;', 'plasma'],
    ['services.xserver = { enable = true; desktopManager.xfce.enable = true; };', 'xfce'],
    ['programs.hyprland.enable = true;', 'hyprland'],
    ['services.xserver.windowManager.i3.enable = true;', 'i3'],
    ['services.desktopManager.gnome.enable = false;', 'none'],
  ])('of the desktop with %s is %s', async (line, desktop) => {
    const answers = await defaults(contextOf(withOld(line)));
    expect(answers).toMatchObject({ desktop, browser: desktop === 'none' ? 'none' : 'firefox' });
  });

  it('of the automatic login and the services are what the machine has on', async () => {
    const old = `  services.xserver.desktopManager.gnome.enable = true;
  services.displayManager.autoLogin.enable = true;
  services.displayManager.autoLogin.user = "leon";
  services.printing.enable = true;
  hardware.bluetooth.enable = true;
  virtualisation.docker.enable = false;`;
    expect(await defaults(contextOf(withOld(old)))).toMatchObject({
      autoLogin: 'on',
      with: 'printing,bluetooth',
    });
    expect(await defaults(contextOf(withOld(old)), { hardware: 'none' })).toMatchObject({
      desktop: 'none',
      with: '',
    });
  });

  const card = (address: string, vendor: string, device: string) => ({
    [`sys/bus/pci/devices/${address}/class`]: '0x030000\n',
    [`sys/bus/pci/devices/${address}/vendor`]: `${vendor}\n`,
    [`sys/bus/pci/devices/${address}/device`]: `${device}\n`,
  });
  const intel = card('0000:00:02.0', '0x8086', '0x9a49');
  const nvidia = card('0000:01:00.0', '0x10de', '0x2684');

  it.each([
    ['intel', intel, 'intel'],
    ['amd', card('0000:c1:00.0', '0x1002', '0x15bf'), 'amd'],
    ['a virtual card', card('0000:00:01.0', '0x1af4', '0x1050'), 'vm'],
    ['nvidia alone', nvidia, 'none'],
    ['nvidia beside intel', { ...intel, ...nvidia }, 'intel'],
    ['none', {}, 'none'],
  ])('of the graphics with %s is never nvidia', async (_what, devices, graphics) => {
    expect(await defaults(contextOf({ ...freshNixos, ...devices }))).toMatchObject({ graphics });
  });

  it('of the bus ids are those of the two cards', async () => {
    const context = contextOf({ ...freshNixos, ...intel, ...nvidia });
    expect(await defaults(context, { graphics: 'nvidia-laptop' })).toMatchObject({
      nvidiaBusIds: 'intel=PCI:0:2:0,nvidia=PCI:1:0:0',
    });
  });

  it('of the terminal is none where no screen is connected', async () => {
    const { 'sys/class/drm/card0-eDP-1/status': _screen, ...headless } = freshNixos;
    expect(await defaults(contextOf(headless))).toMatchObject({ terminal: 'none' });
  });

  it('that would not pass their own check are left out', async () => {
    const files = {
      ...withoutOld,
      'etc/hostname': 'My_Host\nsecond line\n',
      'etc/localtime': { link: '/usr/share/zoneinfo/Mars/Olympus' },
      'etc/locale.conf': 'LANG=$(touch x)\n',
    };
    expect(await defaults(contextOf(files))).toMatchObject({
      hostname: 'nixos',
      timeZone: 'UTC',
      locale: 'en_US.UTF-8',
    });
  });
});
