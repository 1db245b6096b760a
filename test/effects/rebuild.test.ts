/** The first rebuild: only when asked for, only where it is safe, and in words when it fails. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, type Outcome, run, temporaryFolder } from '../support/program.js';
import { type Call, type StandIn, StandIns } from '../support/stand-ins.js';
import { configurationWith, freshConfiguration, hardware, installedNixos } from './nixos.js';

const isRoot = process.getuid?.() === 0;
interface Rebuilt {
  readonly outcome: Outcome;
  readonly repo: string;
  readonly root: string;
  readonly state: string;
  /** How nixos-rebuild was called. */
  readonly calls: readonly Call[];
  /** How sudo was called. */
  readonly sudo: readonly Call[];
  /** The log of the rebuild. */
  readonly log: string | undefined;
}

interface Given {
  readonly root?: string;
  readonly rebuild?: StandIn;
  readonly more?: readonly string[];
  readonly asked?: boolean;
  readonly others?: Readonly<Record<string, StandIn>>;
}

const answers = ['--username', 'leon', '--time-zone', 'Europe/Berlin', '--yes', '--no-lock'];

/** sudo as it is: it runs the rest of its line. */
const sudoThatRuns: StandIn = { does: '"$@"; exit $?' };

async function rebuildOn(given: Given): Promise<Rebuilt> {
  const { root = installedNixos(), rebuild = {}, more = [], asked = true, others = {} } = given;
  const cwd = temporaryFolder();
  const state = path.join(cwd, 'state');
  const stand = new StandIns(['XDG_STATE_HOME']).link('git');
  stand.add('nixos-rebuild', rebuild).add('sudo', sudoThatRuns);
  for (const [name, standIn] of Object.entries(others)) stand.add(name, standIn);
  const words = ['repo', ...answers, ...(asked ? ['--rebuild'] : []), ...more];
  const outcome = await run(words, { cwd, root, path: stand.path, env: { XDG_STATE_HOME: state } });
  const log = path.join(state, 'create-nixos-config/rebuild.log');
  return {
    outcome,
    repo: path.join(fs.realpathSync(cwd), 'repo'),
    root,
    state,
    calls: stand.calls('nixos-rebuild'),
    sudo: stand.calls('sudo'),
    log: fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : undefined,
  };
}

const switchWords = (repo: string) => ['switch', '--flake', `${repo}#nixos`];

describe('the first rebuild', () => {
  it('does not happen on --yes alone', async () => {
    const { outcome, calls, sudo } = await rebuildOn({ asked: false });
    expect(outcome.code).toBe(0);
    expect([...calls, ...sudo]).toEqual([]);
    expect(outcome.stdout).toContain('sudo nixos-rebuild switch --flake');
  });

  it.each([['--rebuild'], ['--rebuild=switch']])(
    '%s switches, with exactly one command',
    async (flag) => {
      const { outcome, repo, calls, sudo } = await rebuildOn({ asked: false, more: [flag] });
      expect(outcome).toMatchObject({ code: 0, stderr: '' });
      expect(calls.map(({ argv }) => argv)).toEqual([switchWords(repo)]);
      expect(sudo.map(({ argv }) => argv)).toEqual(
        isRoot ? [] : [['nixos-rebuild', ...switchWords(repo)]],
      );
      expect(outcome.stdout).toContain('Switched to the new configuration');
      expect(outcome.stdout).not.toMatch(/^ *\d\. Switch to the new configuration/m);
    },
  );

  it('shows the exact command before it runs it', async () => {
    const { outcome, repo } = await rebuildOn({ rebuild: { prints: 'building the system' } });
    const line = `${isRoot ? '' : 'sudo '}nixos-rebuild switch --flake ${repo}#nixos`;
    const shown = outcome.stdout.indexOf(line);
    expect(shown).toBeGreaterThan(-1);
    expect(shown).toBeLessThan(outcome.stdout.indexOf('building the system'));
  });

  it('is of the hardware file that this machine has', async () => {
    const { repo } = await rebuildOn({});
    expect(filesIn(repo)['hosts/nixos/hardware-configuration.nix']).toBe(hardware);
  });

  it('finds every file tracked', async () => {
    const { repo, outcome } = await rebuildOn({ rebuild: { does: 'git ls-files > tracked' } });
    expect(outcome.code).toBe(0);
    expect(fs.readFileSync(path.join(repo, 'tracked'), 'utf8')).toContain('hosts/nixos/home.nix');
  });

  it('keeps its output, of both streams, in a log', async () => {
    const { log } = await rebuildOn({ rebuild: { prints: 'one', complains: 'two' } });
    expect(log?.split('\n').filter(Boolean).sort()).toEqual(['one', 'two']);
  });

  it('with --json leaves standard output to the object', async () => {
    const { outcome, repo } = await rebuildOn({
      rebuild: { prints: 'building' },
      more: ['--json'],
    });
    expect(outcome.code).toBe(0);
    const object = JSON.parse(outcome.stdout) as { commands: { command: string[] }[] };
    expect(object.commands.at(-1)?.command.slice(isRoot ? 0 : 1)).toEqual([
      'nixos-rebuild',
      ...switchWords(repo),
    ]);
    expect(outcome.stderr).toContain('building');
  });
});

