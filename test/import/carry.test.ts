import { describe, expect, it } from 'vitest';
import { definitions } from '../../src/nix/definitions.js';
import { asked, graphical, hardware } from './installer.js';
import { carried } from './support.js';

const base = { 'hardware-configuration.nix': hardware };
const gnome = { desktop: 'gnome' };
const host = 'hosts/framework-desktop';

const entryOf = async (text: string, more: Record<string, string> = {}, answers = {}) =>
  carried({ files: { ...base, 'configuration.nix': text, ...more }, answers });

describe('a fresh installation', () => {
  it('leaves nothing but what the answers do not have', async () => {
    const files = { ...base, 'configuration.nix': graphical };
    const all = await carried({ files, answers: gnome, questions: { ...asked } });
    expect(all.entry).toContain('boot.initrd.luks.devices."luks-swap".device');
    expect(definitions(all.entry ?? '').map(({ path }) => path.join('.'))).toEqual([
      'boot.initrd.luks.devices.luks-swap.device',
    ]);
    expect(all.text(`${host}/configuration.nix`)).toContain('./carried-over/configuration.nix #');
  });

  it('leaves no file where the answers have it all', async () => {
    const text = graphical.replace(/.*luks.*\n/, '');
    const files = { ...base, 'configuration.nix': text };
    const all = await carried({ files, answers: gnome, questions: { ...asked } });
    expect(all.entry).toBeUndefined();
    expect(all.text(`${host}/configuration.nix`)).not.toContain('carried-over');
    expect(all.accounts.filter(({ fate }) => fate === 'left')).toEqual([]);
  });
});

describe('the check of the files', () => {
  const answers = { ...gnome, repoWith: 'checks' };

  it('leaves carried-over files alone, which are written as their author wrote them', async () => {
    const text = '{ config, pkgs, ... }:\n{ services.x = 1;\n  services.y = 2; }\n';
    const flake = (await entryOf(text, {}, answers)).text('flake.nix') ?? '';
    expect(flake).toContain("! -path '*/carried-over/*' -print0");
    expect(flake).toContain(
      'statix check --ignore hardware-configuration.nix --ignore carried-over\n',
    );
    expect(flake).toContain('# carried-over stays as it was written.');
  });

  it('does not name them where there are none', async () => {
    const files = { ...base, 'configuration.nix': '{ networking.hostName = "x"; }' };
    const all = await carried({
      files,
      answers,
      questions: { 'networking.hostName': 'hostname' },
    });
    expect(all.text('flake.nix')).toContain('statix check');
    expect(all.text('flake.nix')).not.toContain('carried-over');
  });
});

describe('a set that refers to itself', () => {
  const text = `{ networking = rec { hostName = "x"; domain = "a.b"; extraHosts = "\${hostName}"; }; }`;

  it('keeps what its own lines use', async () => {
    const hostName = { 'networking.hostName': 'hostname' } as const;
    const all = await carried({
      files: { ...base, 'configuration.nix': text },
      questions: hostName,
    });
    expect(all.entry).toContain('hostName = "x";');
    expect(all.account('networking.hostName')?.fate).toBe('carried');
  });

  it('gives up what they do not', async () => {
    const without = text.replace('${hostName}', 'y');
    const hostName = { 'networking.hostName': 'hostname' } as const;
    const all = await carried({
      files: { ...base, 'configuration.nix': without },
      questions: hostName,
    });
    expect(all.entry).not.toContain('hostName = "x";');
  });
});

