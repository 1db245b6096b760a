/** Installing to a mounted target: whose files they are, what is run, and what is said of it. */

import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { readArguments } from '../../src/cli/arguments.js';
import { beginInstalling, withHome } from '../../src/commands/create/installing.js';
import type { World } from '../../src/commands/create/run.js';
import { ProgramError } from '../../src/errors.js';
import { Interruption } from '../../src/interruption.js';
import {
  live,
  liveWithInstalled,
  liveWithTarget,
  mounted,
  targetHardware,
} from '../machine/roots.js';
import type { RootFiles } from '../support/context.js';
import { filesIn, layRoot, type Outcome, run, temporaryFolder } from '../support/program.js';
import { type Call, type StandIn, StandIns } from '../support/stand-ins.js';

function needsRoot(context: TestContext): void {
  if (process.getuid?.() !== 0) context.skip('only root can write for somebody else');
}

interface Installed {
  readonly outcome: Outcome;
  readonly root: string;
  /** The folder that stands for `/mnt`. */
  readonly target: string;
  readonly calls: (name: string) => readonly Call[];
  readonly log: () => string;
}

interface Given {
  readonly files?: RootFiles;
  readonly install?: StandIn | 'absent';
  readonly words?: readonly string[];
  readonly others?: Readonly<Record<string, StandIn>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly withGit?: boolean;
}

/** What nixos-install leaves once the system is built: its second argument is the target. */
const builds = `
  mkdir -p "$2/nix/var/nix/profiles"
  ln -sfn system-1-link "$2/nix/var/nix/profiles/system"`;

const user = ['--username', 'leon', '--email', 'leon@example.org', '--yes', '--no-lock'];

async function installTo(given: Given): Promise<Installed> {
  const { files = liveWithTarget, install = {}, words = [], others = {}, withGit = true } = given;
  const root = layRoot(files);
  // the user's own programs go through it
  fs.chmodSync(root, 0o755);
  const cwd = temporaryFolder();
  const state = path.join(cwd, 'state');
  const stand = new StandIns(['HOME', 'SUDO_UID']).share();
  if (withGit) stand.link('git');
  if (install !== 'absent') stand.add('nixos-install', install);
  stand.add('nixos-enter');
  stand.add('nixos-generate-config', { prints: targetHardware.trimEnd() });
  for (const [name, standIn] of Object.entries(others)) stand.add(name, standIn);
  const env = { XDG_STATE_HOME: state, ...given.env };
  const options = { cwd, root, path: stand.path, env };
  const outcome = await run(['--root', '/mnt', ...user, ...words], options);
  const log = path.join(state, 'create-nixos-config/install.log');
  return {
    outcome,
    root,
    target: path.join(root, 'mnt'),
    calls: (name) => stand.calls(name),
    log: () => (fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : ''),
  };
}

const repoOn = (target: string) => path.join(target, 'home/leon/nixos-config');

function ownerOf(file: string): string {
  const { uid, gid, mode } = fs.lstatSync(file);
  return `${uid}:${gid} ${(mode & 0o777).toString(8)}`;
}

/** The owners of a folder and of all that is in it, each once. */
function owners(folder: string): readonly string[] {
  const all = [
    folder,
    ...fs.readdirSync(folder, { recursive: true }).map((name) => path.join(folder, String(name))),
  ];
  return [...new Set(all.map((file) => ownerOf(file).split(' ')[0] ?? ''))];
}

beforeEach(needsRoot);

