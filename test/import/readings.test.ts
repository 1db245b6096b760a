/** What an old configuration answers. */
import { describe, expect, it } from 'vitest';
import { extras } from '../../src/choices/extras.js';
import { OldConfiguration } from '../../src/import/old.js';
import { readings } from '../../src/import/readings.js';
import { standardAnswer } from '../../src/questions/answers.js';
import type { QuestionName } from '../../src/questions/table.js';
import { questions } from '../../src/questions/table.js';
import { contextOf, freshNixos } from '../support/context.js';

const contextWith = (lines: string) =>
  contextOf({
    ...freshNixos,
    'etc/nixos/configuration.nix': `{ config, pkgs, lib, ... }:\n{\n${lines}\n}\n`,
  });

const soFar = { hardware: 'this', username: 'leon', channel: 'nixos-26.05' };

function read(name: QuestionName, lines: string) {
  const context = contextWith(lines);
  const found = context.old && readings[name]?.(context.old, soFar, context);
  return found && { ...found, definitions: found.definitions.map(({ path }) => path.join('.')) };
}

describe('a desktop', () => {
  it.each([
    ['gnome', 'services.desktopManager.gnome'],
    ['gnome', 'services.xserver.desktopManager.gnome'],
    ['plasma', 'services.desktopManager.plasma6'],
    ['plasma', 'services.xserver.desktopManager.plasma5'],
    ['hyprland', 'programs.hyprland'],
    ['sway', 'programs.sway'],
    ['niri', 'programs.niri'],
    ['cosmic', 'services.desktopManager.cosmic'],
    ['xfce', 'services.xserver.desktopManager.xfce'],
    ['cinnamon', 'services.xserver.desktopManager.cinnamon'],
    ['mate', 'services.xserver.desktopManager.mate'],
    ['lxqt', 'services.xserver.desktopManager.lxqt'],
    ['budgie', 'services.desktopManager.budgie'],
    ['budgie', 'services.xserver.desktopManager.budgie'],
    ['pantheon', 'services.desktopManager.pantheon'],
    ['pantheon', 'services.xserver.desktopManager.pantheon'],
    ['i3', 'services.xserver.windowManager.i3'],
  ])('%s is switched on by %s', (name, option) => {
    const found = read('desktop', `${option}.enable = true;`);
    expect(found).toMatchObject({ value: name, definitions: [`${option}.enable`] });
    expect(read('desktop', `${option}.enable = false;`)?.value).not.toBe(name);
  });
});

describe('a service or tool', () => {
  const switches = [
    ['printing', 'services.printing.enable'],
    ['bluetooth', 'hardware.bluetooth.enable'],
    ['bluetooth', 'services.blueman.enable'],
    ['docker', 'virtualisation.docker.enable'],
    ['docker', 'virtualisation.docker.rootless.enable'],
    ['podman', 'virtualisation.podman.enable'],
    ['podman', 'services.podman.enable'],
    ['libvirt', 'virtualisation.libvirtd.enable'],
    ['steam', 'programs.steam.enable'],
    ['flatpak', 'services.flatpak.enable'],
    ['appimage', 'programs.appimage.enable'],
    ['appimage', 'programs.appimage.binfmt'],
    ['tailscale', 'services.tailscale.enable'],
    ['syncthing', 'services.syncthing.enable'],
    ['kde-connect', 'programs.kdeconnect.enable'],
    ['kde-connect', 'services.kdeconnect.enable'],
    ['fwupd', 'services.fwupd.enable'],
    ['power-profiles', 'services.power-profiles-daemon.enable'],
    ['zram', 'zramSwap.enable'],
    ['zram', 'services.zram-generator.enable'],
    ['nh', 'programs.nh.enable'],
    ['direnv', 'programs.direnv.enable'],
    ['nix-ld', 'programs.nix-ld.enable'],
    ['nix-ld', 'programs.nix-ld.dev.enable'],
    ['nix-index', 'programs.nix-index.enable'],
    ['nix-index', 'programs.nix-index-database.comma.enable'],
    ['auto-upgrade', 'system.autoUpgrade.enable'],
    ['tmux', 'programs.tmux.enable'],
    ['zellij', 'programs.zellij.enable'],
    ['fzf', 'programs.fzf.enable'],
    ['fzf', 'programs.fzf.keybindings'],
    ['fzf', 'programs.fzf.fuzzyCompletion'],
    ['zoxide', 'programs.zoxide.enable'],
    ['atuin', 'programs.atuin.enable'],
    ['eza', 'programs.eza.enable'],
    ['bat', 'programs.bat.enable'],
    ['ripgrep', 'programs.ripgrep.enable'],
    ['btop', 'programs.btop.enable'],
    ['yazi', 'programs.yazi.enable'],
    ['lazygit', 'programs.lazygit.enable'],
    ['gh', 'programs.gh.enable'],
    ['jujutsu', 'programs.jujutsu.enable'],
    ['gpg', 'programs.gpg.enable'],
    ['gpg', 'programs.gnupg.agent.enable'],
    ['gpg', 'services.gpg-agent.enable'],
  ] as const;

  it.each(switches)('%s is switched on by %s', (name, option) => {
    expect(read('with', `${option} = true;`)).toEqual({ value: name, definitions: [] });
    expect(read('with', `${option} = false;`)).toBeUndefined();
  });

  it.each(switches)('%s does not come along by %s where it is declined', (_name, option) => {
    const context = contextWith(`${option} = true;`);
    const found = context.old && readings.with?.(context.old, { ...soFar, with: '' }, context);
    expect(found?.definitions.map(({ path }) => path.join('.'))).toEqual([option]);
  });

  it('is each of those to choose from', () => {
    const known = new Set<string>(switches.map(([name]) => name));
    expect(extras.map(({ value }) => value).filter((value) => !known.has(value))).toEqual([]);
  });
});