describe('a rebuild that fails', () => {
  it('to build: exit 1, the repo kept, nothing changed, where the log is, how to go on', async () => {
    const { outcome, repo, log } = await rebuildOn({
      rebuild: { complains: 'error: attribute x is missing', exits: 1 },
    });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('The build failed. Nothing has been changed');
    expect(outcome.stdout).toMatch(/The log is in .+\/create-nixos-config\/rebuild\.log/);
    expect(outcome.stdout).toContain('When it is mended');
    expect(outcome.stdout).toContain('nixos-rebuild switch --flake');
    expect(log).toContain('attribute x is missing');
    expect(fs.existsSync(path.join(repo, 'flake.nix'))).toBe(true);
    expect(outcome.stderr).toContain('attribute x is missing');
  });

  it('to activate: says which generation runs, and how to roll back', async () => {
    const root = installedNixos();
    const { outcome } = await rebuildOn({
      root,
      rebuild: {
        does: `
          ln -sfn system-42-link '${root}/nix/var/nix/profiles/system'
          ln -sfn /nix/store/bbb-nixos-system '${root}/run/current-system'`,
        complains: 'warning: the following units failed: x.service',
        exits: 4,
      },
    });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('not all of it could be started');
    expect(outcome.stdout).toContain('Generation 42 runs now');
    expect(outcome.stdout).toContain('sudo nixos-rebuild switch --rollback');
    expect(outcome.stdout).toMatch(/The log is in /);
  });

  it('between the two: the profile has moved, and the old system runs still', async () => {
    const root = installedNixos();
    const { outcome } = await rebuildOn({
      root,
      rebuild: { does: `ln -sfn system-42-link '${root}/nix/var/nix/profiles/system'`, exits: 1 },
    });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('Generation 41 runs');
    expect(outcome.stdout).toContain('--rollback');
  });

  it('after many generations names the one that runs, not the one of the same system', async () => {
    const more = {
      'nix/var/nix/profiles/system': { link: 'system-99-link' },
      'nix/var/nix/profiles/system-9-link': { link: '/nix/store/ccc-nixos-system' },
      'nix/var/nix/profiles/system-99-link': { link: '/nix/store/aaa-nixos-system' },
      'nix/var/nix/profiles/system-100-link': { link: '/nix/store/ccc-nixos-system' },
    };
    const root = installedNixos(freshConfiguration, more);
    const { outcome } = await rebuildOn({
      root,
      rebuild: {
        does: `
          ln -sfn system-100-link '${root}/nix/var/nix/profiles/system'
          ln -sfn /nix/store/ccc-nixos-system '${root}/run/current-system'`,
        exits: 4,
      },
    });
    expect(outcome.stdout).toContain('Generation 100 runs now');
  });

  it('since nixos-rebuild is not there: exit 1, and the repo stays', async () => {
    const cwd = temporaryFolder();
    const stand = new StandIns().link('git');
    const options = { cwd, root: installedNixos(), path: stand.path };
    const outcome = await run(['repo', ...answers, '--rebuild'], options);
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('is not here, so nothing has been changed');
    expect(fs.existsSync(path.join(cwd, 'repo/flake.nix'))).toBe(true);
  });

  it('before its log can be made is no crash', async () => {
    const cwd = temporaryFolder();
    fs.writeFileSync(path.join(cwd, 'state'), 'a file, where the folder of the log should be');
    const stand = new StandIns().link('git').add('nixos-rebuild').add('sudo', sudoThatRuns);
    const env = { XDG_STATE_HOME: path.join(cwd, 'state') };
    const options = { cwd, root: installedNixos(), path: stand.path, env };
    const outcome = await run(['repo', ...answers, '--rebuild'], options);
    expect(outcome.stderr).not.toMatch(/^\s+at .+:\d+/m);
    expect(outcome.stdout).toContain('Your configuration is in');
  });
});