describe('accounts', () => {
  it('are one for each definition', async () => {
    const { old, accounts } = await entryOf(graphical);
    const total = old.files.reduce((sum, file) => sum + file.definitions.length, 0);
    expect(accounts).toHaveLength(total);
    expect(accounts.at(-1)?.file).toBe('hardware-configuration.nix');
  });

  it('are left with the line of what can’t be read', async () => {
    const text = '{\n  a.b = 1;\n  c = nobody;\n  d = 2;\n}\n';
    const { accounts, entry } = await entryOf(text);
    expect(entry).toBe(text);
    const own = accounts.filter(({ file }) => file === 'configuration.nix');
    expect(own.length).toBeGreaterThan(0);
    for (const { fate, note } of own) {
      expect(fate).toBe('left');
      expect(note).toMatch(/^line \d+ can’t be read/);
    }
  });

  it('are left where a file is imported of which nothing can be read', async () => {
    const broken = 'GITCRYPT ]\n';
    const text = '{\n  imports = [ ./b.nix ];\n  c = 1;\n}\n';
    const { account, text: textOf } = await entryOf(text, { 'b.nix': broken });
    expect(textOf(`${host}/carried-over/b.nix`)).toBe(broken);
    expect(account('imports')?.fate).toBe('left');
    expect(account('imports')?.note).toContain('all of b.nix is as it was');
  });

  it('say what is to be written otherwise in a file that stays as it is', async () => {
    const text = '{\n  imports = [ ./hardware-configuration.nix ];\n  c = nobody;\n}\n';
    const { account, entry } = await entryOf(text);
    expect(entry).toBe(text);
    expect(account('imports')?.note).toContain(
      'line 2 is to be mended too: ./hardware-configuration.nix is ../hardware-configuration.nix now',
    );
  });

  it('keep a list of packages that somebody left a note in', async () => {
    const list = (note: string) =>
      `{ pkgs, ... }: { environment.systemPackages = with pkgs; [\n    ${note}\n  ]; }`;
    expect((await entryOf(list('# steam'))).entry).toContain('[\n    # steam\n  ];');
    expect((await entryOf(list('#  thunderbird'))).entry).toBeUndefined();
  });

  it('warn of a password', async () => {
    const { account } = await entryOf('{ users.users.x.hashedPassword = "$6$a"; }');
    expect(account('users.users.x.hashedPassword')?.note).toContain('in the repo now');
  });
});

