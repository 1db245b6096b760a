/** The first rebuild: only when asked for, only where it is safe, and in words when it fails. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  environment,
  filesIn,
  type Outcome,
  programFile,
  run,
  temporaryFolder,
} from '../support/program.js';
import { type Call, type StandIn, StandIns } from '../support/stand-ins.js';
import { freshConfiguration, hardware, installedNixos, withoutUsers } from './nixos.js';

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
  /** The servers that are asked for an answer. */
  readonly probes?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const answers = ['--username', 'leon', '--time-zone', 'Europe/Berlin', '--yes', '--no-lock'];

/** sudo as it is: it runs the rest of its line. */
const sudoThatRuns: StandIn = { does: '"$@"; exit $?' };

async function rebuildOn(given: Given): Promise<Rebuilt> {
  const { root = installedNixos(), rebuild = {}, more = [], asked = true, others = {} } = given;
  const probes = given.probes ? { CREATE_NIXOS_CONFIG_PROBES: given.probes } : {};
  const cwd = temporaryFolder();
  const state = path.join(cwd, 'state');
  const stand = new StandIns(['XDG_STATE_HOME']).link('git');
  stand.add('nixos-rebuild', rebuild).add('sudo', sudoThatRuns);
  for (const [name, standIn] of Object.entries(others)) stand.add(name, standIn);
  const typed = ['repo', ...answers, ...(asked ? ['--rebuild'] : []), ...more];
  const env = { XDG_STATE_HOME: state, ...probes, ...given.env };
  const outcome = await run(typed, { cwd, root, path: stand.path, env });
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

const words = (action: string, repo: string) => [action, '--flake', `${repo}#nixos`];
const actions = (calls: readonly Call[]) => calls.map(({ argv }) => argv[0]);

/** Does it for one action only, in place of a stand-in that does it for each. */
const only = (action: string, does: string) => `case $1 in ${action}) ${does} ;; esac`;

describe('the first rebuild', () => {
  it('goes on where nobody reads its output any more', async () => {
    const cwd = temporaryFolder();
    const state = path.join(cwd, 'state');
    const lines = 'for n in 1 2 3 4 5; do echo "line $n"; echo "error $n" >&2; sleep 0.1; done';
    const stand = new StandIns().link('git').add('nixos-rebuild', { does: lines });
    stand.add('sudo', sudoThatRuns);
    const typed = [programFile, 'repo', ...answers, '--rebuild=test'];
    const options = { cwd, root: installedNixos(), path: stand.path };
    const env = { ...environment(options), XDG_STATE_HOME: state };
    const child = spawn(process.execPath, typed, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (data) => (stderr += data));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    expect(stderr).not.toMatch(/^\s+at .+:\d+/m);
    expect(code).toBe(0);
    expect(actions(stand.calls('nixos-rebuild'))).toEqual(['build', 'test']);
    const log = fs.readFileSync(path.join(state, 'create-nixos-config/rebuild.log'), 'utf8');
    expect(log.match(/line 5/g)).toHaveLength(2);
  });

  it('is built where TMPDIR names a folder that is gone', async () => {
    const cwd = temporaryFolder();
    const stand = new StandIns().link('git').add('nixos-rebuild').add('sudo', sudoThatRuns);
    const env = { XDG_STATE_HOME: path.join(cwd, 'state'), TMPDIR: path.join(cwd, 'gone') };
    const options = { cwd, root: installedNixos(), path: stand.path, env };
    const outcome = await run(['repo', ...answers, '--rebuild=build'], options);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toContain('It builds.');
  });

  it('takes the machine’s own hardware file for its own, where that names a file beside it', async () => {
    const [imports, beside] = ['imports =\n    [', './quirks.nix'];
    const root = installedNixos(freshConfiguration, {
      'etc/nixos/hardware-configuration.nix': hardware.replace(imports, `${imports} ${beside}`),
      'etc/nixos/quirks.nix': '{ boot.kernelParams = [ "quiet" ]; }\n',
    });
    const { outcome, calls } = await rebuildOn({ root, more: ['--rebuild=build'] });
    expect(outcome.stdout).not.toContain('No rebuild');
    expect(actions(calls)).toEqual(['build']);
  });

  it('does not happen on --yes alone', async () => {
    const { outcome, calls, sudo } = await rebuildOn({ asked: false });
    expect(outcome.code).toBe(0);
    expect([...calls, ...sudo]).toEqual([]);
    expect(outcome.stdout).toContain('sudo nixos-rebuild switch --flake');
  });

  it.each([
    // a test comes first, since a restart takes it back where it fails
    { flag: '--rebuild', steps: ['build', 'test', 'switch'], says: 'Switched to the new' },
    { flag: '--rebuild=switch', steps: ['build', 'test', 'switch'], says: 'Switched to the new' },
    { flag: '--rebuild=boot', steps: ['build', 'boot'], says: 'The next start is the new system' },
    { flag: '--rebuild=test', steps: ['build', 'test'], says: 'A restart brings the old one back' },
    { flag: '--rebuild=build', steps: ['build'], says: 'Nothing has been switched' },
  ])('$flag goes as far as $steps, with root only where it changes something', async (each) => {
    const { flag, steps, says } = each;
    const { outcome, repo, calls, sudo } = await rebuildOn({ asked: false, more: [flag] });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(calls.map(({ argv }) => argv)).toEqual(steps.map((step) => words(step, repo)));
    const asRoot = steps.filter((step) => step !== 'build' && !isRoot);
    expect(sudo.map(({ argv }) => argv)).toEqual(
      asRoot.map((step) => ['nixos-rebuild', ...words(step, repo)]),
    );
    expect(outcome.stdout).toContain(says);
    const isLeft = /^ *\d\. Switch to the new configuration/m.test(outcome.stdout);
    expect(isLeft).toBe(!['switch', 'boot'].includes(steps.at(-1) ?? ''));
    expect(outcome.stdout).toContain(flag === '--rebuild=boot' ? 'Restart, and read' : 'Log out');
    expect(outcome.stdout).toContain(` --yes --no-lock ${flag}\n`);
  });

  it.skipIf(!isRoot)('behind doas lets Nix open the repo of the person who called it', async () => {
    const cwd = temporaryFolder();
    fs.chmodSync(cwd, 0o755);
    const stand = new StandIns(['SUDO_UID']).share().link('git').add('nixos-rebuild');
    const root = installedNixos();
    fs.chmodSync(root, 0o755);
    const env = { XDG_STATE_HOME: path.join(cwd, 'state'), DOAS_USER: 'leon' };
    const typed = ['repo', ...answers, '--rebuild=test'];
    await run(typed, { cwd, root, path: stand.path, env });
    const calls = stand
      .calls('nixos-rebuild')
      .map(({ argv, uid, env: kept }) => [argv[0], uid, kept['SUDO_UID']]);
    expect(calls).toEqual([
      ['build', 1000, undefined],
      ['test', 0, '1000'],
    ]);
  });

  it('shows each exact command before it runs it', async () => {
    const { outcome, repo } = await rebuildOn({ rebuild: { does: 'echo "now: $1"' } });
    for (const action of ['build', 'test', 'switch']) {
      const root = action === 'build' || isRoot ? '' : 'sudo ';
      const shown = outcome.stdout.indexOf(`${root}nixos-rebuild ${action} --flake ${repo}#nixos`);
      expect(shown).toBeGreaterThan(-1);
      expect(shown).toBeLessThan(outcome.stdout.indexOf(`now: ${action}`));
    }
  });

  it('leaves no link in the repo, and no folder beside', async () => {
    const noted = path.join(temporaryFolder(), 'folder');
    const { outcome, repo } = await rebuildOn({
      rebuild: { does: only('build', `ln -s /nix/store/x result; pwd > ${noted}`) },
    });
    expect(outcome.code).toBe(0);
    expect(fs.readdirSync(repo)).not.toContain('result');
    expect(fs.existsSync(fs.readFileSync(noted, 'utf8').trim())).toBe(false);
  });

  it('is of the hardware file that this machine has', async () => {
    const { repo } = await rebuildOn({});
    expect(filesIn(repo)['hosts/nixos/hardware-configuration.nix']).toBe(hardware);
  });

  it('finds every file tracked', async () => {
    const { repo, outcome } = await rebuildOn({
      rebuild: { does: `git -C "\${3%#*}" ls-files > "\${3%#*}/tracked"` },
    });
    expect(outcome.code).toBe(0);
    expect(fs.readFileSync(path.join(repo, 'tracked'), 'utf8')).toContain('hosts/nixos/home.nix');
  });

  it('keeps the output of every step, of both streams, in a log', async () => {
    const { log } = await rebuildOn({ rebuild: { does: 'echo "$1"; echo "$1!" >&2' } });
    expect(log?.split('\n').filter(Boolean).sort()).toEqual(
      ['build', 'build!', 'switch', 'switch!', 'test', 'test!'].sort(),
    );
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
      ...words('switch', repo),
    ]);
    expect(outcome.stderr).toContain('building');
  });

  it('says what would change, and what would restart, before it is tried', async () => {
    const system = builtSystem('would restart the following units: sshd.service');
    const { outcome, calls } = await rebuildOn({
      rebuild: { does: only('build', `ln -s '${system}' result`) },
      others: { nix: { prints: 'firefox: 140.0 → 141.0, +12.5 KiB\nnano: 8.4 → ∅, -2 MiB' } },
    });
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('1 in another version, 0 new, 1 gone');
    expect(outcome.stdout).toMatch(/firefox +140\.0 → 141\.0/);
    expect(outcome.stdout).toContain('Gone: nano');
    expect(outcome.stdout).toContain('Restarted: sshd');
    expect(actions(calls)).toEqual(['build', 'test', 'switch']);
  });

  it('says of many no more than fits, and warns where the session ends', async () => {
    const units = ['display-manager', ...Array.from('abcdefghi')].map((name) => `${name}.service`);
    const system = builtSystem(`would restart the following units: ${units.join(', ')}`);
    const packages = Array.from('abcdefghijk', (name) => `${name}: ∅ → 1.0, +1.0 KiB`);
    const { outcome } = await rebuildOn({
      rebuild: { does: only('build', `ln -s '${system}' result`) },
      others: {
        nix: { prints: [...packages, 'firefox: ∅ → 141.0', 'nix: 2.31 → ∅'].join('\n') },
      },
    });
    const text = outcome.stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain('0 in another version, 12 new, 1 gone');
    expect(text).toContain('New: a, b, c, d, e, f, g, h and 4 more');
    expect(text).toMatch(/nix +2\.31 → gone/);
    expect(text).toMatch(/firefox +new → 141\.0/);
    expect(text).toContain('Restarted: display-manager, a, b, c, d, e, f, g and 2 more');
    expect(text).toContain(
      'The login screen restarts, and your session ends: save your work first.',
    );
  });

  it('says where nothing changes', async () => {
    const system = builtSystem('would activate the configuration...');
    const { outcome } = await rebuildOn({
      rebuild: { does: only('build', `ln -s '${system}' result`) },
      others: { nix: {} },
    });
    expect(outcome.stdout).toContain('Nothing: every package stays as it is.');
    expect(outcome.stdout).toContain('No service is restarted.');
    expect(outcome.stdout).not.toContain('your session ends');
  });

  it('goes on where neither can be read', async () => {
    const { outcome, calls } = await rebuildOn({
      rebuild: { does: only('build', 'ln -s /nix/store/nothing result') },
      others: { nix: { exits: 1, complains: 'error: path is not valid' } },
    });
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('What changes could not be read');
    expect(actions(calls)).toEqual(['build', 'test', 'switch']);
  });
});

