/**
 * The repo that is written, file by file, against `test/snapshots/<case>/`. To write the snapshots
 * anew: `UPDATE_SNAPSHOTS=1 npm test -- snapshots`, then read what `git diff` shows.
 */
import fs from 'node:fs';
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { describe, expect, it } from 'vitest';
import { flagName } from '../src/questions/question.js';
import { questions } from '../src/questions/table.js';
import { sshKey } from './support/answers.js';
import {
  filesIn,
  layRoot,
  type Options,
  project,
  run,
  temporaryFolder,
} from './support/program.js';

const snapshots = path.join(project, 'test/snapshots');
const hardware = (name: string) => path.join(project, `test/nix/hardware/${name}.nix`);

/** It stands in the manifest; a release changes it, and should change no snapshot. */
const { version } = JSON.parse(fs.readFileSync(path.join(project, 'package.json'), 'utf8'));

/** A laptop on which the graphical installer has just put NixOS with GNOME. */
const freshNixos = {
  '/etc/NIXOS': '',
  '/etc/os-release': 'ID=nixos\nVERSION_ID="26.05"\nPRETTY_NAME="NixOS 26.05 (Yarara)"\n',
  '/run/current-system/nixos-version': '26.05.2417.3f1a0c9d7b52',
  '/etc/hostname': 'nixos\n',
  '/etc/passwd': [
    'root:x:0:0:System administrator:/root:/run/current-system/sw/bin/bash',
    'messagebus:x:4:4:D-Bus system message bus daemon user:/run/dbus:/run/current-system/sw/bin/nologin',
    'nixbld1:x:30001:30000:Nix build user 1:/var/empty:/run/current-system/sw/bin/nologin',
    'maria:x:1000:100:María José Núñez:/home/maria:/run/current-system/sw/bin/bash',
    'nobody:x:65534:65534:Unprivileged account:/var/empty:/run/current-system/sw/bin/nologin',
    '',
  ].join('\n'),
  '/etc/localtime': { link: '/etc/zoneinfo/Europe/Madrid' },
  '/etc/locale.conf': 'LANG=es_ES.UTF-8\nLC_TIME=es_ES.UTF-8\n',
  '/etc/vconsole.conf': 'KEYMAP=es\n',
  '/etc/X11/xorg.conf.d/00-keyboard.conf':
    'Section "InputClass"\n  Identifier "Keyboard catchall"\n  Option "XkbLayout" "es"\n  Option "XkbVariant" ""\nEndSection\n',
  '/sys/firmware/efi/fw_platform_size': '64\n',
  '/sys/class/drm/card1-eDP-1/status': 'connected\n',
  '/etc/nixos/hardware-configuration.nix': fs.readFileSync(hardware('framework-desktop'), 'utf8'),
  '/etc/nixos/configuration.nix': `{ config, pkgs, ... }:

{
  imports = [ ./hardware-configuration.nix ];

  boot.loader.systemd-boot.enable = true;
  boot.loader.efi.canTouchEfiVariables = true;

  networking.hostName = "nixos"; # Define your hostname.
  networking.networkmanager.enable = true;
  time.timeZone = "Europe/Madrid";
  i18n.defaultLocale = "es_ES.UTF-8";

  services.xserver.enable = true;
  services.displayManager.gdm.enable = true;
  services.desktopManager.gnome.enable = true;
  services.xserver.xkb = {
    layout = "es";
    variant = "";
  };
  console.keyMap = "es";

  users.users."maria" = {
    isNormalUser = true;
    description = "María José Núñez";
    extraGroups = [ "networkmanager" "wheel" ];
    packages = with pkgs; [
    ];
  };

  nixpkgs.config.allowUnfree = true;
  system.stateVersion = "26.05";
}
`,
};

interface Case {
  readonly flags: Readonly<Record<string, string>>;
  readonly root?: Parameters<typeof layRoot>[0];
}

