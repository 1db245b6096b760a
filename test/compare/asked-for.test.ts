import { describe, expect, it } from 'vitest';
import { extras } from '../../src/choices/extras.js';
import { type Asked, judge } from '../../src/compare/asked-for.js';
import type { Difference } from '../../src/compare/difference.js';
import type { Answer } from '../../src/questions/answers.js';
import type { QuestionName } from '../../src/questions/table.js';

type Given = Partial<Readonly<Record<QuestionName, string>>>;

const usual: Given = { username: 'leon', disk: 'keep', desktop: 'gnome', with: '', sshKey: '' };

/** Answers that somebody gave, and the others' defaults. */
function asked(given: Given, more: Partial<Asked> = {}): Asked {
  const answer =
    (isGiven: boolean) =>
    ([name, value]: [string, string]) =>
      [name as QuestionName, { value, source: 'test', given: isGiven }] as const;
  const found = new Map<QuestionName, Answer>([
    ...Object.entries(usual).map(answer(false)),
    ...Object.entries(given).map(answer(true)),
  ]);
  const same = ['26.05', '26.05'] as const;
  return { found, oldDesktop: 'gnome', oldText: '', releases: same, ...more };
}

/** `area name: before → after`; without an end it is gone. */
function difference(text: string): Difference {
  const [, area, name = '', before = '', after = ''] =
    /^(\S+) (\S+?)(?:: (.*) → (.*))?$/.exec(text) ?? [];
  const change = after === '' ? 'gone' : 'changed';
  return { area: area as Difference['area'], name, change, before: before || name, after };
}

function reasonOf(text: string, given: Given = {}, more: Partial<Asked> = {}): string | undefined {
  return judge([difference(text)], asked(given, more))[0]?.askedFor;
}

