/** Before the first rebuild: old and new are compared, and what is lost stops it. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/compare/facts.js';
import { factsWith, luksName, without } from '../compare/systems.js';
import { type Outcome, run, temporaryFolder } from '../support/program.js';
import { type Call, type StandIn, StandIns } from '../support/stand-ins.js';
import { installedNixos } from './nixos.js';

interface Proved {
  readonly outcome: Outcome;
  readonly root: string;
  /** What nixos-rebuild was to do. */
  readonly actions: readonly (string | undefined)[];
  readonly old: readonly Call[];
  readonly now: readonly Call[];
}

const answers = ['--username', 'leon', '--time-zone', 'Europe/Berlin', '--shell', 'bash', '--yes'];

const tells = (facts: Facts): StandIn => ({ prints: JSON.stringify(facts) });

async function prove(
  old: StandIn,
  now: StandIn,
  more: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  root = installedNixos(),
): Promise<Proved> {
  const cwd = temporaryFolder();
  const stand = new StandIns(['NIX_PATH']).link('git');
  stand.add('nixos-rebuild').add('sudo', { does: '"$@"; exit $?' });
  stand.add('nix-instantiate', old).add('nix', now);
  const words = ['repo', ...answers, '--no-lock', '--rebuild', ...more];
  const outcome = await run(words, { cwd, root, path: stand.path, env });
  return {
    outcome,
    root,
    actions: stand.calls('nixos-rebuild').map(({ argv }) => argv[0]),
    old: stand.calls('nix-instantiate'),
    now: stand.calls('nix').filter(({ argv }) => argv.includes('eval')),
  };
}

/** What is said where the rebuild does not go on. */
const stop = 'Nothing is switched: these';

const same = tells(factsWith());