describe('what an old configuration answers', () => {
  it.each<[QuestionName, string, string | undefined]>([
    ['hostname', 'networking.hostName = "box";', 'box'],
    ['hostname', 'networking.hostName = builtins.readFile ./name;', undefined],
    ['hostname', 'networking.hostName = "Desk_2";', 'desk-2'],
    ['hostname', 'networking.hostName = "";', undefined],
    ['fullName', 'users.users.leon.description = "Joe \\"\\${x}\\" \\\\ Q";', 'Joe "${x}" \\ Q'],
    ['fullName', 'users.users.leon.description = "A:B\\nC";', 'A B C'],
    ['shell', 'users.users.leon.shell = pkgs.fish;', 'fish'],
    ['shell', 'users.defaultUserShell = pkgs.zsh;', 'zsh'],
    ['shell', 'users.users.leon.shell = pkgs.elvish;', undefined],
    ['timeZone', 'time.timeZone = "Europe/Vienna";', 'Europe/Vienna'],
    ['locale', 'i18n.defaultLocale = "de_AT.UTF-8";', 'de_AT.UTF-8'],
    [
      'keyboard',
      'services.xserver = { layout = "de"; xkbVariant = "nodeadkeys"; };',
      'de(nodeadkeys)',
    ],
    ['keyboard', 'services.xserver.xkb = { layout = "at"; variant = ""; };', 'at'],
    ['keyboard', 'console.keyMap = "de-latin1";', 'de'],
    ['keyboard', 'console.keyMap = "de-latin1"; services.xserver.enable = true;', 'us'],
    ['keyboard', 'console.keyMap = "us"; services.xserver.enable = true;', 'us'],
    ['unfree', 'nixpkgs.config.allowUnfree = true;', 'yes'],
    ['unfree', 'time.timeZone = "UTC";', 'no'],
    ['unfree', 'nixpkgs = import ./nixpkgs.nix;', undefined],
    ['unfree', 'nixpkgs.config = { allowUnfree = false; };', 'no'],
    ['bootLoader', 'boot.loader.systemd-boot.enable = true;', 'systemd-boot'],
    ['bootLoader', 'wsl.enable = true;', 'wsl'],
    ['bootLoader', 'wsl.enable = false; boot.loader.systemd-boot.enable = true;', 'systemd-boot'],
    ['bootLoader', 'boot.loader.grub.device = "/dev/sda";', 'grub'],
    ['bootLoader', 'boot.loader.grub = { enable = true; version = 2; device = "nodev"; };', 'grub'],
    ['bootLoader', 'boot.loader.grub.enable = false;', undefined],
    ['bootLoader', 'boot.loader.grub.devices = [ "/dev/sda" ];', 'grub'],
    ['grubDevice', 'boot.loader.grub.devices = [ "/dev/sda" "/dev/sdb" ];', '/dev/sda'],
    ['grubDevice', 'boot.loader.grub.device = "/dev/sda";', '/dev/sda'],
    ['desktop', 'services.xserver.desktopManager.plasma5.enable = true;', 'plasma'],
    ['desktop', 'services.xserver.desktopManager.lumina.enable = true;', undefined],
    ['kernel', 'boot.kernelPackages = pkgs.linuxPackages_latest;', 'latest'],
    ['kernel', 'boot.kernelPackages = pkgs.linuxPackages_6_6;', undefined],
    [
      'with',
      'hardware.bluetooth.enable = true; services.printing.enable = true;',
      'printing,bluetooth',
    ],
    ['browser', 'programs.firefox.enable = true;', 'firefox'],
    ['stateVersion', 'system.stateVersion = "23.11"; # Did you read the comment?', '23.11'],
  ])('%s: %s', (name, lines, value) => {
    expect(read(name, lines)?.value).toBe(value);
  });

  it.each([
    ['users.users.mia = { isNormalUser = true; };', 'mia'],
    ['users.extraUsers."mia".isNormalUser = true;', 'mia'],
    ['users.users = { a.isNormalUser = true; leon.isNormalUser = true; };', 'leon'],
    ['users.users.nobody.isNormalUser = false;', undefined],
  ])('is whose it is, where it was named: %s', (lines, name) => {
    const context = contextWith(lines);
    const { old } = context;
    if (old === undefined) throw new Error('there is none');
    const named = new OldConfiguration(old.root, old.folder, old.files, true, false);
    expect(readings.username?.(named, soFar, context)?.value).toBe(name);
    expect(readings.username?.(old, soFar, context)).toBeUndefined();
  });

  it('leaves a host name that is not taken where it is, unless another is wanted', () => {
    const context = contextWith('networking.hostName = "Desk";');
    const { old } = context;
    if (old === undefined) throw new Error('there is an old configuration');
    for (const [hostname, count] of [
      ['desk', 0],
      ['box', 1],
    ] as const) {
      const found = readings.hostname?.(old, { ...soFar, hostname }, context);
      expect(found).toMatchObject({ value: 'desk' });
      expect(found?.definitions).toHaveLength(count);
    }
  });

  it('leaves an empty full name where it is, unless another is wanted', () => {
    const lines = 'users.users.leon.description = "";';
    expect(read('fullName', lines)).toEqual({ value: '', definitions: [] });
    const context = contextWith(lines);
    const wanted = { ...soFar, fullName: 'Leon' };
    const found = context.old && readings.fullName?.(context.old, wanted, context);
    expect(found?.definitions).toHaveLength(1);
  });

  it('leaves the shell of everybody else where it is', () => {
    expect(read('shell', 'users.defaultUserShell = pkgs.zsh;')).toEqual({
      value: 'zsh',
      definitions: [],
    });
  });

  it('says what was replaced in a full name', () => {
    expect(read('fullName', 'users.users.leon.description = "A:B";')?.note).toContain('colons');
    expect(read('fullName', 'users.users.leon.description = "A B";')?.note).toBeUndefined();
  });

  it('takes the nine formats as one answer, and leaves a mixture where it is', () => {
    const nine = [
      'ADDRESS',
      'IDENTIFICATION',
      'MEASUREMENT',
      'MONETARY',
      'NAME',
      'NUMERIC',
      'PAPER',
    ];
    const all = [...nine, 'TELEPHONE', 'TIME'];
    const lines = (of: (name: string) => string) =>
      `i18n.extraLocaleSettings = { ${all.map((name) => `LC_${name} = "${of(name)}";`).join(' ')} };`;
    expect(
      read(
        'formats',
        lines(() => 'de_AT.UTF-8'),
      ),
    ).toMatchObject({ value: 'de_AT.UTF-8' });
    expect(
      read(
        'formats',
        lines(() => 'de_AT.UTF-8'),
      )?.definitions,
    ).toHaveLength(9);
    expect(
      read(
        'formats',
        lines((name) => (name === 'TIME' ? 'C.UTF-8' : 'de_AT.UTF-8')),
      ),
    ).toBeUndefined();
  });

  it('leaves a console that is set otherwise than the X server', () => {
    const lines = 'services.xserver.xkb.layout = "us"; console.keyMap = "de";';
    expect(read('keyboard', lines)?.definitions).toEqual(['services.xserver.xkb.layout']);
  });

  it('takes the lines that GNOME’s automatic login needed along with it', () => {
    const lines = `services.displayManager.autoLogin = { enable = true; user = "leon"; };
      systemd.services."getty@tty1".enable = false;
      systemd.services."autovt@tty1".enable = false;`;
    expect(read('autoLogin', lines)?.definitions).toEqual([
      'services.displayManager.autoLogin.enable',
      'services.displayManager.autoLogin.user',
      'systemd.services.getty@tty1.enable',
      'systemd.services.autovt@tty1.enable',
    ]);
    expect(read('autoLogin', lines.replace('"leon"', '"mia"'))).toBeUndefined();
  });

  it('takes a desktop with its own login screen, and leaves another', () => {
    const gnome = 'services.xserver = { enable = true; desktopManager.gnome.enable = true; };';
    const own = 'services.xserver.displayManager.gdm.enable = true;';
    expect(read('desktop', `${gnome} ${own}`)?.definitions).toEqual([
      'services.xserver.desktopManager.gnome.enable',
      'services.xserver.displayManager.gdm.enable',
    ]);
    const other = 'services.xserver.displayManager.lightdm.enable = true;';
    expect(read('desktop', `${gnome} ${other}`)?.definitions).toHaveLength(1);
  });

  it('is no default for another computer', async () => {
    const context = contextWith('time.timeZone = "Asia/Tokyo";');
    const row = questions.find(({ name }) => name === 'timeZone');
    if (row === undefined) throw new Error('no such question');
    const answer = (hardware: string) => standardAnswer(row, { ...soFar, hardware }, context);
    expect(await answer('this')).toMatchObject({ value: 'Asia/Tokyo', source: '/etc/nixos' });
    expect(await answer('none')).toMatchObject({ value: 'Europe/Berlin' });
  });
});
