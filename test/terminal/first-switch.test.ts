/** The first switch in a terminal: its checks, its steps, and what is said at each. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { withoutUsers } from '../effects/nixos.js';
import { layRoot, temporaryFolder } from '../support/program.js';
import { type StandIn, StandIns } from '../support/stand-ins.js';
import { Terminal } from '../support/terminal.js';
import { freshNixos } from './machines.js';
import { asks, confirmation, firstFiveGiven, summary } from './way.js';

vi.setConfig({ testTimeout: 120_000 });

/** What `nix store diff-closures` prints between two systems. */
const differences = `firefox: 140.0.4 → 141.0, +1204.5 KiB
ghostty: ∅ → 1.2.3, +48211.0 KiB
gnome-shell: 48.2 → 48.4, +31.2 KiB
linux: 6.12.30 → 6.12.41, +512.0 KiB
nano: 8.4 → ∅, -2210.1 KiB
starship: ∅ → 1.23.0, +9123.4 KiB
systemd: 257.6 → 257.7
zsh: ε → 5.9, +7011.9 KiB`;

const dryActivation = `would stop the following units: NetworkManager.service, systemd-tmpfiles-resetup.service
would NOT stop the following changed units: display-manager.service
would activate the configuration...
would restart the following units: home-manager-leon.service, nix-daemon.service
would start the following units: NetworkManager.service, zsh-setup.service
would reload the following units: dbus-broker.service`;

interface Opened {
  readonly terminal: Terminal;
  readonly stand: StandIns;
  readonly root: string;
  readonly cwd: string;
}

interface Given {
  readonly args?: readonly string[];
  readonly window?: { readonly columns: number; readonly rows: number };
  readonly rebuild?: StandIn;
  readonly passwd?: StandIn;
  readonly more?: Readonly<Record<string, string | { link: string }>>;
}

const partitions = `/dev/nvme0n1p2 / ext4 rw,relatime 0 0
/dev/nvme0n1p1 /boot vfat rw,relatime,fmask=0077,dmask=0077 0 0
`;

/** What a laptop shows of its disks, its power and its generations. */
const laptop = {
  'proc/mounts': partitions,
  'dev/disk/by-uuid/0b8f9b4e-6a53-4c5f-9d6e-2f4f7f6f6c11': { link: '../../nvme0n1p2' },
  'dev/disk/by-uuid/12CE-A600': { link: '../../nvme0n1p1' },
  'boot/loader.conf': '',
  'nix/var/nix/profiles/system': { link: 'system-41-link' },
  'nix/var/nix/profiles/system-41-link': { link: '/nix/store/aaa-nixos-system' },
  'nix/var/nix/profiles/system-42-link': { link: '/nix/store/bbb-nixos-system' },
} as const;

const handMade = { 'etc/nixos/configuration.nix': withoutUsers };

/** A fresh NixOS with those, and more. */
function machine(more: Given['more'] = {}): string {
  const root = freshNixos();
  const added = layRoot({ ...laptop, ...more });
  fs.cpSync(added, root, { recursive: true, force: true, verbatimSymlinks: true });
  // freshNixos has a folder there, which a running system has a link in place of
  return root;
}

function open({ args = [], window, rebuild = {}, passwd = {}, more = {} }: Given = {}): Opened {
  const cwd = temporaryFolder();
  const root = machine(more);
  const system = temporaryFolder();
  fs.mkdirSync(path.join(system, 'bin'));
  const activation = path.join(system, 'bin/switch-to-configuration');
  fs.writeFileSync(activation, `#!/bin/sh\necho '${dryActivation}' >&2\n`, { mode: 0o755 });
  const stand = new StandIns().link('git').add('sudo', { does: '"$@"; exit $?' });
  stand.add('passwd', passwd);
  stand.add('nix', { prints: differences });
  const link = `[ "$1" = build ] && ln -s '${system}' result`;
  const { does = link, ...others } = rebuild;
  stand.add('nixos-rebuild', {
    does,
    complains: 'building the system configuration...',
    ...others,
  });
  const words = [...firstFiveGiven, '--hardware', 'this', '--no-lock', ...args];
  const terminal = new Terminal(words, {
    cwd,
    root,
    path: stand.path,
    ...window,
    rows: window?.rows ?? 24,
  });
  return { terminal, stand, root, cwd };
}