describe('conflicts', () => {
  it('are decided for the old configuration', async () => {
    const { text, account } = await entryOf('{ time.timeZone = "Asia/Tokyo"; }');
    expect(account('time.timeZone')?.fate).toBe('carried');
    expect(text(`${host}/configuration.nix`)).not.toContain('timeZone');
  });

  it('are decided for it too where its value is computed', async () => {
    const old = '{ config, ... }: { networking.hostName = config.mine.name; }';
    const { text, entry } = await entryOf(old);
    expect(entry).toContain('networking.hostName = config.mine.name;');
    expect(text(`${host}/configuration.nix`)).not.toContain('hostName');
  });

  it('are left to the condition, where there is one', async () => {
    const { text } = await entryOf('{ lib, ... }: { time.timeZone = lib.mkIf true "Asia/Tokyo"; }');
    const own = text(`${host}/configuration.nix`);
    expect(own).toMatch(/time\.timeZone = lib\.mkDefault "/);
    expect(own).toContain('{ inputs, lib, pkgs, ... }:');
  });

  it('are none between lists', async () => {
    const { text } = await entryOf('{ pkgs, ... }: { environment.systemPackages = [ pkgs.vim ]; }');
    expect(text(`${host}/configuration.nix`)).toContain('git # a rebuild from this repo needs it');
  });

  it.each([
    ['{ console.keyMap = "de"; }', `${host}/configuration.nix`, 'useXkbConfig'],
    [
      '{ networking.wireless.enable = true; }',
      `${host}/configuration.nix`,
      'networkmanager.enable',
    ],
    ['{ boot.loader.limine.enable = true; }', `${host}/configuration.nix`, 'boot.loader'],
    ['{ hardware.pulseaudio.enable = true; }', 'modules/nixos/sound.nix', 'services.pipewire'],
    ['{ services.displayManager.ly.enable = true; }', 'modules/nixos/gnome.nix', 'gdm'],
  ])('by meaning: %s', async (text, file, gone) => {
    const all = await entryOf(text, {}, gnome);
    const before = await entryOf('{ networking.networkmanager.enable = true; }', {}, gnome);
    expect(before.text(file)).toContain(gone);
    expect(all.text(file)).toBeDefined();
    expect(all.text(file)).not.toContain(gone);
  });

  it.each([
    ['{ boot.loader.grub.enable = true; }', 'boot.loader.grub.enable', true],
    ['{ boot.loader.grub.devices = [ "/dev/sda" "/dev/sdb" ]; }', undefined, true],
    ['{ boot.loader.grub = { enable = true; device = "/dev/sda"; }; }', undefined, false],
  ])('leave GRUB where it was written to: %s', async (old, answered, isGone) => {
    const grub = { bootLoader: 'grub', grubDevice: '/dev/vda' };
    const files = { ...base, 'configuration.nix': old };
    const questions = answered ? { [answered]: 'bootLoader' as const } : {};
    const { text, entry } = await carried({ files, answers: grub, questions });
    const own = text(`${host}/configuration.nix`);
    expect(own).toContain('boot.loader.grub');
    expect(own).not.toContain('device = "/dev/vda"');
    if (!isGone) expect(entry).toContain('device = "/dev/sda"');
  });

  it.each([
    [
      '{ boot.loader.grub = { enable = true; devices = [ "nodev" ]; efiSupport = true; }; }',
      { bootLoader: 'grub', grubDevice: 'nodev' },
      `${host}/configuration.nix`,
      'efiSupport = true',
    ],
    [
      '{ boot.loader = { limine.enable = true; efi.canTouchEfiVariables = true; }; }',
      {},
      `${host}/configuration.nix`,
      'canTouchEfiVariables = true',
    ],
    [
      '{ hardware.pulseaudio.enable = true; services.pipewire.enable = true; }',
      gnome,
      'modules/nixos/sound.nix',
      'services.pipewire',
    ],
    [
      '{ programs.nh.clean.enable = true; nix.gc.automatic = true; }',
      {},
      `${host}/configuration.nix`,
      'gc = {',
    ],
  ])('leave what stands for a line that was there: %s', async (old, answers, file, kept) => {
    const { text, accounts } = await entryOf(old, {}, answers);
    expect(accounts.some(({ note }) => note === 'as before')).toBe(true);
    expect(text(file)).toContain(kept);
  });

  it('leave a machine without a boot loader without one', async () => {
    const { text } = await entryOf('{ boot.loader.grub.enable = false; }');
    expect(text(`${host}/configuration.nix`)).not.toContain('boot.loader');
  });

  it.each([
    ['systemd-boot.enable = true; grub.enable = false; efi.canTouchEfiVariables = true;', true],
    ['systemd-boot.enable = true; grub.enable = false;', false],
    ['timeout = 3;', true],
  ])('let the boot loader touch the firmware’s menu as before: %s', async (old, isThere) => {
    const { text } = await entryOf(`{ boot.loader = { ${old} }; }`);
    const own = text(`${host}/configuration.nix`) ?? '';
    expect(own.includes('efi.canTouchEfiVariables = true')).toBe(isThere);
  });

  it.each([
    ['{ boot.loader.grub = { enable = true; device = "nodev"; }; }', false],
    ['{ boot.loader.grub = { enable = true; device = "nodev"; efiSupport = true; }; }', true],
  ])('give GRUB support for EFI where it had it: %s', async (old, isThere) => {
    const questions = {
      'boot.loader.grub.enable': 'bootLoader',
      'boot.loader.grub.device': 'grubDevice',
    } as const;
    const answers = { bootLoader: 'grub', grubDevice: 'nodev' };
    const { text, entry } = await carried({
      files: { ...base, 'configuration.nix': old },
      answers,
      questions,
    });
    const all = `${text(`${host}/configuration.nix`)}${entry}`;
    expect(all.includes('efiSupport = true')).toBe(isThere);
  });

  it.each([
    ['{ services.xserver.xkb.layout = "ru"; }', 'ru', false],
    ['{ services.xserver.layout = "us,ru"; }', 'us', false],
    ['{ services.xserver.layout = "ru"; console.useXkbConfig = true; }', 'ru', true],
    ['{ a = 1; }', 'ru', true],
  ])('leave the text console the keymap that it had: %s', async (old, keyboard, follows) => {
    const { text } = await entryOf(old, {}, { keyboard });
    const own = text(`${host}/configuration.nix`) ?? '';
    expect(own.includes('useXkbConfig = true')).toBe(follows);
  });

  it('leave a login screen the command that it had', async () => {
    const command = 'services.greetd.settings.default_session.command';
    const old = `{ pkgs, ... }: { ${command} = "\${pkgs.tuigreet}/bin/tuigreet --cmd sway"; }`;
    const { text, entry } = await entryOf(old, {}, { desktop: 'sway' });
    expect(entry).toContain(command);
    expect(text('modules/nixos/greetd.nix')).not.toContain('concatStringsSep');
    const fresh = await entryOf('{ a = 1; }', {}, { desktop: 'sway' });
    expect(fresh.text('modules/nixos/greetd.nix')).toContain('concatStringsSep');
  });

  it('leave both kinds of containers on', async () => {
    const answers = { with: 'docker', stateVersion: '20.09' };
    const old = '{ virtualisation.docker.enable = true; }';
    const file = `${host}/configuration.nix`;
    const { text } = await entryOf(old, {}, answers);
    expect(text(file)).not.toContain('enableContainers');
    expect((await entryOf('{ a = 1; }', {}, answers)).text(file)).toContain('enableContainers');
  });

  it('leave the network to what looked after it, and NetworkManager where it was', async () => {
    const file = `${host}/configuration.nix`;
    expect((await entryOf('{ a = 1; }')).text(file)).not.toContain('networkmanager.enable');
    const with_ = await entryOf('{ networking.networkmanager.enable = true; }');
    expect(with_.text(file)).toContain('networkmanager.enable = true');
    const sometimes = await entryOf(
      '{ lib, ... }: { networking.networkmanager.enable = lib.mkIf true false; }',
    );
    expect(sometimes.text(file)).toContain('networkmanager.enable = lib.mkDefault true');
  });

  it('keep the programs of a desktop that was there', async () => {
    const old = '{ services.xserver = { enable = true; desktopManager.gnome.enable = true; }; }';
    const questions = { 'services.xserver.desktopManager.gnome.enable': 'desktop' } as const;
    const files = { ...base, 'configuration.nix': old };
    const { text, entry } = await carried({ files, answers: gnome, questions });
    expect(text('modules/nixos/gnome.nix')).not.toContain('excludePackages');
    const fresh = await entryOf('{ a = 1; }', {}, gnome);
    expect(fresh.text('modules/nixos/gnome.nix')).toContain('excludePackages');
    expect(entry).toMatch(/services\.xserver[\s\S]*enable = true/);
  });

  it('keep the programs that i3 came with', async () => {
    const old = '{ services.xserver.windowManager.i3.enable = true; }';
    const module = 'modules/nixos/i3.nix';
    const { text } = await entryOf(old, {}, { desktop: 'i3' });
    expect(text(module)).toContain('windowManager.i3');
    expect(text(module)).not.toContain('extraPackages');
    const fresh = await entryOf('{ a = 1; }', {}, { desktop: 'i3' });
    expect(fresh.text(module)).toContain('extraPackages = [ ]');
  });

  it.each([
    ['{ users.users.leon.isNormalUser = true; }', '', false],
    ['{ users.users.leon.isNormalUser = true; }', 'Leon', true],
    ['{ users.users.maria.isNormalUser = true; }', '', true],
  ])('leave an account without a full name so: %s, %j', async (old, fullName, isNamed) => {
    const { text } = await entryOf(old, {}, { fullName });
    const own = text(`${host}/configuration.nix`) ?? '';
    expect(own.includes('description =')).toBe(isNamed);
  });

  it('reach into the home', async () => {
    const name = 'home-manager.users.leon.programs.git.userName';
    const { text } = await entryOf(`{ ${name} = "Other"; }`, {}, { fullName: 'Aumit Leon' });
    expect(text('modules/home-manager/git.nix')).not.toContain('user.name');
  });
});

describe('a `rec` set', () => {
  const hostname = { 'networking.hostName': 'hostname' } as const;
  const ofHost = (set: string) =>
    carried({
      files: { ...base, 'configuration.nix': `{ networking = ${set}; }` },
      questions: hostname,
    });

  it.each([
    'rec { hostName = "framework-desktop"; extraHosts = "${hostName}.a"; }',
    'rec { hostName = "framework-desktop"; hosts = { inherit hostName; }; }',
    'rec { inherit (builtins) hostName; extraHosts = hostName; }',
  ])('keeps what its other lines use: %s', async (set) => {
    const { entry, account, old } = await ofHost(set);
    expect(entry).toBe(`{ networking = ${set}; }`);
    expect(old.files[0]?.definitions[0]?.path).toEqual(['networking', 'hostName']);
    expect(account('networking.hostName')).toMatchObject({ fate: 'carried' });
    expect(account('networking.hostName')?.note).toContain('rec');
  });

  it.each([
    ['rec { hostName = "framework-desktop"; domain = "a"; }', 'rec { domain = "a"; }'],
    ['{ hostName = "framework-desktop"; domain = "a"; }', '{ domain = "a"; }'],
  ])('gives up what nothing in it uses: %s', async (set, left) => {
    expect((await ofHost(set)).entry).toBe(`{ networking = ${left}; }`);
  });

  it('is not given the same package a second time', async () => {
    const old = '{ users.users.leon = rec { shell = pkgs.zsh; packages = [ shell ]; }; }';
    const { text, entry } = await carried({
      files: { ...base, 'configuration.nix': `{ pkgs, ... }: ${old}` },
      questions: { 'users.users.leon.shell': 'shell' },
      answers: { shell: 'zsh' },
    });
    expect(entry).toContain('shell = pkgs.zsh;');
    expect(text(`${host}/configuration.nix`)).not.toContain('shell = pkgs.zsh;');
  });
});

describe('files beside the modules', () => {
  it('go along where they stood', async () => {
    const text = '{ a = ./pictures; b = builtins.readFile ./x.txt; imports = [ ./m ]; }';
    const { files, text: of } = await entryOf(text, {
      'pictures/a.svg': '<svg/>',
      'pictures/.git/config': 'x',
      'x.txt': 'x',
      'm/default.nix': '{ c = ../x.txt; }',
    });
    const carriedOver = files
      .map(({ path }) => path)
      .filter((path) => path.includes('carried-over'));
    expect(carriedOver.sort()).toEqual(
      ['configuration.nix', 'm/default.nix', 'pictures/a.svg', 'x.txt'].map(
        (path) => `${host}/carried-over/${path}`,
      ),
    );
    expect(of(`${host}/carried-over/m/default.nix`)).toBe('{ c = ../x.txt; }');
  });

  it('are named anew where they stood elsewhere', async () => {
    const { entry, account, text } = await carried({
      files: {
        ...base,
        'configuration.nix': '{ a = /etc/nixos/x.txt; b = /srv/y.txt; }',
        'x.txt': 'x',
      },
      outside: { 'srv/y.txt': 'y' },
    });
    expect(entry).toBe('{ a = ./x.txt; b = ./outside/srv/y.txt; }');
    expect(account('a')?.fate).toBe('rewritten');
    expect(text(`${host}/carried-over/outside/srv/y.txt`)).toBe('y');
  });

  it('come along where the system is built from them', async () => {
    const { entry } = await carried({
      files: {
        ...base,
        'configuration.nix': '{ security.pki.certificateFiles = [ /srv/ca.crt ]; }',
      },
      outside: { 'srv/ca.crt': 'PEM' },
    });
    expect(entry).toBe('{ security.pki.certificateFiles = [ ./outside/srv/ca.crt ]; }');
  });

  it('stay where they hold a secret', async () => {
    const key = '-----BEGIN OPENSSH PRIVATE KEY-----\n';
    const { files, account } = await entryOf('{ a = ./id; }', { id: key });
    expect(files.some(({ path }) => path.endsWith('/id'))).toBe(false);
    expect(account('a')).toMatchObject({ fate: 'left' });
    expect(account('a')?.note).toContain('private key');
  });

  it('name no hardware file that is not there', async () => {
    const files = { 'configuration.nix': '{ imports = [ ./hardware-configuration.nix ]; a = 1; }' };
    const { entry, account } = await carried({ files });
    expect(entry).toBe('{ a = 1; }');
    expect(account('imports')?.fate).toBe('rewritten');
  });

  it('have what leads to the hardware file led to the host’s', async () => {
    const { entry } = await entryOf(
      '{ lib, ... }: { imports = lib.optional true ./hardware-configuration.nix; a = 1; }',
    );
    expect(entry).toContain('lib.optional true ../hardware-configuration.nix');
  });
});

describe('a user and a host that the old configuration names once, above', () => {
  const text = `{ pkgs, ... }:
let
  user = "leon";
  host = "atlas";
in
{
  networking.hostName = host;
  users.users.\${user} = {
    isNormalUser = true;
    description = "Leon the Great";
    packages = [ pkgs.htop ];
  };
  environment.etc."host".text = host;
}
`;
  const questions = {
    'networking.hostName': 'hostname',
    'users.users.leon.description': 'fullName',
  } as const;

  it('are answers, and not set twice', async () => {
    const files = { ...base, 'configuration.nix': text };
    const all = await carried({ files, answers: { username: 'leon' }, questions });
    expect(all.account('networking.hostName')?.fate).toBe('answer');
    expect(all.account('users.users.leon.description')?.fate).toBe('answer');
    expect(all.entry).not.toContain('Leon the Great');
    expect(all.entry).toContain('packages = [ pkgs.htop ];');
    expect(all.entry).toContain('environment.etc."host".text = host;');
  });
});
