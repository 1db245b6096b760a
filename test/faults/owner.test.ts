/** Whom the files belong to, and what somebody who is not root may not read or write. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, type TestContext } from 'vitest';
import {
  environment,
  layRoot,
  type Options,
  type Outcome,
  outcomeOf,
  programFile,
  run,
  temporaryFolder,
} from '../support/program.js';
import { expectWords, faultEnv, lay, picture, plainRun, rehearse, scenes } from './support.js';

const account = { uid: 12345, gid: 12346 };
const passwd = `root:x:0:0::/root:/bin/sh
leon:x:${account.uid}:${account.gid}:Leon Smith,,,:/home/leon:/bin/sh
`;
const behindSudo = {
  SUDO_UID: String(account.uid),
  SUDO_GID: String(account.gid),
  SUDO_USER: 'leon',
  USER: 'root',
};

function needsRoot(context: TestContext): void {
  if (process.getuid?.() !== 0) context.skip('only root can write for somebody else');
}

/** A folder of the account's own, which it can get to. */
function folderOfAccount(): string {
  const folder = temporaryFolder();
  fs.chownSync(folder, account.uid, account.gid);
  return folder;
}

/** Every owner of what is below a folder, each once. */
function owners(folder: string): readonly string[] {
  const found = Object.keys(picture(folder)).map((name) => {
    const { uid, gid } = fs.lstatSync(path.join(folder, name));
    return `${uid}:${gid}`;
  });
  return [...new Set(found)];
}

const theirs = [`${account.uid}:${account.gid}`];

describe('behind sudo', () => {
  const root = () => layRoot({ 'etc/passwd': passwd });

  beforeEach(needsRoot);

  it('files, folders and .git belong to who called it', async () => {
    const folder = folderOfAccount();
    const args = [path.join(folder, 'a/b/repo'), '--yes', '--email', 'leon@example.org'];
    const outcome = await run(args, { root: root(), env: behindSudo });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toContain('Made the first commit');
    expect(owners(folder)).toEqual(theirs);
    expect(fs.existsSync(path.join(folder, 'a/b/repo/.git/HEAD'))).toBe(true);
    expect(fs.readFileSync(path.join(folder, 'a/b/repo/flake.nix'), 'utf8')).toContain('nixos');
    expect(outcome.stdout).toMatch(/Username +leon +who called sudo/);
  });

  it.each(['--merge', '--overwrite'])(
    'and so they do with %s into a target of theirs',
    async (flag) => {
      const folder = folderOfAccount();
      lay(folder, { 'README.md': '# Mine\n', 'hosts/nixos/home.nix': '{ }\n' });
      for (const name of Object.keys(picture(folder))) {
        fs.chownSync(path.join(folder, name), account.uid, account.gid);
      }
      const outcome = await run([folder, '--yes', '--no-git', '--no-lock', flag], {
        root: root(),
        env: behindSudo,
      });
      expect(outcome).toMatchObject({ code: 0, stderr: '' });
      expect(owners(folder)).toEqual(theirs);
    },
  );

  it('an error gives what was replaced back to whom it belonged', async () => {
    const scene = scenes.find(({ flags }) => flags.includes('--overwrite'));
    if (!scene?.before) throw new Error('no scene');
    const { lastRename } = await rehearse(scene);
    const folder = folderOfAccount();
    const target = path.join(folder, 'repo');
    lay(target, scene.before);
    for (const name of Object.keys(picture(folder))) {
      fs.chownSync(path.join(folder, name), account.uid, account.gid);
    }
    const before = picture(folder);
    const fault = faultEnv(folder, { kind: 'EIO', at: lastRename });
    const args = [target, '--yes', '--no-git', '--no-lock', ...scene.flags, '--username', 'leon'];
    const outcome = await run(args, { env: fault });
    expect(outcome.code).toBe(1);
    expect(picture(folder)).toEqual(before);
  });

  it.each([
    {
      name: 'of an account that is not there',
      env: { SUDO_UID: '4321', SUDO_USER: 'nobody-here' },
    },
    { name: 'of root itself', env: { SUDO_UID: '0', SUDO_GID: '0', SUDO_USER: 'root' } },
  ])('a call $name is a call of root', async ({ env }) => {
    const folder = temporaryFolder();
    const outcome = await run([path.join(folder, 'repo'), ...plainRun], { root: root(), env });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(owners(folder)).toEqual(['0:0']);
  });
});