describe('Proof that nothing was lost', () => {
  it('lets a rebuild go on that loses nothing', async () => {
    const { outcome, actions } = await prove(same, same);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toContain('✔ Evaluated old and new: nothing is lost');
    expect(outcome.stdout).not.toContain('asked for');
    expect(outcome.stdout).not.toContain(stop);
    expect(actions).toContain('switch');
  });

  it("asks for the old system by the machine's channels, and for the new one by its flake", async () => {
    const { old, now, root } = await prove(same, same, [], { NIX_PATH: 'nixpkgs=/mine' });
    const entry = path.join(root, 'etc/nixos/configuration.nix');
    const channels = '/nix/var/nix/profiles/per-user/root/channels';
    expect(old.map(({ env }) => env)).toEqual([
      { NIX_PATH: `nixos-config=${entry}:nixpkgs=/mine:nixpkgs=${channels}/nixos:${channels}` },
    ]);
    const [asked] = old;
    expect(asked?.argv.slice(0, -1)).toEqual([
      ...['--extra-experimental-features', 'nix-command flakes'],
      ...['--eval', '--strict', '--json', '--expr'],
    ]);
    expect(asked?.argv.at(-1)).toContain(
      `(import <nixpkgs/nixos> { configuration = /. + "${entry}"; })`,
    );
    expect(now.map(({ argv }) => argv.slice(0, -1))).toEqual([
      [
        ...['--extra-experimental-features', 'nix-command flakes', 'eval', '--json'],
        ...['--no-write-lock-file', expect.stringMatching(/\/repo#nixosConfigurations\.nixos$/)],
        '--apply',
      ],
    ]);
  });

  it('stops where a disk would not be opened, and names it', async () => {
    const lost = without(factsWith(), 'luks', 'boot', 'initrd', 'luks', 'devices', luksName);
    const { outcome, actions } = await prove(same, tells(lost));
    expect(outcome.code).toBe(1);
    expect(actions.filter((action) => action !== 'build')).toEqual([]);
    expect(outcome.stdout).toContain(stop);
    expect(outcome.stdout).toContain('1 difference was not asked for');
    expect(outcome.stdout).toContain(`✖ boot.initrd.luks.devices.${luksName}  /dev/sda3 → gone`);
    expect(outcome.stdout).toContain('these differences need the yes of a person');
  });

  it('stops where a service is gone, since nobody is there for a yes', async () => {
    const now = factsWith({ services: { services: ['openssh'], units: ['sshd.service'] } });
    const { outcome, actions } = await prove(same, tells(now));
    expect(outcome.code).toBe(1);
    expect(actions.filter((action) => action !== 'build')).toEqual([]);
    expect(outcome.stdout).toContain(stop);
    expect(outcome.stdout).toContain('! Services gone: printing, cups.socket');
  });

  describe('where /etc/nixos is a flake', () => {
    const list = '[ ./configuration.nix home-manager.nixosModules.home-manager ]';
    const plain = `nixosSystem { modules = ${list}; }`;
    const flakeWith = (system: string) =>
      installedNixos(undefined, {
        'etc/hostname': 'atlas\n',
        'etc/nixos/flake.nix': `{ outputs = { nixpkgs, ... }: { nixosConfigurations.atlas = ${system}; }; }`,
      });
    /** Nix that tells of the old flake and of the new repo. */
    const nix = (old: string, now: Facts = factsWith()): StandIn => ({
      does: `case "$*" in
        *etc/nixos#*) ${old} ;;
        *) printf %s '${JSON.stringify(now)}' ;;
      esac`,
    });
    const tellsOld = `printf %s '${JSON.stringify(factsWith())}'`;

    it('evaluates its system under the name of this machine, and goes on', async () => {
      const root = flakeWith(plain);
      const { outcome, actions, now, old } = await prove(same, nix(tellsOld), [], {}, root);
      expect(outcome.stdout).toContain('Evaluated old and new: nothing is lost');
      expect(outcome.stdout).toContain(
        'Modules of /etc/nixos that were evaluated, and not read\n  home-manager.nixosModules.home-manager\n',
      );
      expect(actions).toContain('switch');
      expect(old).toEqual([]);
      expect(now[0]?.argv).toContain(`${path.join(root, 'etc/nixos')}#nixosConfigurations.atlas`);
    });

    it('stops where a disk would not be opened', async () => {
      const lost = without(factsWith(), 'luks', 'boot', 'initrd', 'luks', 'devices', luksName);
      const found = await prove(same, nix(tellsOld, lost), [], {}, flakeWith(plain));
      expect(found.outcome.stdout).toContain(stop);
      expect(found.actions.filter((action) => action !== 'build')).toEqual([]);
    });

    it('stops where a file of it sets what the repo does not', async () => {
      const root = flakeWith(plain);
      const file = path.join(root, 'etc/nixos/configuration.nix');
      const text = fs.readFileSync(file, 'utf8');
      fs.writeFileSync(file, text.replace(/\}\s*$/, '  programs.mtr.enable = true;\n}\n'));
      const { outcome, actions } = await prove(same, nix(tellsOld), [], {}, root);
      expect(outcome.stdout).toContain('programs.mtr.enable');
      expect(actions.filter((action) => action !== 'build')).toEqual([]);
    });

    it.each([
      ['can’t be evaluated here', plain, 'echo "error: x" >&2; exit 1'],
      ['makes the modules of atlas by a function', 'mkHost "atlas"', tellsOld],
    ])('stops where it %s', async (why, system, old) => {
      const { outcome, actions } = await prove(same, nix(old), [], {}, flakeWith(system));
      expect(outcome.stdout).toContain(
        `/etc/nixos is a flake already and ${why}, so nothing is switched.`,
      );
      expect(actions.filter((action) => action !== 'build')).toEqual([]);
    });
  });

  it('stops where there is nothing to compare with', async () => {
    const root = installedNixos();
    fs.rmSync(path.join(root, 'etc/nixos/configuration.nix'));
    const more = ['--boot-loader', 'systemd-boot', '--state-version', '26.05'];
    const { outcome, actions } = await prove(same, same, more, {}, root);
    expect(outcome.stdout).toContain(
      '/etc/nixos holds no configuration to compare with, so nothing is switched.',
    );
    expect(actions).toEqual(['build']);
  });

  it('goes on where what differs was asked for', async () => {
    const now = factsWith({
      hostname: { networking: { hostName: 'framework' } },
      users: { users: { users: { leon: { shell: 'zsh' } } } },
    });
    const more = ['--hostname', 'framework', '--shell', 'zsh'];
    const { outcome, actions } = await prove(same, tells(now), more);
    expect(outcome.stdout).toContain('✔ networking.hostName  nixos → framework  Hostname');
    expect(outcome.stdout).toContain('✔ users.users.leon.shell  bash-interactive → zsh  Shell');
    expect(outcome).toMatchObject({ code: 0 });
    expect(outcome.stdout).not.toContain(stop);
    expect(actions).toContain('switch');
  });

  it.each<[string, StandIn, StandIn, string]>([
    ['old', { exits: 1, complains: 'error: x' }, same, 'The old configuration'],
    ['new', same, { exits: 1, complains: 'trace\n   error: x' }, 'The new configuration'],
  ])('reads the files where the %s one can not be evaluated', async (_, old, now, which) => {
    const { outcome, actions } = await prove(old, now);
    expect(outcome.stdout).toContain('The files of old and new were read, not evaluated');
    expect(outcome.stdout).toMatch(new RegExp(`${which} could not be evaluated here:\n +error: x`));
    expect(outcome.stdout).not.toContain(stop);
    expect(actions).toContain('switch');
  });

  it('reads what could not be evaluated of the rest', async () => {
    const { outcome } = await prove(tells(without(factsWith(), 'kernel')), same);
    expect(outcome.stdout).toContain('What could not be evaluated was read: kernel.');
  });
});