/** A folder that stands in for a built system, which says what it would restart. */
function builtSystem(says: string): string {
  const system = temporaryFolder();
  fs.mkdirSync(path.join(system, 'bin'));
  const program = `#!/bin/sh\n[ "$*" = dry-activate ] && echo '${says}' >&2\n`;
  fs.writeFileSync(path.join(system, 'bin/switch-to-configuration'), program, { mode: 0o755 });
  return system;
}

describe('a rebuild that fails', () => {
  it('that was killed says so, and what it may have been', async () => {
    const { outcome } = await rebuildOn({ rebuild: { does: 'kill -KILL $$' } });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('The build failed. Nothing has been changed');
    expect(outcome.stdout).toContain('killed, most often because the memory ran out');
  });

  it('to build: exit 1, the repo kept, nothing changed, where the log is, how to go on', async () => {
    const { outcome, repo, log, calls } = await rebuildOn({
      rebuild: { complains: "error: attribute 'x' missing", exits: 1 },
    });
    expect(outcome.code).toBe(1);
    expect(actions(calls)).toEqual(['build']);
    expect(outcome.stdout).toContain(
      'The build failed. Nothing has been changed: generation 41 runs as before.',
    );
    expect(outcome.stdout).toContain('There is no x there');
    expect(outcome.stdout).toMatch(/The log is in .+\/create-nixos-config\/rebuild\.log/);
    expect(outcome.stdout).toContain('When it is mended');
    expect(outcome.stdout).toContain('  nixos-rebuild build --flake');
    expect(log).toContain("attribute 'x' missing");
    expect(fs.existsSync(path.join(repo, 'flake.nix'))).toBe(true);
    expect(outcome.stderr).toContain("attribute 'x' missing");
  });

  it('to build, with the line of the repo that it is about', async () => {
    const { outcome, repo } = await rebuildOn({
      rebuild: {
        complains: `error: undefined variable 'x'\n at /nix/store/${'a'.repeat(32)}-source/flake.nix:2:1:`,
        exits: 1,
      },
    });
    const line = filesIn(repo)['flake.nix']?.split('\n')[1]?.trim() ?? '';
    expect(outcome.stdout).toContain(`It is in flake.nix, line 2:\n    ${line}`);
  });

  it('while it is tried: a restart brings the old one back, and it is not switched to', async () => {
    const root = installedNixos();
    const { outcome, calls } = await rebuildOn({
      root,
      rebuild: {
        does: only(
          'test',
          `ln -sfn /nix/store/bbb-nixos-system '${root}/run/current-system'
           echo 'warning: the following units failed: x.service' >&2; exit 4`,
        ),
      },
    });
    expect(outcome.code).toBe(1);
    expect(actions(calls)).toEqual(['build', 'test']);
    expect(outcome.stdout).toContain('not all of it could be started');
    expect(outcome.stdout).toContain('These did not start: x.service');
    expect(outcome.stdout).not.toContain('The build failed');
    expect(outcome.stdout).toContain('A restart brings the old one back');
    expect(outcome.stdout).toContain(
      'sudo /nix/var/nix/profiles/system/bin/switch-to-configuration test',
    );
  });

  it('while it is tried, before the links have moved: it is not said that nothing changed', async () => {
    const { outcome } = await rebuildOn({
      rebuild: { does: only('test', "echo 'activating the configuration...' >&2; exit 2") },
    });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).not.toContain('Nothing has been changed');
    expect(outcome.stdout).toContain('A restart brings the old one back');
  });

  it('to activate: says which generation runs, and how to roll back', async () => {
    const root = installedNixos();
    const { outcome } = await rebuildOn({
      root,
      rebuild: {
        does: only(
          'switch',
          `ln -sfn system-42-link '${root}/nix/var/nix/profiles/system'
           ln -sfn /nix/store/bbb-nixos-system '${root}/run/current-system'; exit 4`,
        ),
      },
    });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('not all of it could be started');
    expect(outcome.stdout).toContain('Generation 42 runs now');
    expect(outcome.stdout).toContain('sudo nixos-rebuild switch --rollback --no-reexec');
    expect(outcome.stdout).toMatch(/The log is in /);
  });

  it('between the two: the profile has moved, and the old system runs still', async () => {
    const root = installedNixos();
    const move = `ln -sfn system-42-link '${root}/nix/var/nix/profiles/system'; exit 1`;
    const { outcome } = await rebuildOn({ root, rebuild: { does: only('switch', move) } });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('Generation 41 runs');
    expect(outcome.stdout).toContain('--rollback');
  });

  it('to write the boot menu: what runs, and how to have the old one start again', async () => {
    const root = installedNixos();
    const move = `ln -sfn system-42-link '${root}/nix/var/nix/profiles/system'
      echo "OSError: [Errno 28] No space left on device: '/boot/EFI/nixos/x'" >&2; exit 1`;
    const { outcome } = await rebuildOn({
      root,
      asked: false,
      more: ['--rebuild=boot'],
      rebuild: { does: only('boot', move) },
    });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('Generation 41 runs now');
    expect(outcome.stdout).toContain('The boot partition is full');
    expect(outcome.stdout).toContain('sudo nixos-rebuild boot --rollback --no-reexec');
  });

  it('to write the boot menu on the way to a switch: nothing was started, and it is said', async () => {
    const root = installedNixos();
    const move = `ln -sfn system-42-link '${root}/nix/var/nix/profiles/system'
      echo 'updating the boot menu failed' >&2; exit 1`;
    const { outcome } = await rebuildOn({ root, rebuild: { does: only('switch', move) } });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('may not be in the boot menu. Generation 41 runs now');
    expect(outcome.stdout).toContain('sudo nixos-rebuild boot --rollback --no-reexec');
    expect(outcome.stdout).not.toContain('not all of it could be started');
  });

  it('behind a test that worked: what was tried runs, and how to get back', async () => {
    const root = installedNixos();
    const runs = `ln -sfn /nix/store/ccc-nixos-system '${root}/run/current-system'`;
    const does = `${only('test', runs)}\n${only('switch', 'exit 1')}`;
    const { outcome } = await rebuildOn({ root, rebuild: { does } });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('the system that was tried runs still');
    expect(outcome.stdout).not.toContain('Nothing has been changed');
    expect(outcome.stdout).toContain(
      'sudo /nix/var/nix/profiles/system/bin/switch-to-configuration test',
    );
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
        does: only(
          'switch',
          `ln -sfn system-100-link '${root}/nix/var/nix/profiles/system'
           ln -sfn /nix/store/ccc-nixos-system '${root}/run/current-system'; exit 4`,
        ),
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

  it('before its log can be made is no crash, and nothing is said that only it could tell', async () => {
    const cwd = temporaryFolder();
    fs.writeFileSync(path.join(cwd, 'state'), 'a file, where the folder of the log should be');
    const fails = { does: only('test', "echo 'activating the configuration...' >&2; exit 2") };
    const stand = new StandIns().link('git').add('nixos-rebuild', fails).add('sudo', sudoThatRuns);
    const env = { XDG_STATE_HOME: path.join(cwd, 'state') };
    const options = { cwd, root: installedNixos(), path: stand.path, env };
    const outcome = await run(['repo', ...answers, '--rebuild'], options);
    expect(outcome.stderr).not.toMatch(/^\s+at .+:\d+/m);
    expect(outcome.stdout).toContain('Your configuration is in');
    expect(outcome.stdout).not.toContain('Nothing has been changed');
    expect(outcome.stdout).toContain('How far it came is not known');
  });
});

/** What the checks see of a machine with a disk that is not the one of its hardware file. */
const otherDisk = {
  'proc/mounts': '/dev/sda1 / ext4 rw 0 0\n',
  'dev/disk/by-uuid/8c1b9d43-1111-2222-3333-444455556666': { link: '../../nvme0n1p2' },
};

describe('what the checks find, where nobody can be asked', () => {
  it('keeps to a build where the machine might not start any more', async () => {
    const root = installedNixos(freshConfiguration, otherDisk);
    const { outcome, calls } = await rebuildOn({ root });
    expect(outcome.code).toBe(1);
    expect(actions(calls)).toEqual(['build']);
    expect(outcome.stdout).toContain('✖ What is mounted at / is not what the configuration names');
    expect(outcome.stdout).toContain('/dev/sda1');
  });

  it('keeps to a build where nobody could log in any more', async () => {
    const { outcome, calls } = await rebuildOn({
      root: installedNixos(withoutUsers),
      more: ['--username', 'eva'],
    });
    expect(outcome.code).toBe(1);
    expect(actions(calls)).toEqual(['build']);
    expect(outcome.stdout).toContain('✖ eva is new and has no password: nobody could log in');
    expect(outcome.stdout).toContain('sudo passwd eva');
  });

  it('keeps to a build where a person would be asked', async () => {
    const root = installedNixos(freshConfiguration, {
      'home/leon/.zshrc': 'mine',
      'home/leon/.zshrc.backup': 'older',
    });
    const { outcome, calls } = await rebuildOn({ root });
    expect(outcome.code).toBe(1);
    expect(actions(calls)).toEqual(['build']);
    expect(outcome.stdout).toContain('~/.zshrc.backup');
    expect(outcome.stdout).toContain('Nobody can be asked here, so it is only built.');
  });

  it.each(['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'])(
    'asks no server behind the proxy that %s names',
    async (name) => {
      const { outcome } = await rebuildOn({
        probes: '127.0.0.1:1',
        env: { [name]: 'http://127.0.0.1:2' },
        more: ['--rebuild=build'],
      });
      expect(outcome.stdout).toContain('The network was not looked at: it goes through a proxy');
    },
  );

  it('are counted', async () => {
    const { outcome } = await rebuildOn({
      root: installedNixos(undefined, { 'home/leon/.zshrc': '', 'home/leon/.zshrc.backup': '' }),
      probes: '127.0.0.1:1',
      more: ['--rebuild=build'],
    });
    expect(outcome.stdout).toMatch(/Looked at this computer: 2 of \d+ need a hand/);
  });

  it('does not hold up a build that works', async () => {
    const { outcome, calls } = await rebuildOn({
      others: {},
      probes: '127.0.0.1:1',
    });
    expect(outcome.stdout).toContain('✖ 127.0.0.1 does not answer');
    expect(outcome.code).toBe(0);
    expect(actions(calls)).toEqual(['build', 'test', 'switch']);
  });

  it('is said with --json too', async () => {
    const root = installedNixos(freshConfiguration, otherDisk);
    const { outcome } = await rebuildOn({ root, more: ['--json'] });
    expect(outcome.stderr).toContain('is not what the configuration names');
    expect(() => JSON.parse(outcome.stdout)).not.toThrow();
  });

  it('is not looked for where nobody asked for a rebuild', async () => {
    const root = installedNixos(freshConfiguration, otherDisk);
    const { outcome, calls } = await rebuildOn({ root, asked: false });
    expect(calls).toEqual([]);
    expect(outcome.stdout).not.toContain('✖');
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