describe('A difference was asked for', () => {
  it.each<[string, Given, string]>([
    ['hostname networking.hostName: nixos → frame', { hostname: 'frame' }, 'Hostname'],
    ['users users.users.leon.shell: bash-interactive → zsh', { shell: 'zsh' }, 'Shell'],
    ['users users.users.leon.shell: zsh → bash-interactive', { shell: 'bash' }, 'Shell'],
    ['users users.users.leon.description: Leon → Leon W', { fullName: 'Leon W' }, 'Full name'],
    ['timeZone time.timeZone: UTC → Europe/Rome', { timeZone: 'Europe/Rome' }, 'Time zone'],
    ['locale services.xserver.xkb.layout: us → de', { keyboard: 'de' }, 'Keyboard'],
    ['bootLoader boot.loader.grub.enable: yes → no', { bootLoader: 'systemd-boot' }, 'Boot loader'],
    ['kernel boot.kernelPackages: linux 6.18.1 → linux 6.12.5', { kernel: 'lts' }, 'Kernel'],
    ['kernel boot.kernelParams: nouveau.modeset=0 → ', { graphics: 'nvidia' }, 'Graphics'],
    ['luks boot.initrd.luks.devices.x: /dev/sda → ', { disk: 'encrypted' }, 'Disk'],
    ['services cups.socket', { with: 'docker' }, 'With'],
    ['services sshd.service', { sshKey: '' }, 'SSH key'],
    ['services desktopManager.gnome', { desktop: 'plasma' }, 'Desktop'],
    ['packages gnome-tour', { desktop: 'none' }, 'Desktop'],
  ])('%s by %o', (text, given, label) => {
    expect(reasonOf(text, given)).toBe(label);
    expect(reasonOf(text)).toBeUndefined();
  });

  it.each<[string, Given]>([
    ['hostname networking.hostName: nixos → other', { hostname: 'frame' }],
    ['users users.users.mia: Mia → ', { username: 'leon', shell: 'zsh' }],
    ['users users.users.mia.shell: fish → zsh', { shell: 'zsh' }],
    ['users users.users.leon.extraGroups: docker → ', { username: 'leon', fullName: 'Leon' }],
    ['users users.users.leon.description: Leon → ', { fullName: '' }],
    ['bootLoader boot.loader.grub.enableCryptodisk: yes → no', { bootLoader: 'grub' }],
    ['luks boot.initrd.luks.devices.x: /dev/sda → ', { disk: 'keep' }],
    ['kernel boot.kernelParams: quiet → ', { graphics: 'nvidia' }],
    ['services cups.socket', { with: 'printing' }],
    ['services netdata', { with: 'docker' }],
    ['services sshd.service', { sshKey: 'ssh-ed25519 A' }],
    ['locale i18n.extraLocaleSettings: LC_TIME → ', { locale: 'de_DE.UTF-8' }],
  ])('not: %s by %o', (text, given) => {
    expect(reasonOf(text, given)).toBeUndefined();
  });

  it('for the shell by taking all defaults', () => {
    const found = new Map(asked({}).found).set('shell', {
      ...{ value: 'zsh', source: 'default', given: false },
    });
    expect(reasonOf('users users.users.leon.shell: bash → zsh', {}, { found })).toBe('Shell');
  });

  it('with the language come its formats', () => {
    const differences = [
      'locale i18n.defaultLocale: en_US.UTF-8 → de_DE.UTF-8',
      'locale i18n.extraLocaleSettings: LC_TIME → ',
    ].map(difference);
    const judged = judge(differences, asked({ locale: 'de_DE.UTF-8' }));
    expect(judged.map(({ askedFor }) => askedFor)).toEqual(['Locale', 'Locale']);
  });

  it('by another desktop not where the old files name it', () => {
    const oldText = 'environment.systemPackages [ gnome-tweaks ]';
    const given = { desktop: 'plasma' };
    expect(reasonOf('packages gnome-tweaks', given, { oldText })).toBeUndefined();
    expect(reasonOf('packages gnome-tour', given, { oldText })).toBe('Desktop');
    expect(reasonOf('packages gnome-tour', given, { oldDesktop: 'none' })).toBeUndefined();
  });

  it.each([
    ['linux 6.12.5', 'linux 6.12.60', 'a newer version'],
    ['linux 6.12.5', 'linux 6.12.5', 'a newer version'],
    ['linux 6.12.5', 'linux 7.0.0', 'a newer version'],
    ['linux-zen 6.12.5-zen1', 'linux-zen 6.18.0-zen2', 'a newer version'],
    ['linux 6.18.5', 'linux 6.12.60', undefined],
    ['linux-zen 6.12.5-zen1', 'linux 6.18.0', undefined],
    ['linux 6.12.5-hardened1', 'linux 6.18.0', undefined],
  ])('by newer packages, for a kernel: %s → %s: %s', (before, after, reason) => {
    expect(reasonOf(`kernel boot.kernelPackages: ${before} → ${after}`)).toBe(reason);
  });

  it('by a newer release, where nobody has named it', () => {
    const releases = ['25.11', '26.05'] as const;
    const oldText = 'boot.kernelModules [ "vboxdrv" ]';
    const lost = (text: string) => reasonOf(text, {}, { releases, oldText });
    expect(lost('packages nano')).toBe('NixOS 25.11 → 26.05');
    expect(lost('kernel boot.kernelModules: atkbd → ')).toBe('NixOS 25.11 → 26.05');
    expect(lost('kernel boot.kernelModules: atkbd, vboxdrv → ')).toBeUndefined();
    expect(lost('users users.users.mia: Mia → ')).toBeUndefined();
    expect(lost('luks boot.initrd.luks.devices.x: /dev/sda → ')).toBeUndefined();
    expect(reasonOf('packages nano')).toBeUndefined();
  });

  it('never says so of an addition', () => {
    const added: Difference = {
      ...{ area: 'hostname', name: 'networking.hostName', change: 'added' },
      ...{ before: '', after: 'frame' },
    };
    expect(judge([added], asked({ hostname: 'frame' }))[0]?.askedFor).toBeUndefined();
  });

  it('knows each service that can be chosen by its name there', () => {
    const names = ['printing', 'bluetooth', 'docker', 'podman', 'libvirt', 'flatpak', 'tailscale'];
    const more = ['syncthing', 'fwupd', 'power-profiles', 'zram'];
    expect(extras.map(({ value }) => value)).toEqual(expect.arrayContaining([...names, ...more]));
    for (const name of names) {
      expect(
        reasonOf(`services ${name === 'printing' ? 'cups.socket' : name}`, { with: 'x' }),
      ).toBe('With');
    }
  });
});
