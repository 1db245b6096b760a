/** Pinning the inputs: with flakes on for that one command, and never a reason to fail. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Outcome, run, temporaryFolder } from '../support/program.js';
import { type StandIn, StandIns } from '../support/stand-ins.js';

const withFlakes = ['--extra-experimental-features', 'nix-command flakes'];
const writesLock: StandIn = { does: "printf '{}\\n' > flake.lock" };
const later = "nix --extra-experimental-features 'nix-command flakes' flake lock";

interface Locked {
  readonly outcome: Outcome;
  readonly repo: string;
  readonly stand: StandIns;
}

async function lockWith(nix: StandIn | undefined, more: readonly string[] = []): Promise<Locked> {
  const cwd = temporaryFolder();
  const stand = new StandIns(['NIX_CONFIG', 'HOME']).link('git');
  if (nix) stand.add('nix', nix);
  const answers = ['--username', 'leon', '--full-name', 'Leon', '--email', 'leon@example.org'];
  const outcome = await run(['repo', ...answers, '--yes', ...more], { cwd, path: stand.path });
  return { outcome, repo: path.join(cwd, 'repo'), stand };
}

function git(folder: string, ...words: readonly string[]): string {
  return execFileSync('git', words, { cwd: folder, encoding: 'utf8' }).trim();
}

describe('flake.lock', () => {
  it('is made in the repo with flakes switched on, and is in the first commit', async () => {
    const { outcome, repo, stand } = await lockWith(writesLock);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const [call, ...others] = stand.calls('nix');
    expect(others).toEqual([]);
    expect(call?.argv.slice(0, 4)).toEqual([...withFlakes, 'flake', 'lock']);
    expect(call?.argv).not.toContain('path:.');
    expect(call?.cwd).toBe(fs.realpathSync(repo));
    expect(git(repo, 'ls-tree', '--name-only', 'HEAD').split('\n')).toContain('flake.lock');
    expect(git(repo, 'status', '--porcelain')).toBe('');
    expect(git(repo, 'rev-list', '--count', 'HEAD')).toBe('1');
    expect(outcome.stdout).toContain('Pinned the inputs');
    expect(outcome.stdout).not.toContain(later);
  });

  it('is made after the files are tracked, since Nix sees no others', async () => {
    const { stand, repo } = await lockWith({
      does: 'git ls-files > tracked; printf {} > flake.lock',
    });
    expect(stand.calls('nix')).toHaveLength(1);
    expect(fs.readFileSync(path.join(repo, 'tracked'), 'utf8')).toContain('flake.nix');
  });

  it('without git is made for the path', async () => {
    const { outcome, repo, stand } = await lockWith(writesLock, ['--no-git']);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(stand.calls('nix')[0]?.argv).toContain('path:.');
    expect(fs.existsSync(path.join(repo, '.git'))).toBe(false);
    expect(fs.existsSync(path.join(repo, 'flake.lock'))).toBe(true);
  });

  it('--no-lock leaves Nix alone and says how to do it later', async () => {
    const { outcome, stand } = await lockWith(writesLock, ['--no-lock']);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(stand.calls('nix')).toEqual([]);
    expect(outcome.stdout).toContain(later);
  });

  it('without Nix says how to do it later', async () => {
    const { outcome, repo } = await lockWith(undefined);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toContain('Nix is not here');
    expect(outcome.stdout).toContain(later);
    expect(git(repo, 'rev-list', '--count', 'HEAD')).toBe('1');
  });

  it.each([
    {
      name: 'no network',
      complains: "error: unable to download 'https://api.github.com/x': Couldn't resolve host name",
      says: /there is no network, or the server does not answer/,
    },
    {
      name: 'no network, in a line of its log',
      complains: `@nix ${JSON.stringify({ action: 'msg', level: 0, msg: "error: unable to download 'https://x': Could not resolve hostname (6)" })}`,
      says: /there is no network, or the server does not answer/,
    },
    {
      name: 'too many requests',
      complains: `@nix ${JSON.stringify({ action: 'msg', level: 0, msg: '\u001b[31;1merror:\u001b[0m HTTP error 403: API rate limit exceeded for 1.2.3.4' })}`,
      says: /Wait an hour, or give Nix a token/,
    },
    {
      name: 'a branch that is not there',
      complains: "error: unable to download 'https://api.github.com/x': HTTP error 422",
      says: /^(?![\s\S]*no network)[\s\S]*HTTP error 422/,
    },
    {
      name: 'a clock that is wrong',
      complains:
        "error: unable to download 'https://x': SSL peer certificate or SSH remote key was not OK (60) SSL certificate problem: certificate is not yet valid",
      says: /^(?![\s\S]*no network)[\s\S]*the clock of this computer is wrong/,
    },
    {
      name: 'lines that are no log',
      complains: '@nix {"action": broken\n@nix 7\n@nix null\nerror: odd',
      says: /error: odd/,
    },
  ])('is a note with the command where it fails: $name', async ({ complains, says }) => {
    const { outcome, repo } = await lockWith({ complains, exits: 1 });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toContain('The inputs could not be pinned yet');
    expect(outcome.stdout).toMatch(says);
    expect(outcome.stdout).toContain(later);
    expect(outcome.stdout).not.toContain('\u001b');
    expect(git(repo, 'rev-list', '--count', 'HEAD')).toBe('1');
  });

  it('that Nix says it made and did not make is no failure either', async () => {
    const { outcome, repo } = await lockWith({});
    expect(outcome.code).toBe(0);
    expect(git(repo, 'rev-list', '--count', 'HEAD')).toBe('1');
  });

  it('a repo that has one keeps it with --merge', async () => {
    const { repo } = await lockWith(writesLock);
    fs.writeFileSync(path.join(repo, 'flake.lock'), '{"mine":1}');
    const stand = new StandIns().link('git').add('nix', writesLock);
    const outcome = await run([repo, '--username', 'leon', '--yes', '--merge'], {
      path: stand.path,
    });
    expect(outcome.code).toBe(0);
    expect(stand.calls('nix')).toEqual([]);
    expect(fs.readFileSync(path.join(repo, 'flake.lock'), 'utf8')).toBe('{"mine":1}');
  });

  it('the commands that were run are in the object of --json, each with its code', async () => {
    const { outcome, repo } = await lockWith({ exits: 1, complains: 'error: no' }, ['--json']);
    expect(outcome.code).toBe(0);
    const { commands } = JSON.parse(outcome.stdout) as {
      commands: { command: string[]; directory: string; exitCode: number }[];
    };
    const nix = commands.find(({ command }) => command[0] === 'nix');
    expect(nix).toMatchObject({ exitCode: 1, directory: fs.realpathSync(repo) });
    expect(commands.map(({ command }) => command[0])).toContain('git');
  });
});
