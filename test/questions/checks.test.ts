import { describe, expect, it } from 'vitest';
import { questions } from '../../src/questions/table.js';
import { sshKey } from '../support/answers.js';
import { contextOf } from '../support/context.js';

const row = (name: string) => {
  const found = questions.find((question) => question.name === name);
  if (found === undefined) throw new Error(`no question ${name}`);
  return found;
};

const check = (name: string, typed: string, soFar = {}) =>
  row(name).check(typed, soFar, contextOf({}));

/** question → accepted values, and refused ones with the suggestion that comes with them. */
const examples: Record<
  string,
  {
    takes: readonly string[];
    refuses: Readonly<Record<string, string | undefined>>;
    soFar?: object;
  }
> = {
  hostname: {
    takes: ['nixos', 'framework-desktop', 'a', '123', 'let', 'x'.repeat(63)],
    refuses: {
      My_Host: 'my-host',
      '': 'nixos',
      localhost: 'nixos',
      'web.example.org': 'web-example-org',
      '-a-': 'a',
      Büro: 'buro',
      '../x': 'x',
      ['x'.repeat(64)]: 'x'.repeat(63),
      'a\nb': 'a-b',
    },
  },
  username: {
    takes: ['leon', '_x', 'inherit', 'a-b_c9', 'nixos', 'x'.repeat(31)],
    refuses: {
      Leon: 'leon',
      'aumit.leon': 'aumit-leon',
      '9lives': 'lives',
      '': undefined,
      root: undefined,
      Root: undefined,
      nobody: undefined,
      nixbld1: undefined,
      messagebus: undefined,
      'systemd-network': undefined,
      ['x'.repeat(32)]: 'x'.repeat(31),
    },
  },
  channel: {
    takes: ['nixos-unstable', 'nixos-26.05', 'nixos-26.11', 'nixos-27.05'],
    refuses: {
      'nixos-25.11': 'nixos-26.05',
      '26.05': 'nixos-26.05',
      '25.11': 'nixos-26.05',
      unstable: 'nixos-unstable',
      'nixpkgs-unstable': 'nixos-unstable',
      'nixos-26.06': 'nixos-26.05',
    },
  },
  shell: { takes: ['zsh', 'bash', 'fish', 'nushell'], refuses: { nu: 'nushell', ZSH: 'zsh' } },
  theme: {
    takes: ['starship', 'tokyo-night', 'robbyrussell', 'agnoster'],
    refuses: { robyrussell: 'robbyrussell', random: undefined },
    soFar: { shell: 'zsh' },
  },
  fullName: {
    takes: ['', 'Aumit Leon', 'a"b${c}', "''", '\\', '日本', ' x '],
    refuses: { 'a:b': 'ab', 'a\tb': 'ab', '\ud800': '\ufffd' },
  },
  email: {
    takes: ['', 'me@example.org', 'ö@exämple.org'],
    refuses: { me: undefined, 'a@b@c': undefined, 'a b@c': undefined, '"a"@b': undefined },
  },
  timeZone: {
    takes: ['UTC', 'Europe/Kyiv', 'Asia/Kolkata', 'Asia/Calcutta', 'Etc/GMT+5'],
    refuses: {
      'europe/berlin': 'Europe/Berlin',
      Berlin: 'Europe/Berlin',
      'Europe/Berln': 'Europe/Berlin',
      'UTC\nx': 'UTC',
    },
  },
  locale: {
    takes: ['en_US.UTF-8', 'de_DE.UTF-8', 'en_IN', 'C.UTF-8'],
    refuses: {
      'en_US.utf8': 'en_US.UTF-8',
      en_US: 'en_US.UTF-8',
      'en_IN.UTF-8': 'en_IN',
      'de_DE@euro': undefined,
      // the land where the most speak it
      de: 'de_DE.UTF-8',
      en: 'en_US.UTF-8',
      sv: 'sv_SE.UTF-8',
    },
  },
  formats: { takes: ['', 'de_AT.UTF-8', 'en_IN'], refuses: { 'de_AT.utf8': 'de_AT.UTF-8' } },
  keyboard: {
    takes: ['us', 'de(nodeadkeys)', 'us(dvorak)', 'gb'],
    refuses: {
      'de(nodeadkey)': 'de(nodeadkeys)',
      'de(': 'de',
      'us()': 'us',
      'de-nodeadkeys': 'de(nodeadkeys)',
      'us dvorak': 'us(dvorak)',
      'fr-latin9x': 'fr',
    },
  },
  preset: { takes: ['article', 'server', 'gaming'], refuses: { gameing: 'gaming' } },
  desktop: { takes: ['none', 'gnome', 'niri'], refuses: { kde: undefined, gnomes: 'gnome' } },
  autoLogin: { takes: ['off', 'on'], refuses: { yes: undefined }, soFar: { desktop: 'gnome' } },
  terminal: { takes: ['ghostty', 'none', 'kitty'], refuses: { gostty: 'ghostty' } },
  editor: { takes: ['neovim', 'none', 'helix'], refuses: { neovm: 'neovim' } },
  languages: {
    takes: ['', 'nix,bash,markdown', 'python,rust'],
    refuses: { 'rust,pyton': 'rust,python', cobol: undefined },
  },
  browser: { takes: ['none', 'firefox', 'brave'], refuses: { firefx: 'firefox' } },
  colors: { takes: ['none', 'nord', 'gruvbox-light'], refuses: { gruvbox: 'gruvbox-dark' } },
  theming: {
    takes: ['native', 'stylix', 'catppuccin'],
    refuses: { styx: 'stylix' },
    soFar: { colors: 'catppuccin-mocha' },
  },
  font: { takes: ['none', 'jetbrains-mono', 'iosevka'], refuses: { jetbrains: 'jetbrains-mono' } },
  graphics: {
    takes: ['none', 'amd', 'nvidia', 'vm'],
    refuses: { radeon: undefined, nvidai: 'nvidia' },
    soFar: { unfree: 'yes', system: 'x86_64-linux' },
  },
  nvidiaBusIds: {
    takes: ['intel=PCI:0:2:0,nvidia=PCI:1:0:0', 'amd=PCI:6:0:0,nvidia=PCI:1:0:0'],
    refuses: {
      'intel=00:02.0,nvidia=01:00.0x': 'intel=PCI:0:2:0,nvidia=PCI:1:0:0',
      'nvidia=PCI:1:0:0': 'intel=PCI:0:2:0,nvidia=PCI:1:0:0',
      $x: 'intel=PCI:0:2:0,nvidia=PCI:1:0:0',
    },
    soFar: { graphics: 'nvidia-laptop' },
  },
  kernel: { takes: ['default', 'latest', 'zen'], refuses: { hardened: undefined } },
  sshKey: { takes: ['', sshKey], refuses: { 'ssh-ed25519 AAAA': undefined, key: undefined } },
  with: {
    takes: ['', 'printing', 'docker,steam,fzf'],
    refuses: { 'docker,stem': 'docker,steam', telnet: undefined },
    soFar: { unfree: 'yes', system: 'x86_64-linux' },
  },
  disk: {
    takes: ['keep', 'btrfs-luks'],
    refuses: { ext4: undefined, 'btrfs-lux': 'btrfs-luks' },
    soFar: { hardware: 'none', kernel: 'default' },
  },
  diskDevice: {
    takes: ['/dev/disk/by-id/nvme-Samsung_SSD_990_PRO_1TB_S6Z1NJ0W123456X'],
    refuses: { '/dev/sda': undefined, '/dev/disk/by-id/../sda': undefined, '$(x)': undefined },
    soFar: { disk: 'plain' },
  },
  secrets: { takes: ['none', 'sops-nix', 'agenix'], refuses: { sops: 'sops-nix' } },
  repoWith: {
    takes: ['', 'dev-shell', 'ci-github,auto-lock'],
    refuses: { 'dev-shel': 'dev-shell', 'auto-lock': undefined },
  },
  license: { takes: ['none', 'mit', 'gpl-3.0'], refuses: { gpl: 'gpl-3.0', bsd: undefined } },
  unfree: { takes: ['yes', 'no'], refuses: { true: undefined } },
  system: {
    takes: ['x86_64-linux', 'aarch64-linux'],
    refuses: { x86_64: 'x86_64-linux', 'riscv64-linux': undefined },
  },
  bootLoader: {
    takes: ['systemd-boot', 'grub'],
    refuses: { grub2: 'grub', systemd: 'systemd-boot' },
  },
  grubDevice: {
    takes: ['/dev/sda', '/dev/disk/by-id/ata-X_1:2', 'nodev'],
    refuses: {
      sda: '/dev/sda',
      nvme0n1: '/dev/nvme0n1',
      '../etc': undefined,
      '/dev/../etc': undefined,
      '/dev/sda/': undefined,
    },
  },
  stateVersion: {
    takes: ['26.11', '26.05', '23.11', '14.04'],
    refuses: { '27.05': '26.11', '26.13': '26.11', '9.10': '26.11', '09.10': '26.11' },
    soFar: { channel: 'nixos-unstable' },
  },
  hardwareProfile: {
    takes: ['common-cpu-amd', 'framework-13-7040-amd', 'lenovo-yoga-6-13ALC6', 'apple-t2'],
    refuses: {
      framework: 'framework-11th-gen-intel',
      'thinkpad-x1-9th-gen': 'lenovo-thinkpad-x1-9th-gen',
      'common-pc-sdd': 'common-pc-ssd',
      'common-pc,common-cpu-adm': 'common-pc,common-cpu-amd',
      'common-pc-ssd,common-gpu-nvidia': 'common-pc-ssd',
      'raspberry-pi-4': undefined,
      'common-gpu-nvidia-nonprime': undefined,
    },
  },
  hardware: { takes: ['none'], refuses: { this: 'none', '/nonexistent': 'none', '/dev': 'none' } },
  repoPath: {
    takes: ['/home/leon/nixos-config', '/etc/nixos', '/srv/a+b'],
    refuses: {
      'x/y': undefined,
      '/a b': undefined,
      '/a/../b': undefined,
      '/': undefined,
      '/$(touch x)': undefined,
    },
  },
};