describe('a repo for a new target', () => {
  it('goes to the home of its user there, who owns it with the home', async () => {
    const { outcome, target } = await installTo({});
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const repo = repoOn(target);
    expect(Object.keys(filesIn(repo))).toContain('flake.nix');
    expect(ownerOf(path.join(target, 'home'))).toBe('0:0 755');
    expect(ownerOf(path.join(target, 'home/leon'))).toBe('1000:100 700');
    expect(owners(repo)).toEqual(['1000:100']);
    expect(fs.existsSync(path.join(repo, '.git/HEAD'))).toBe(true);
    expect(outcome.stdout).toContain(`Your configuration is in ${repo}`);
    expect(outcome.stdout).toMatch(/create-nixos-config --root \/mnt --hostname nixos .*--yes/);
  });

  it('is told where it will stand, and not where it is now', async () => {
    const { target } = await installTo({});
    const answers = JSON.parse(
      filesIn(repoOn(target))['.create-nixos-config.json'] ?? '{}',
    ).answers;
    expect(answers).toMatchObject({ repoPath: '/home/leon/nixos-config' });
    expect(filesIn(repoOn(target))['README.md']).not.toContain('/mnt');
  });

  it('has the hardware file that is generated for the target', async () => {
    const { target, calls } = await installTo({});
    expect(calls('nixos-generate-config').map(({ argv }) => argv)).toEqual([
      ['--root', target, '--show-hardware-config'],
    ]);
    expect(filesIn(repoOn(target))['hosts/nixos/hardware-configuration.nix']).toBe(targetHardware);
  });

  it('follows the release that installs it, and the firmware', async () => {
    const { target } = await installTo({});
    const { answers } = JSON.parse(filesIn(repoOn(target))['.create-nixos-config.json'] ?? '{}');
    expect(answers).toMatchObject({ channel: 'nixos-26.05', bootLoader: 'systemd-boot' });
  });

  it('is not for the user of the live system', async () => {
    const root = layRoot(liveWithTarget);
    const outcome = await run(['--root', '/mnt', '--yes'], { root, env: { USER: 'nixos' } });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('missing: --username');
  });

  it('can be anywhere else on it, and is root’s there', async () => {
    const root = layRoot(liveWithTarget);
    const place = path.join(root, 'mnt/etc/nixos');
    const stand = new StandIns().link('git');
    stand.add('nixos-generate-config', { prints: targetHardware.trimEnd() });
    const words = [place, '--root', '/mnt', ...user];
    const outcome = await run(words, { root, path: stand.path });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(owners(place)).toEqual(['0:0']);
    const { answers } = JSON.parse(filesIn(place)['.create-nixos-config.json'] ?? '{}');
    expect(answers.repoPath).toBe('/etc/nixos');
  });

  it('that can’t be written is an error before anything is', async () => {
    const files = { ...liveWithTarget, 'mnt/home/leon/nixos-config': { link: 'nixos-config' } };
    const { outcome } = await installTo({ files });
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain('leads nowhere on the target');
  });

  it('that fails on the way leaves no home behind', async () => {
    const root = layRoot(liveWithTarget);
    const home = path.join(root, 'mnt/home/leon');
    const owner = { name: 'leon', uid: 1000, gid: 100, home };
    const failing = withHome({ owner }, async () => {
      expect(ownerOf(home)).toBe('1000:100 700');
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
    expect(fs.readdirSync(path.join(root, 'mnt')).sort()).toEqual(['boot', 'lost+found']);
  });

  it('takes the number that NixOS will give its user', async () => {
    const files = {
      ...liveWithTarget,
      'mnt/etc/passwd': 'mia:x:1000:100::/home/mia:/bin/sh\n',
      'mnt/var/lib/nixos/uid-map': '{"tom": 1001, "messagebus": 4}',
    };
    const { target } = await installTo({ files });
    expect(owners(path.join(target, 'home/leon'))).toEqual(['1002:100']);
  });
});

describe('a repo for a target that has been installed before', () => {
  it('takes its settings, its hardware file and its account from there', async () => {
    const { outcome, target, calls } = await installTo({ files: liveWithInstalled });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const files = filesIn(repoOn(target));
    expect(JSON.parse(files['.create-nixos-config.json'] ?? '{}').answers).toMatchObject({
      hostname: 'framework',
      fullName: 'Leon Weber',
      timeZone: 'Europe/Berlin',
      locale: 'de_DE.UTF-8',
      keyboard: 'de',
      stateVersion: '24.11',
    });
    expect(files['hosts/framework/hardware-configuration.nix']).toBe(targetHardware);
    expect(calls('nixos-generate-config')).toEqual([]);
    expect(owners(repoOn(target))).toEqual(['1001:100']);
    expect(outcome.stdout).not.toContain('has no password');
  });

  it('commits as who git knows there', async () => {
    const files = liveWithInstalled;
    const { target, outcome } = await installTo({ files });
    expect(outcome.stdout).toContain('Made the first commit');
    expect(fs.existsSync(path.join(repoOn(target), '.git/refs/heads/main'))).toBe(true);
  });

  it('follows links inside the target only', async () => {
    const elsewhere = temporaryFolder();
    const files = { ...liveWithTarget, 'mnt/home': { link: elsewhere } };
    const { target, outcome } = await installTo({ files });
    expect(outcome.code).toBe(0);
    expect(fs.readdirSync(elsewhere)).toEqual([]);
    const inside = path.join(target, elsewhere, 'leon/nixos-config/flake.nix');
    expect(fs.existsSync(inside)).toBe(true);
  });
});

describe('the installation', () => {
  const commandFor = (target: string) =>
    `nixos-install --root ${target} --flake path:${repoOn(target)}#nixos`;

  it('does not happen on --yes alone, and is the next step', async () => {
    const { outcome, calls, target } = await installTo({});
    expect(calls('nixos-install')).toEqual([]);
    expect(calls('nixos-enter')).toEqual([]);
    expect(outcome.stdout).toContain(`sudo ${commandFor(target)}`);
    expect(outcome.stdout).toContain(`sudo nixos-enter --root ${target} -c 'passwd leon'`);
    expect(outcome.stdout).not.toContain('nixos-rebuild switch');
  });

  it('runs on --install, with exactly the command that is shown', async () => {
    const { outcome, calls, target, log } = await installTo({
      words: ['--install'],
      install: { prints: 'installing the boot loader...', complains: 'copying path' },
    });
    expect(outcome.code).toBe(0);
    expect(calls('nixos-install').map(({ argv, uid }) => [uid, ...argv])).toEqual([
      [0, '--root', target, '--flake', `path:${repoOn(target)}#nixos`],
    ]);
    const shown = outcome.stdout.indexOf(commandFor(target));
    expect(shown).toBeGreaterThan(-1);
    expect(shown).toBeLessThan(outcome.stdout.indexOf('installing the boot loader...'));
    expect(log()).toMatch(/installing the boot loader|copying path/);
    expect(outcome.stdout).toContain('NixOS is installed');
    expect(outcome.stdout).not.toMatch(/^ *\d\. Install it/m);
    // nobody is there to type one
    expect(calls('nixos-enter')).toEqual([]);
    expect(outcome.stdout).toContain('has no password: set one before you restart');
  });

  it('leaves nothing of root’s in the repo', async () => {
    const { target } = await installTo({
      words: ['--install'],
      install: { does: 'touch flake.lock' },
    });
    expect(fs.existsSync(path.join(repoOn(target), 'flake.lock'))).toBe(true);
    expect(owners(repoOn(target))).toEqual(['1000:100']);
  });

  it('that fails to build changes nothing, and says how to go on', async () => {
    const { outcome, target } = await installTo({
      words: ['--install'],
      install: { complains: 'error: attribute missing', exits: 1 },
    });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('The system could not be built');
    expect(outcome.stdout).toMatch(/The log is in .+install\.log/);
    expect(outcome.stdout).toContain(`sudo ${commandFor(target)}`);
    expect(owners(repoOn(target))).toEqual(['1000:100']);
  });

  it('that fails says what it means', async () => {
    const { outcome } = await installTo({
      words: ['--install'],
      install: { complains: "error: undefined variable 'nosuchpackage'", exits: 1 },
    });
    expect(outcome.stdout).toContain('Nothing is called nosuchpackage there');
  });

  it.each([
    ['installing the boot loader...', 'its boot loader could not be installed'],
    ['setting root password...', "root's password could not be set"],
  ])('that fails later says how far it came: %s', async (prints, says) => {
    const { outcome } = await installTo({
      words: ['--install'],
      install: { prints, does: builds, exits: 1 },
    });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain(says);
  });

  it('without git has no repo, and works from the folder', async () => {
    const { outcome, target, calls } = await installTo({ words: ['--install'], withGit: false });
    expect(outcome.code).toBe(0);
    expect(fs.existsSync(path.join(repoOn(target), '.git'))).toBe(false);
    expect(calls('nixos-install')).toHaveLength(1);
    expect(outcome.stdout).toContain('Then put /home/leon/nixos-config under version control');
  });

  it('lets the user’s own programs write to the repo, as that user', async () => {
    const { calls, target } = await installTo({
      words: ['--lock'],
      others: { nix: { does: 'touch flake.lock' } },
    });
    const [lock] = calls('nix');
    expect(lock).toMatchObject({ uid: 1000, cwd: repoOn(target) });
    expect(lock?.env['HOME']).toBe(path.join(target, 'home/leon'));
  });

  it('with --json tells all of it in one object', async () => {
    const { outcome, target } = await installTo({ words: ['--install', '--json'] });
    const object = JSON.parse(outcome.stdout);
    expect(object.directory).toBe(repoOn(target));
    expect(object.commands.at(-1).command[0]).toBe('nixos-install');
  });
});

describe('what is never installed', () => {
  const refused = (outcome: Outcome, calls: readonly Call[], words: string) => {
    expect(outcome.code).toBe(1);
    expect(calls).toEqual([]);
    expect(outcome.stdout).toContain(words);
  };

  it('a placeholder', async () => {
    const { outcome, calls } = await installTo({ words: ['--install', '--hardware', 'none'] });
    refused(outcome, calls('nixos-install'), 'the hardware file is a placeholder');
  });

  it('the hardware file of another root device', async () => {
    const files = {
      ...liveWithInstalled,
      'dev/disk/by-uuid/0b8f9b4e-6a53-4c5f-9d6e-2f4f7f6f6c11': { link: '../../sda1' },
    };
    const { outcome, calls } = await installTo({ files, words: ['--install'] });
    refused(outcome, calls('nixos-install'), 'as its root, and at /mnt is /dev/nvme0n1p2');
  });

  it('the UUID of a file system that is not on this computer', async () => {
    const { 'dev/disk/by-uuid/0b8f9b4e-6a53-4c5f-9d6e-2f4f7f6f6c11': _, ...rest } =
      liveWithInstalled as RootFiles;
    const files = { ...rest, 'dev/disk/by-uuid/other': { link: '../../nvme0n1p2' } };
    const { outcome, calls } = await installTo({ files, words: ['--install'] });
    refused(outcome, calls('nixos-install'), 'as its root, and at /mnt is /dev/nvme0n1p2');
  });

  it('a boot loader for UEFI without its partition', async () => {
    const files = {
      ...liveWithTarget,
      'proc/mounts': mounted.replace(/^.* \/mnt\/boot .*\n/m, ''),
    };
    const { outcome, calls } = await installTo({ files, words: ['--install'] });
    refused(outcome, calls('nixos-install'), 'nothing is mounted at /mnt/boot');
  });
});

it('a nixos-install that is not here is named, with where it is', async () => {
  const { outcome, target } = await installTo({ words: ['--install'], install: 'absent' });
  expect(outcome.code).toBe(1);
  expect(outcome.stdout).toContain('nixos-install is not here, so nothing has been installed');
  expect(outcome.stdout).toContain('nix-shell -p nixos-install-tools');
  expect(fs.existsSync(path.join(repoOn(target), 'flake.nix'))).toBe(true);
});

function thrownBy(act: () => unknown): ProgramError {
  try {
    act();
  } catch (error) {
    if (error instanceof ProgramError) return error;
  }
  throw new Error('nothing was thrown');
}

describe('asked wrongly', () => {
  async function tryIt(words: readonly string[], files: RootFiles = liveWithTarget) {
    const cwd = temporaryFolder();
    const outcome = await run([...user, ...words], { cwd, root: layRoot(files) });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(fs.readdirSync(cwd)).toEqual([]);
    return outcome.stderr;
  }

  it('to where nothing is mounted: says how to mount', async () => {
    const said = await tryIt(['--root', '/mnt'], live);
    expect(said).toContain('Nothing is mounted at /mnt');
    expect(said).toContain('mount --mkdir -o umask=077 /dev/disk/by-label/boot /mnt/boot');
  });

  it('by somebody who is not root: says what root would type', () => {
    const args = readArguments(['--root', '/mnt', '--username', 'leon']);
    const stream = { write: () => undefined };
    const world: World = {
      env: { npm_config_user_agent: 'npm/11', npm_command: 'exec' },
      uid: 1000,
      workingDirectory: '/',
      root: layRoot(liveWithTarget),
      stdin: {},
      stdout: stream,
      stderr: stream,
      interruption: new Interruption(),
    };
    const error = thrownBy(() => beginInstalling(args, world));
    expect(error.message).toBe('Only root can write to /mnt.');
    expect(error.help).toContain('  sudo npx create-nixos-config --root /mnt --username leon');
    const dry = readArguments(['--root', '/mnt', '--username', 'leon', '--dry-run']);
    expect(beginInstalling(dry, world)?.facts.target).toBe('/mnt');
  });

  it('--install without a target', async () => {
    expect(await tryIt(['--install'])).toContain('--root /mnt');
    expect(await tryIt(['--install', '--root', '/'])).toContain('--root /mnt');
  });

  it('--rebuild of what does not run', async () => {
    expect(await tryIt(['--root', '/mnt', '--rebuild'])).toContain('--install');
  });

  it('--root without a folder', async () => {
    expect(await tryIt(['--root'])).toContain('--root needs a value');
  });
});

describe('the live system without --root', () => {
  it('says that there is one, where something is mounted', async () => {
    const root = layRoot(liveWithTarget);
    const words = ['repo', ...user, '--no-git'];
    const outcome = await run(words, { cwd: temporaryFolder(), root });
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('--root /mnt writes the configuration there');
  });

  it('does not where nothing is', async () => {
    const words = ['repo', ...user, '--no-git'];
    const outcome = await run(words, { cwd: temporaryFolder(), root: layRoot(live) });
    expect(outcome.stdout).not.toContain('--root /mnt writes');
  });

  it('with --root / is what it is without', async () => {
    const words = ['repo', ...user, '--no-git', '--root', '/'];
    const outcome = await run(words, { cwd: temporaryFolder(), root: layRoot(liveWithTarget) });
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('--root /mnt writes the configuration there');
  });
});
