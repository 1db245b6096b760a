/** The checks of what is around a rebuild: git, the network, the power; and all of them together. */
import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lookAtAll } from '../../src/checks/all.js';
import { battery } from '../../src/checks/battery.js';
import { network } from '../../src/checks/network.js';
import { isReachable } from '../../src/checks/servers.js';
import { tracked } from '../../src/checks/tracked.js';
import { disks, hardware, type Laid, situation } from './situation.js';

const bootMount = '/dev/nvme0n1p1 /boot vfat rw 0 0\n';

describe('git', () => {
  const files = { 'flake.nix': '', 'hosts/laptop/configuration.nix': '' };
  const knows =
    (known: readonly string[], others: readonly string[] = []) =>
    async (...args: string[]) =>
      (args.includes('--others') ? others : known).join('\0');
  const all = [...Object.keys(files), 'hosts/laptop/hardware-configuration.nix'];

  it('knows every file', async () => {
    const git = knows([...all, 'README.md']);
    expect(await tracked(situation({ files, git }))).toMatchObject({ mark: 'good' });
  });

  it('misses one of the repo, or one that somebody has put there', async () => {
    for (const git of [knows(all.slice(1)), knows(all, ['modules/mine.nix', 'notes.txt'])]) {
      const found = await tracked(situation({ files, git }));
      expect(found).toMatchObject({ mark: 'bad', stops: 'build' });
      expect(found?.text).toBe('git does not know a file, so Nix does not see it');
    }
  });

  it('misses many: the first of them, and how many more', async () => {
    const others = ['a', 'b', 'c', 'd'].map((name) => `modules/${name}.nix`);
    const found = await tracked(situation({ files, git: knows([], others) }));
    expect(found).toMatchObject({
      text: 'git does not know 7 files, so Nix does not see them',
      fix: [
        '  hosts/laptop/hardware-configuration.nix',
        ...['  flake.nix', '  hosts/laptop/configuration.nix'],
        ...['  modules/a.nix', '  modules/b.nix', '  and 2 more'],
        ...['In the repo:', '  git add --all'],
      ],
    });
  });

  it('is not used: nothing to say', async () => {
    expect(await tracked(situation({ files }))).toBeUndefined();
  });
});