async function toTheRebuild(terminal: Terminal): Promise<void> {
  await terminal.enterAt(asks(summary));
  await terminal.enterAt(asks(confirmation));
}

const steps = {
  build: 'The first rebuild: build it',
  units: 'Which services would restart',
  test: 'The first rebuild: try it',
  keep: 'The first rebuild: keep it',
  boot: 'The first rebuild: from the next start',
} as const;

/** Waits until a step is offered and its question is open. */
async function offered(terminal: Terminal, title: string): Promise<void> {
  const isOpen = () => {
    const text = terminal.text();
    return text.lastIndexOf('◆ Run this now?') > text.lastIndexOf(title) && text.includes(title);
  };
  await terminal.until(isOpen, `the offer of ${title}`);
}

async function yes(terminal: Terminal, ...titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    await offered(terminal, title);
    terminal.type('y');
  }
}

async function no(terminal: Terminal, ...titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    await offered(terminal, title);
    terminal.type('n');
  }
}

const actions = (stand: StandIns) => stand.calls('nixos-rebuild').map(({ argv }) => argv[0]);

describe('the first switch', () => {
  it('is a way of steps, each shown with its command, and none taken by Enter alone', async () => {
    const { terminal, stand } = open();
    await toTheRebuild(terminal);
    await offered(terminal, steps.build);
    for (const line of [
      '✔ The disks are the ones that are mounted: /, /boot',
      '✔ leon exists, and keeps the password',
      '✔ git knows every file',
      '– The network was not looked at',
    ]) {
      expect(terminal.screen()).toContain(line);
    }
    expect(terminal.text()).toMatch(/nixos-rebuild build --flake \S+#framework/);
    expect(terminal.text()).toContain('○ Yes / ● No');
    terminal.type('y');

    await offered(terminal, steps.units);
    expect(terminal.screen()).toContain('5 in another version, 2 new, 1 gone; 62 MB more');
    expect(terminal.screen()).toMatch(/linux {8}6\.12\.30 → 6\.12\.41/);
    expect(terminal.screen()).toContain('New: ghostty, starship');
    const asked = stand.calls('nix').map(({ argv }) => argv.join(' '));
    expect(asked).toContainEqual(
      expect.stringMatching(
        /^--extra-experimental-features nix-command flakes store diff-closures \/run\/current-system \/\S+$/,
      ),
    );
    expect(terminal.text()).toContain('switch-to-configuration dry-activate');
    terminal.type('y');

    await offered(terminal, steps.test);
    expect(terminal.screen()).toContain('Restarted: home-manager-leon, nix-daemon, NetworkManager');
    expect(terminal.screen()).toContain('Started: zsh-setup');
    expect(terminal.screen()).toContain('Left as they run: display-manager');
    expect(terminal.text()).toMatch(/nixos-rebuild test --flake \S+#framework/);
    expect(terminal.text()).toContain('gone after a restart');
    expect(terminal.text()).toMatch(/○ Yes \/ ● No$|○ Yes \/ ● No └/);
    terminal.type('y');

    await offered(terminal, steps.keep);
    expect(terminal.text()).toContain('The new system runs. A restart brings the old one back.');
    terminal.type('y');
    expect(await terminal.exit()).toEqual({ code: 0, signal: undefined });
    expect(actions(stand)).toEqual(['build', 'test', 'switch']);
    expect(terminal.wholeText()).toContain('Switched to the new configuration');
    expect(terminal.wholeText()).not.toMatch(/\d\. Switch to the new configuration/);
  });

  it('that is only tried says that it is, and how to keep it', async () => {
    const { terminal, stand } = open();
    await toTheRebuild(terminal);
    await yes(terminal, steps.build, steps.units, steps.test);
    await no(terminal, steps.keep);
    expect(await terminal.exit()).toMatchObject({ code: 0 });
    expect(actions(stand)).toEqual(['build', 'test']);
    expect(terminal.wholeText()).toContain('What you try is gone after a restart');
    expect(terminal.wholeText()).toMatch(/\d\. Switch to the new configuration/);
  });

  it('can wait for the next start', async () => {
    const { terminal, stand } = open();
    await toTheRebuild(terminal);
    await yes(terminal, steps.build);
    await no(terminal, steps.units, steps.test, steps.keep);
    await yes(terminal, steps.boot);
    expect(await terminal.exit()).toMatchObject({ code: 0 });
    expect(actions(stand)).toEqual(['build', 'boot']);
    expect(terminal.wholeText()).toContain('The next start is the new system');
    expect(terminal.wholeText()).toMatch(/\d\. Restart, and read README\.md/);
  });

  it('asked for by a flag, is built at once, and what changes the system is asked', async () => {
    const { terminal, stand } = open({ args: ['--rebuild=boot'] });
    await toTheRebuild(terminal);
    await offered(terminal, steps.boot);
    expect(actions(stand)).toEqual(['build']);
    terminal.press('enter');
    expect(await terminal.exit()).toMatchObject({ code: 0 });
    expect(actions(stand)).toEqual(['build']);
  });

  it('for a user who is new comes after the password, which is set while it is tried', async () => {
    const { terminal, stand } = open({ args: ['--username', 'eva'], more: handMade });
    await toTheRebuild(terminal);
    await offered(terminal, steps.build);
    expect(terminal.text()).toContain('✖ eva is new and has no password: nobody could log in');
    terminal.type('y');
    await yes(terminal, steps.units, steps.test, 'A password for eva', steps.keep);
    expect(await terminal.exit()).toMatchObject({ code: 0 });
    expect(stand.calls('passwd').map(({ argv }) => argv)).toEqual([['eva']]);
    expect(terminal.wholeText()).not.toContain('is new there and has no password');
    expect(actions(stand)).toEqual(['build', 'test', 'switch']);
  });

  it('is not made for a user who is left without a password', async () => {
    const { terminal, stand } = open({ args: ['--username', 'eva'], more: handMade });
    await toTheRebuild(terminal);
    await yes(terminal, steps.build, steps.units, steps.test);
    await no(terminal, 'A password for eva');
    expect(await terminal.exit()).toMatchObject({ code: 0 });
    expect(actions(stand)).toEqual(['build', 'test']);
    expect(terminal.wholeText()).toContain('It is not switched to before that is mended');
  });

  it('is not made where the password could not be set', async () => {
    const { terminal, stand } = open({
      args: ['--username', 'eva'],
      more: handMade,
      passwd: { exits: 10 },
    });
    await toTheRebuild(terminal);
    await yes(terminal, steps.build, steps.units, steps.test, 'A password for eva');
    expect(await terminal.exit()).toMatchObject({ code: 0 });
    expect(actions(stand)).toEqual(['build', 'test']);
    expect(terminal.wholeText()).toContain('No password has been set.');
    expect(terminal.wholeText()).not.toContain('eva has a password');
    expect(terminal.wholeText()).toContain('It is not switched to before that is mended');
  });

  it('asks whether to go on where a check says no, with No for Enter', async () => {
    const { terminal, stand } = open({
      more: {
        'home/leon/.zshrc': { link: 'dotfiles/zshrc' },
        'home/leon/dotfiles/zshrc': '',
      },
    });
    await toTheRebuild(terminal);
    await yes(terminal, steps.build);
    await terminal.waitForPrompt('Go on all the same?');
    expect(terminal.text()).toContain('A file is in the way of Home Manager');
    terminal.press('enter');
    expect(await terminal.exit()).toMatchObject({ code: 0 });
    expect(actions(stand)).toEqual(['build']);
  });

  it('is only built where the disks are others', async () => {
    const { terminal, stand } = open({
      more: { 'proc/mounts': partitions.replace('nvme0n1p2', 'sda2') },
    });
    await toTheRebuild(terminal);
    await offered(terminal, steps.build);
    expect(terminal.text()).toContain('✖ What is mounted at / is not what the configuration names');
    terminal.type('y');
    expect(await terminal.exit()).toMatchObject({ code: 0 });
    expect(actions(stand)).toEqual(['build']);
    expect(terminal.wholeText()).toContain('Until that is mended, it is only built.');
  });

  it('that fails says what it means', async () => {
    const { terminal } = open({
      rebuild: { complains: "error: undefined variable 'gitt'", exits: 1, does: '' },
    });
    await toTheRebuild(terminal);
    await yes(terminal, steps.build);
    expect(await terminal.exit()).toMatchObject({ code: 1 });
    expect(terminal.wholeText()).toContain('The build failed. Nothing has been changed: ');
    expect(terminal.wholeText()).toContain('Nothing is called gitt there');
  });
});

describe('Ctrl-C', () => {
  const waits = (action: string, before = '') =>
    ({
      does: `case $1 in ${action}) ${before} echo 'now it waits'; exec sleep 60 ;; esac`,
    }) as const;

  it('while it is built: 130, and all is as before', async () => {
    const { terminal, cwd } = open({ rebuild: waits('build') });
    await toTheRebuild(terminal);
    await yes(terminal, steps.build);
    await terminal.waitFor('now it waits');
    terminal.press('ctrl-c');
    expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
    expect(terminal.wholeText()).toMatch(
      /Stopped\. Nothing has been changed: (generation 41|the system) runs as before/,
    );
    expect(terminal.showsCursor).toBe(true);
    expect(fs.existsSync(path.join(cwd, 'nixos-config/flake.nix'))).toBe(true);
  });

  it('while it is tried: 130, and how to get back', async () => {
    const { terminal } = open({
      rebuild: waits('test', "echo 'activating the configuration...';"),
    });
    await toTheRebuild(terminal);
    await yes(terminal, steps.build, steps.test);
    await terminal.waitFor('now it waits');
    terminal.press('ctrl-c');
    expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
    expect(terminal.wholeText()).toContain('A restart brings the old one back');
    expect(terminal.wholeText()).toContain('system/bin/switch-to-configuration test');
  });

  it.each(Object.values(steps).slice(0, 3))(
    'at the offer of %s: 130, nothing run',
    async (title) => {
      const { terminal, stand } = open();
      await toTheRebuild(terminal);
      const before = [steps.build, steps.units].slice(
        0,
        Object.values(steps).indexOf(title as never),
      );
      await yes(terminal, ...before);
      await offered(terminal, title);
      const so = actions(stand);
      terminal.press('ctrl-c');
      expect(await terminal.exit()).toEqual({ code: 130, signal: undefined });
      expect(actions(stand)).toEqual(so);
      expect(terminal.wholeText()).toContain('Your configuration is written');
    },
  );
});

describe('In a window of 40 × 12', () => {
  it('every step and its choice are visible', async () => {
    const { terminal } = open({ window: { columns: 40, rows: 12 } });
    await toTheRebuild(terminal);
    for (const title of [steps.build, steps.units, steps.test, steps.keep]) {
      await offered(terminal, title);
      await terminal.waitFor(/[●○] Yes \/ [●○] No/);
      const screen = terminal.screen();
      if (process.env['SHOW']) console.log(`${screen}\n${'='.repeat(40)}`);
      expect(screen).toContain('◆  Run this now?');
      terminal.type('y');
    }
    expect(await terminal.exit()).toMatchObject({ code: 0 });
    if (process.env['SHOW']) console.log(terminal.scrolled().split('Set up git')[1]);
  });
});