const cases: Readonly<Record<string, Case>> = {
  article: {
    flags: {
      hostname: 'framework-desktop',
      username: 'leon',
      channel: 'nixos-unstable',
      shell: 'zsh',
      theme: 'robbyrussell',
      'full-name': 'Aumit Leon',
      email: 'leon@example.org',
      'time-zone': 'America/New_York',
      hardware: hardware('framework-desktop'),
      'repo-path': '/home/leon/nixos-config',
    },
  },
  // nothing is said but where it stands, which is else the folder that the test happens to have
  'enter-alone': { flags: { 'repo-path': '/home/maria/nixos-config' }, root: freshNixos },
  bash: {
    flags: {
      hostname: 'build-box',
      username: 'deploy_1',
      shell: 'bash',
      theme: 'plain-text-symbols',
      email: 'deploy@example.org',
      'boot-loader': 'grub',
      'grub-device': '/dev/vda',
      'state-version': '24.11',
      terminal: 'none',
      hardware: hardware('virtual-machine'),
    },
  },
  fish: {
    flags: {
      hostname: 'thinkpad',
      username: 'joerg',
      shell: 'fish',
      theme: 'tokyo-night',
      'full-name': 'Jörg "Joe" Müller',
      'time-zone': 'Europe/Berlin',
      locale: 'de_DE.UTF-8',
      keyboard: 'de(nodeadkeys)',
      hardware: hardware('before-22.05'),
      system: 'x86_64-linux',
      'state-version': '21.11',
    },
  },
  nushell: {
    flags: {
      hostname: 'atelier',
      username: 'yuki',
      shell: 'nushell',
      'full-name': '山田 雪',
      email: 'yuki@example.jp',
      'time-zone': 'Asia/Tokyo',
      locale: 'ja_JP.UTF-8',
      keyboard: 'jp',
      hardware: hardware('framework-desktop'),
    },
  },
  'stable-grub-aarch64': {
    flags: {
      hostname: 'let',
      username: 'inherit',
      channel: 'nixos-26.05',
      editor: 'none',
      terminal: 'none',
      'boot-loader': 'grub',
      'grub-device': 'nodev',
      hardware: hardware('arm-server'),
    },
  },
  placeholder: {
    flags: {
      hostname: '9000',
      username: 'ada',
      unfree: 'no',
      system: 'x86_64-linux',
      hardware: 'none',
    },
  },
};

const flagsOf = ({ flags }: Case) =>
  Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);

/** Runs the program in a folder of its own and returns what it wrote, with the version left open. */
async function written(args: readonly string[], options: Options): Promise<Record<string, string>> {
  const cwd = options.cwd ?? temporaryFolder();
  const outcome = await run(['config', '--yes', '--no-git', '--no-lock', ...args], {
    ...options,
    cwd,
  });
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  const files = filesIn(path.join(cwd, 'config'));
  const manifest = '.create-nixos-config.json';
  files[manifest] = `${files[manifest]}`.replace(`"version": "${version}"`, '"version": "VERSION"');
  return files;
}

/** Every file that is missing, too many or different, with what differs. */
function differences(
  expected: Readonly<Record<string, string>>,
  found: Readonly<Record<string, string>>,
): string {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
  const patches = names.flatMap((name) => {
    const [before, after] = [expected[name], found[name]];
    if (before === after) return [];
    if (after === undefined) return [`${name} is not written`];
    if (before === undefined) return [`${name} is written, and has no snapshot`];
    return [createTwoFilesPatch(`snapshot/${name}`, `written/${name}`, before, after)];
  });
  return patches.join('\n');
}

function snapshotOf(name: string): Record<string, string> {
  const folder = path.join(snapshots, name);
  return fs.existsSync(folder) ? filesIn(folder) : {};
}

function rewrite(name: string, files: Readonly<Record<string, string>>): void {
  const folder = path.join(snapshots, name);
  fs.rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
}

describe('the repo that is written', () => {
  it.each(Object.entries(cases))('%s: is the snapshot', async (name, each) => {
    const files = await written(flagsOf(each), { root: layRoot(each.root ?? {}) });
    if (process.env['UPDATE_SNAPSHOTS'] === '1') rewrite(name, files);
    const found = differences(snapshotOf(name), files);
    if (found !== '') expect.fail(`${name} differs from test/snapshots/${name}:\n${found}`);
  });

  it('has no snapshot without a case', () => {
    expect(fs.readdirSync(snapshots).sort()).toEqual(Object.keys(cases).sort());
  });

  it("has the article's tree for the article's answers", () => {
    expect(Object.keys(snapshotOf('article'))).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'flake.nix',
        'hosts/framework-desktop/configuration.nix',
        'hosts/framework-desktop/hardware-configuration.nix',
        'hosts/framework-desktop/home.nix',
        'modules/home-manager/nvf.nix',
      ]),
    );
  });

  it('says the platform where the hardware file does not, as those of before 22.05', () => {
    const { 'hosts/thinkpad/configuration.nix': system } = snapshotOf('fish');
    expect(system).toContain('nixpkgs.hostPlatform = "x86_64-linux";');
  });

  it('stands where it is written, unless told', async () => {
    const { 'enter-alone': alone } = cases;
    const cwd = temporaryFolder();
    const files = await written([], { root: layRoot(alone?.root ?? {}), cwd });
    const at = path.join(cwd, 'config');
    const placed = Object.entries(snapshotOf('enter-alone')).map(
      ([name, text]) => [name, text.replaceAll('/home/maria/nixos-config', at)] as const,
    );
    const { '.create-nixos-config.json': _, ...others } = files;
    const { '.create-nixos-config.json': __, ...expected } = Object.fromEntries(placed);
    expect(differences(expected, others)).toBe('');
  });
});