describe('what the old configuration has and the new one lacks', () => {
  it('of a fresh nixos-generate-config is nothing', async () => {
    const { outcome, calls } = await rebuildOn({});
    expect(outcome.stdout).not.toContain('The old /etc/nixos sets these');
    expect(calls.map(({ argv }) => argv[0])).toEqual(['switch']);
  });

  it.each([
    {
      name: 'GNOME as installers wrote it until 25.05',
      lines: [
        '  services.xserver.enable = true;',
        '  services.xserver.displayManager.gdm.enable = true;',
        '  services.xserver.desktopManager.gnome.enable = true;',
        '  services.xserver.displayManager.autoLogin.enable = true;',
        '  services.xserver.displayManager.autoLogin.user = "leon";',
        '  systemd.services."getty@tty1".enable = false;',
        '  systemd.services."autovt@tty1".enable = false;',
        '  services.printing.enable = true;',
        '  hardware.pulseaudio.enable = false;',
        '  security.rtkit.enable = true;',
        '  services.pipewire = {',
        '    enable = true;',
        '    alsa.enable = true;',
        '    alsa.support32Bit = true;',
        '    pulse.enable = true;',
        '  };',
        '  programs.firefox.enable = true;',
      ],
    },
    {
      name: 'Plasma',
      lines: [
        '  services.xserver.enable = true;',
        '  services.displayManager.sddm.enable = true;',
        '  services.desktopManager.plasma6.enable = true;',
      ],
    },
    {
      name: 'Xfce',
      lines: [
        '  services.xserver.enable = true;',
        '  services.xserver.displayManager.lightdm.enable = true;',
        '  services.xserver.desktopManager.xfce.enable = true;',
      ],
    },
  ])('is nothing, since it is taken over: $name', async ({ lines }) => {
    const { outcome, calls } = await rebuildOn({
      root: installedNixos(configurationWith(...lines)),
    });
    expect(outcome.stdout).not.toContain('The old /etc/nixos sets these');
    expect(calls.map(({ argv }) => argv[0])).toEqual(['switch']);
  });

  it.each([
    {
      name: 'a desktop that there is no choice for',
      lines: ['  services.xserver.desktopManager.enlightenment.enable = true;'],
      says: ['services.xserver.desktopManager.enlightenment.enable'],
    },
    {
      name: 'a window manager inside a set',
      lines: ['  services = { xserver = { enable = true; windowManager.bspwm.enable = true; }; };'],
      says: ['services.xserver.enable', 'services.xserver.windowManager.bspwm.enable'],
    },
    {
      name: 'the key of an encrypted disk',
      lines: ['  boot.initrd.luks.devices."luks-1".device = "/dev/disk/by-uuid/1";'],
      says: ['boot.initrd.luks.devices.luks-1.device'],
    },
    {
      name: 'a module of the first stage',
      lines: ['  boot.initrd.kernelModules = [ "dm-snapshot" ];'],
      says: ['boot.initrd.kernelModules: dm-snapshot'],
    },
    {
      name: 'all of boot.initrd, from another file',
      lines: ['  boot.initrd = import ./initrd.nix;'],
      says: ['boot.initrd'],
    },
    {
      name: 'another boot loader',
      lines: ['  boot.loader.grub.enable = true;', '  boot.loader.grub.device = "/dev/sda";'],
      says: ['boot.loader.grub.enable', 'boot.loader.grub.device'],
    },
    {
      name: 'another user',
      lines: ['  users.users.eva = { isNormalUser = true; };'],
      says: ['users.users.eva.isNormalUser'],
    },
    {
      name: 'another user, quoted',
      lines: ['  users.users."eva.b" = { isNormalUser = true; };'],
      says: ['users.users.eva.b.isNormalUser'],
    },
    {
      name: 'users from another file',
      lines: ['  users.users = import ./users.nix;'],
      says: ['users.users'],
    },
    {
      name: 'one more package',
      lines: ['  environment.systemPackages = with pkgs; [ git vim ];'],
      says: ['environment.systemPackages: vim'],
    },
    {
      name: 'one more group',
      lines: ['  users.users.leon.extraGroups = [ "wheel" "docker" ];'],
      says: ['users.users.leon.extraGroups: docker'],
    },
    {
      name: 'a file that is imported from elsewhere',
      lines: ['  imports = [ ./hardware-configuration.nix /home/leon/desktop.nix ];'],
      says: ['/home/leon/desktop.nix'],
    },
    {
      name: 'a firewall that is off',
      lines: ['  networking.firewall.enable = false;'],
      says: ['networking.firewall.enable'],
    },
  ])('is listed, and only a build is run: $name', async ({ lines, says }) => {
    const { outcome, calls, sudo, repo } = await rebuildOn({
      root: installedNixos(configurationWith(...lines)),
    });
    expect(outcome.stdout).toContain('The old /etc/nixos sets these, and the new files do not');
    for (const words of says) expect(outcome.stdout).toContain(words);
    expect(calls.map(({ argv }) => argv)).toEqual([['build', '--flake', `${repo}#nixos`]]);
    expect(sudo).toEqual([]);
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('It builds. Nothing has been switched.');
  });

  it('is looked for in the other files of /etc/nixos too', async () => {
    const root = installedNixos(freshConfiguration, {
      'etc/nixos/modules/monitor.nix': '{ services.netdata.enable = true; }\n',
    });
    const { outcome, calls } = await rebuildOn({ root });
    expect(outcome.stdout).toContain('services.netdata.enable');
    expect(outcome.stdout).toContain('modules/monitor.nix');
    expect(calls.map(({ argv }) => argv[0])).toEqual(['build']);
  });

  it('and in a folder that is a link', async () => {
    const elsewhere = temporaryFolder();
    fs.writeFileSync(path.join(elsewhere, 'x.nix'), '{ services.netdata.enable = true; }\n');
    const root = installedNixos(freshConfiguration, { 'etc/nixos/modules': { link: elsewhere } });
    const { outcome, calls } = await rebuildOn({ root });
    expect(outcome.stdout).toContain('services.netdata.enable');
    expect(calls.map(({ argv }) => argv[0])).toEqual(['build']);
  });

  it('cannot be known where /etc/nixos holds nothing: a build only', async () => {
    const { outcome, calls } = await rebuildOn({ root: installedNixos('# nothing\n') });
    expect(calls.map(({ argv }) => argv[0])).toEqual(['build']);
    expect(outcome.code).toBe(1);
  });

  it('is not looked for where nobody asked for a rebuild', async () => {
    const root = installedNixos(configurationWith('  services.printing.enable = true;'));
    const { outcome, calls } = await rebuildOn({ root, asked: false });
    expect(calls).toEqual([]);
    expect(outcome.code).toBe(0);
  });
});