/** Runs it as the account where the test runs as root, from a copy that the account can read. */
function runAsAccount(args: readonly string[], options: Options = {}): Promise<Outcome> {
  const isRoot = process.getuid?.() === 0;
  const copy = temporaryFolder();
  fs.chmodSync(copy, 0o755);
  const built = path.dirname(path.dirname(programFile));
  fs.cpSync(path.join(built, 'dist'), path.join(copy, 'dist'), { recursive: true });
  fs.copyFileSync(path.join(built, 'package.json'), path.join(copy, 'package.json'));
  const as = isRoot ? account : {};
  const program = path.join(copy, 'dist', path.basename(programFile));
  const surroundings = { ...as, cwd: '/', env: environment(options) };
  return outcomeOf([process.execPath, program, ...args], surroundings);
}

function giveToAccount(folder: string): void {
  if (process.getuid?.() !== 0) return;
  for (const name of ['', ...Object.keys(picture(folder))]) {
    fs.lchownSync(path.join(folder, name), account.uid, account.gid);
  }
}

/** Whether an account that is not root can start the Node that runs this test. */
const canBecomeOther =
  process.getuid?.() !== 0 ||
  spawnSync(process.execPath, ['-e', '0'], { ...account, cwd: '/' }).status === 0;

describe('somebody who is not root', () => {
  beforeEach((context) => {
    if (!canBecomeOther) context.skip('another account cannot start this Node');
  });

  it('is no other because of SUDO_UID, which counts for root only', async () => {
    const folder = temporaryFolder();
    const machine = layRoot({ 'etc/passwd': passwd });
    for (const each of [folder, machine]) giveToAccount(each);
    const outcome = await runAsAccount([path.join(folder, 'repo'), ...plainRun], {
      root: machine,
      env: { SUDO_UID: '0', SUDO_GID: '0', SUDO_USER: 'root' },
    });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const { uid, gid } = process.getuid?.() === 0 ? account : os.userInfo();
    expect(owners(folder)).toEqual([`${uid}:${gid}`]);
  });

  it.each([
    { name: 'a parent that may not be written', mode: 0o555, at: 'parent', target: 'parent/repo' },
    { name: 'a parent that may not be read', mode: 0o000, at: 'parent', target: 'parent/repo' },
    { name: 'a target that may not be written', mode: 0o555, at: 'repo', target: 'repo' },
    { name: 'a target that may not be read', mode: 0o333, at: 'repo', target: 'repo' },
    {
      name: 'a file that may not be read',
      mode: 0o000,
      at: 'repo/README.md',
      target: 'repo',
      flag: '--merge',
    },
    {
      name: 'a folder that may not be written',
      mode: 0o555,
      at: 'repo/modules',
      target: 'repo',
      flag: '--overwrite',
    },
  ])('is told in words of $name', async ({ mode, at, target, flag }) => {
    const folder = temporaryFolder();
    if (at.includes('/')) lay(folder, { 'repo/README.md': '# Mine\n', 'repo/modules/x.nix': '' });
    else fs.mkdirSync(path.join(folder, at));
    giveToAccount(folder);
    const before = picture(folder);
    fs.chmodSync(path.join(folder, at), mode);
    const outcome = await runAsAccount([
      path.join(folder, target),
      ...plainRun,
      ...(flag ? [flag] : []),
    ]);
    fs.chmodSync(path.join(folder, at), 0o755);
    expectWords(outcome);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toMatch(/you may not|not yours|permission/i);
    expect(Object.keys(picture(folder))).toEqual(Object.keys(before));
  });
});