describe('the same answers', () => {
  /** A flag for every question, so that no fact of a machine is left to count. */
  const complete = {
    hostname: 'framework-desktop',
    username: 'leon',
    channel: 'nixos-unstable',
    shell: 'zsh',
    theme: 'agnoster',
    'full-name': 'Aumit Leon',
    email: 'leon@example.org',
    'time-zone': 'America/New_York',
    locale: 'en_US.UTF-8',
    formats: 'de_AT.UTF-8',
    keyboard: 'us(intl)',
    preset: 'developer',
    'hardware-profile': 'common-gpu-amd,common-pc',
    desktop: 'sway',
    'auto-login': 'on',
    terminal: 'foot',
    editor: 'helix',
    languages: 'nix,rust',
    browser: 'brave',
    colors: 'nord',
    theming: 'native',
    font: 'hack',
    unfree: 'yes',
    system: 'x86_64-linux',
    'boot-loader': 'grub',
    'grub-device': '/dev/sda',
    graphics: 'nvidia-laptop',
    'nvidia-bus-ids': 'intel=PCI:0:2:0,nvidia=PCI:1:0:0',
    kernel: 'default',
    'ssh-key': sshKey,
    with: 'docker,tmux',
    disk: 'zfs',
    'disk-device': '/dev/disk/by-id/nvme-x',
    secrets: 'agenix',
    'repo-with': 'checks,ci-github',
    license: 'apache-2.0',
    'state-version': '25.11',
    hardware: hardware('without-disks'),
    'repo-path': '/home/leon/nixos-config',
  };

  /** Sets the clock of the program; it needs no library for that. */
  const atTime = (time: string) => ({
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
      `const D=Date;globalThis.Date=class extends D{constructor(...a){super(...(a.length?a:[${time}]))}static now(){return ${time}}}`,
    )}`,
  });

  it('answer every question', () => {
    const flags = questions.map(({ name }) => flagName(name));
    expect(Object.keys(complete).sort()).toEqual(flags.sort());
  });

  it('give the same bytes on every machine, on every day', async () => {
    const args = flagsOf({ flags: complete });
    const here = await written(args, {
      root: layRoot(freshNixos),
      env: { TZ: 'UTC', LANG: 'C', USER: 'maria', ...atTime('0') },
    });
    const mask = process.umask(0o077);
    try {
      const there = await written(args, {
        root: layRoot({
          '/etc/os-release': 'ID=debian\n',
          '/etc/hostname': 'elsewhere.example.org\n',
          '/etc/passwd': 'eve:x:1001:1001:Eve,,,:/home/eve:/bin/zsh\n',
          '/etc/gitconfig': '[user]\n\tname = Eve\n\temail = eve@example.org\n',
          '/etc/timezone': 'Asia/Kolkata\n',
          '/etc/default/locale': 'LANG=tr_TR.UTF-8\n',
          '/etc/vconsole.conf': 'KEYMAP=fr\n',
          '/sys/firmware/acpi/tables': '',
        }),
        env: {
          TZ: 'Pacific/Kiritimati',
          LANG: 'tr_TR.UTF-8',
          LC_ALL: 'tr_TR.UTF-8',
          USER: 'eve',
          EDITOR: 'ed',
          ...atTime('4102444799999'),
        },
      });
      expect(differences(here, there)).toBe('');
    } finally {
      process.umask(mask);
    }
  });

  it('give the same bytes twice', async () => {
    const args = flagsOf({ flags: complete });
    const first = await written(args, { root: layRoot(freshNixos) });
    expect(differences(first, await written(args, { root: layRoot(freshNixos) }))).toBe('');
  });
});