describe('what is never switched to', () => {
  it('a placeholder', async () => {
    const { outcome, calls, sudo, repo } = await rebuildOn({ more: ['--hardware', 'none'] });
    expect(outcome.code).toBe(1);
    expect([...calls, ...sudo]).toEqual([]);
    expect(outcome.stdout).toContain('the hardware file is a placeholder');
    expect(fs.existsSync(path.join(repo, 'flake.nix'))).toBe(true);
  });

  it("somebody else's hardware file", async () => {
    const file = path.join(temporaryFolder(), 'hardware-configuration.nix');
    fs.writeFileSync(file, hardware.replace('8c1b9d43', '99999999'));
    const { outcome, calls, sudo } = await rebuildOn({ more: ['--hardware', file] });
    expect(outcome.code).toBe(1);
    expect([...calls, ...sudo]).toEqual([]);
    expect(outcome.stdout).toContain("the hardware file is not this machine's own");
  });

  it('a placeholder that stands in /etc/nixos as the hardware file', async () => {
    const made = await rebuildOn({ asked: false, more: ['--hardware', 'none'] });
    const placeholder = filesIn(made.repo)['hosts/nixos/hardware-configuration.nix'] ?? '';
    const root = installedNixos(freshConfiguration, {
      'etc/nixos/hardware-configuration.nix': placeholder,
    });
    const { calls, outcome } = await rebuildOn({ root });
    expect(calls).toEqual([]);
    expect(outcome.code).toBe(1);
  });

  it('what --merge left as it was, where it differs from what was planned', async () => {
    const cwd = temporaryFolder();
    const repo = path.join(cwd, 'repo');
    fs.mkdirSync(path.join(repo, 'hosts/nixos'), { recursive: true });
    const other = hardware.replace('8c1b9d43', '99999999');
    fs.writeFileSync(path.join(repo, 'hosts/nixos/hardware-configuration.nix'), other);
    const stand = new StandIns().link('git').add('nixos-rebuild').add('sudo', sudoThatRuns);
    const env = { XDG_STATE_HOME: path.join(cwd, 'state') };
    const options = { cwd, root: installedNixos(), path: stand.path, env };
    const outcome = await run(['repo', ...answers, '--merge', '--rebuild'], options);
    expect(stand.calls('nixos-rebuild').filter(({ argv }) => argv[0] === 'switch')).toEqual([]);
    expect(outcome.code).toBe(1);
  });

  it('anything on a computer that does not run NixOS', async () => {
    const { outcome, calls, sudo } = await rebuildOn({ root: temporaryFolder() });
    expect(outcome.code).toBe(1);
    expect([...calls, ...sudo]).toEqual([]);
    expect(outcome.stdout).toContain('does not run an installed NixOS');
  });

  it("anything on the installer's live system", async () => {
    const root = installedNixos(freshConfiguration, { 'nix/.ro-store/x': '' });
    const { outcome, calls } = await rebuildOn({ root });
    expect(outcome.code).toBe(1);
    expect(calls).toEqual([]);
  });
});