describe('each question', () => {
  it('has examples here', () => {
    expect(Object.keys(examples).sort()).toEqual(questions.map(({ name }) => name).sort());
  });

  for (const [name, { takes, refuses, soFar = {} }] of Object.entries(examples)) {
    it.each(takes)(`${name} takes %j`, async (typed) => {
      expect(await check(name, typed, soFar)).toMatchObject({ ok: true, value: typed });
    });

    it.each(Object.entries(refuses))(`${name} refuses %j`, async (typed, suggestion) => {
      const result = await check(name, typed, soFar);
      expect(result.ok).toBe(false);
      if (!result.ok) {
        expect(result.why).not.toBe('');
        expect(result.suggestion).toBe(suggestion);
      }
    });

    it(`${name} takes what it suggests`, async () => {
      for (const suggestion of Object.values(refuses)) {
        if (suggestion === undefined || suggestion === '\ufffd') continue;
        expect(await check(name, suggestion, soFar)).toMatchObject({ ok: true });
      }
    });

    it.each(takes)(`${name}'s pattern, in the schema, fits %j`, (typed) => {
      const { pattern } = row(name);
      if (pattern !== undefined) expect(typed).toMatch(new RegExp(pattern, 'u'));
    });
  }

  it('notes a release that is newer than this program', async () => {
    expect(await check('channel', 'nixos-27.05')).toMatchObject({
      note: expect.stringContaining('27.05'),
    });
    expect(await check('channel', 'nixos-26.05')).toMatchObject({ note: undefined });
  });

  it.each([
    ['/dev/sda1', '/dev/sda'],
    ['/dev/vdb12', '/dev/vdb'],
    ['/dev/nvme0n1p2', '/dev/nvme0n1'],
    ['/dev/mmcblk0p1', '/dev/mmcblk0'],
    ['/dev/disk/by-id/ata-X-part3', '/dev/disk/by-id/ata-X'],
  ])('notes that %s is a partition, and GRUB belongs on %s', async (device, disk) => {
    const { note } = (await check('grubDevice', device)) as { note?: string };
    expect(note).toMatch(new RegExp(`${disk}$`));
    expect(await check('grubDevice', disk)).toMatchObject({ ok: true, note: undefined });
  });

  it('offers other shells no theme of oh-my-zsh', async () => {
    expect(await check('theme', 'robbyrussell', { shell: 'fish' })).toMatchObject({ ok: false });
    expect(await check('theme', 'tokyo-night', { shell: 'fish' })).toMatchObject({ ok: true });
  });
});