describe('the network', () => {
  const servers = ['cache.example:443', 'git.example:443'];

  it('answers, or does not, by the names of the servers', async () => {
    expect(await network(situation({ servers }))).toMatchObject({ mark: 'good' });
    const one = await network(
      situation({ servers, isReachable: async (server) => server.startsWith('cache') }),
    );
    expect(one).toMatchObject({ mark: 'bad', text: 'git.example does not answer', stops: 'build' });
    const none = await network(situation({ servers, isReachable: async () => false }));
    expect(none.text).toBe('cache.example and git.example do not answer');
  });

  it('is not judged from behind a proxy, or without servers', async () => {
    const asked: string[] = [];
    const noting = async (server: string) => asked.push(server) > 0;
    const found = await network(situation({ servers, hasProxy: true, isReachable: noting }));
    expect(found.mark).toBe('unknown');
    expect(asked).toEqual([]);
    expect((await network(situation())).mark).toBe('unknown');
  });

  it('is a connection that a server takes', async () => {
    const server = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { signal } = new AbortController();
    expect(await isReachable(`127.0.0.1:${port}`, signal)).toBe(true);
    expect(await isReachable('127.0.0.1:1', signal)).toBe(false);
    expect(await isReachable('nonsense', signal)).toBe(false);
  });

  it('is not waited for longer than a few seconds', async () => {
    const server = await silentServer();
    const start = performance.now();
    expect(await isReachable(server, new AbortController().signal)).toBe(false);
    const seconds = (performance.now() - start) / 1000;
    expect(seconds).toBeGreaterThan(2);
    expect(seconds).toBeLessThan(8);
  });

  it('is not waited for any more once somebody stops', async () => {
    const server = await silentServer();
    const stopping = new AbortController();
    const answer = isReachable(server, stopping.signal);
    const start = performance.now();
    stopping.abort();
    expect(await answer).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

/** Listens, and never takes a connection: the one that fills its queue waits for the next to be taken. */
const silent = `
require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, function () {
  require('node:fs').writeSync(1, String(this.address().port));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});`;

/** `host:port` of a server that says neither yes nor no, as behind a wall that drops packets. */
async function silentServer(): Promise<string> {
  const child = spawn(process.execPath, ['-e', silent], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const port = await new Promise<number>((resolve) => {
    child.stdout.once('data', (text) => resolve(Number(text)));
  });
  for (let hangs = false; !hangs; ) {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    onTestFinished(() => void socket.destroy());
    hangs = await new Promise((resolve) => {
      socket.once('connect', () => resolve(false));
      setTimeout(() => resolve(true), 500);
    });
  }
  return `127.0.0.1:${port}`;
}

describe('the battery', () => {
  const power = (capacity: string, status: string, more = {}) =>
    battery(
      situation({
        machine: {
          'sys/class/power_supply/BAT0/type': 'Battery\n',
          'sys/class/power_supply/BAT0/capacity': `${capacity}\n`,
          'sys/class/power_supply/BAT0/status': `${status}\n`,
          'sys/class/power_supply/AC/type': 'Mains\n',
          ...more,
        },
      }),
    );

  it.each([
    ['19', 'Discharging', 'bad'],
    ['20', 'Discharging', 'good'],
    ['5', 'Charging', 'good'],
    ['5', 'Not charging', 'good'],
    ['100', 'Full', 'good'],
  ])('at %s %%, %s: %s', (capacity, status, mark) => {
    expect(power(capacity, status)?.mark).toBe(mark);
  });

  it('of a mouse does not count, nor one that says nothing', () => {
    expect(
      power('5', 'Discharging', { 'sys/class/power_supply/BAT0/scope': 'Device\n' }),
    ).toBeUndefined();
    expect(power('', 'Discharging')).toBeUndefined();
    expect(battery(situation())).toBeUndefined();
  });

  it('is the fuller one of two', () => {
    const second = {
      'sys/class/power_supply/BAT1/type': 'Battery\n',
      'sys/class/power_supply/BAT1/capacity': '80\n',
      'sys/class/power_supply/BAT1/status': 'Not charging\n',
    };
    expect(power('5', 'Discharging', second)?.mark).toBe('good');
  });
});

describe('all checks', () => {
  it('find nothing wrong with a fresh installation', async () => {
    const found = await lookAtAll(situation({ servers: ['127.0.0.1:9'] }));
    expect(found.filter(({ mark }) => mark !== 'good')).toEqual([]);
    expect(found.length).toBeGreaterThan(5);
  });

  it('are made, each of them, and shown in this order', async () => {
    const machine: Laid = {
      ...disks,
      'proc/mounts': `/dev/mapper/luks-a / ext4 rw 0 0\n${bootMount}`,
      'dev/mapper/luks-a': { link: '../dm-0' },
      'sys/class/block/dm-0/dm/uuid': 'CRYPT-LUKS2-a\n',
      'sys/class/block/dm-0/dm/name': 'luks-a\n',
      'sys/class/power_supply/BAT0/type': 'Battery\n',
      'sys/class/power_supply/BAT0/capacity': '5\n',
      'sys/class/power_supply/BAT0/status': 'Discharging\n',
      'home/leon/.zshrc': { link: 'dotfiles' },
      'home/leon/dotfiles': '',
    };
    const files = {
      'hosts/laptop/hardware-configuration.nix': hardware.replace('"/boot"', '"/elsewhere"'),
      'hosts/laptop/home.nix': '{ imports = [ ../../modules/home-manager/zsh.nix ]; }',
    };
    const found = await lookAtAll(
      situation({
        ...{ machine, files, username: 'eva', hostnameNow: 'other', freeAt: () => 0 },
        ...{ servers: ['git.example:443'], isReachable: async () => false, git: async () => '' },
        accounts: [{ name: 'eva', fullName: '', home: '/home/leon', uid: 1, gid: 1 }],
      }),
    );
    expect(found.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^What is mounted at \/ /),
      expect.stringMatching(/^Nothing in the new files unlocks/),
      expect.stringMatching(/^\/boot is a partition of its own now/),
      expect.stringMatching(/on \/boot/),
      expect.stringMatching(/for the new system/),
      expect.stringMatching(/eva/),
      expect.stringMatching(/laptop/),
      expect.stringMatching(/in the way of Home Manager/),
      expect.stringMatching(/^git does not know/),
      expect.stringMatching(/^git\.example does not answer/),
      expect.stringMatching(/^The battery is at 5 %/),
    ]);
  });

  it.each([
    ['nothing at all', {}],
    ['files that are binary', { 'proc/mounts': '\0\0', 'etc/passwd': '\0' }],
    [
      'folders where files should be',
      { 'proc/mounts/x': '', 'sys/class/power_supply/BAT0/type/x': '' },
    ],
    ['a loop of links', { 'proc/mounts': { link: 'mounts' }, 'dev/disk/by-uuid/x': { link: 'x' } }],
    [
      'devices that lie below each other',
      {
        ...disks,
        'dev/mapper/a': { link: '../dm-0' },
        'proc/mounts': '/dev/mapper/a / ext4 rw 0 0\n',
        'sys/class/block/dm-0/slaves/dm-1/x': '',
        'sys/class/block/dm-1/slaves/dm-0/x': '',
      },
    ],
    ['a line of mounts that is cut off', { 'proc/mounts': '/dev/sda1 /\n\\777 \\\n' }],
  ])('survive %s', async (_, machine) => {
    const found = await lookAtAll(
      situation({ machine, freeAt: () => undefined, files: { 'hosts/laptop/home.nix': '}{' } }),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { text } of found) expect(text).not.toContain('undefined');
  });
});