describe('the hardware file, where /etc/nixos has none', () => {
  function withoutHardware(): string {
    const root = installedNixos();
    fs.rmSync(path.join(root, 'etc/nixos/hardware-configuration.nix'));
    return root;
  }

  it('is what nixos-generate-config prints', async () => {
    const printed = hardware.replace('nvme', 'virtio_pci');
    const { outcome, repo } = await rebuildOn({
      root: withoutHardware(),
      asked: false,
      others: { 'nixos-generate-config': { prints: printed.trimEnd(), complains: 'a warning' } },
    });
    expect(outcome.code).toBe(0);
    expect(filesIn(repo)['hosts/nixos/hardware-configuration.nix']).toBe(printed);
  });

  it('and it is asked for with --show-hardware-config alone', async () => {
    const cwd = temporaryFolder();
    const stand = new StandIns().add('nixos-generate-config', { prints: hardware });
    await run(['repo', ...answers, '--no-git'], { cwd, root: withoutHardware(), path: stand.path });
    expect(stand.calls('nixos-generate-config').map(({ argv }) => argv)).toEqual([
      ['--show-hardware-config'],
    ]);
  });

  it.each([
    { name: 'fails', standIn: { exits: 1, complains: 'no' } },
    { name: 'prints nothing', standIn: {} },
    { name: 'prints what is no hardware file', standIn: { prints: 'usage: …' } },
    { name: 'is not there', standIn: undefined },
  ])('is an error before anything is written where it $name', async ({ standIn }) => {
    const { outcome, repo } = await rebuildOn({
      root: withoutHardware(),
      asked: false,
      others: standIn ? { 'nixos-generate-config': standIn } : {},
    });
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain("This machine's hardware could not be read");
    expect(outcome.stderr).toContain('--hardware');
    expect(fs.existsSync(repo)).toBe(false);
  });
});
