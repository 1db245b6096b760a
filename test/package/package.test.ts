/** The packed tarball, installed in an empty folder and run on each Node that is promised. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { filesIn, programFile, project, temporaryFolder } from '../support/program.js';
import { install, pack, start, withoutNpm } from './tarball.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cnc-package-'));
const installed = path.join(folder, 'node_modules/create-nixos-config');
/** The program's file in the package. */
const program = path.relative(project, programFile);
let tarball = '';

beforeAll(() => {
  tarball = pack(folder);
  install(tarball, folder);
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Every file of the installed package, relative to it. */
function packedFiles(): readonly string[] {
  return Object.keys(filesIn(installed));
}

describe('the packed tarball', () => {
  it('has at most 320 KB', () => {
    expect(fs.statSync(tarball).size).toBeLessThanOrEqual(320 * 1024);
  });

  it('brings nothing else with it', () => {
    const names = fs.readdirSync(path.join(folder, 'node_modules'));
    expect(names.filter((name) => !name.startsWith('.'))).toEqual(['create-nixos-config']);
    const manifest = JSON.parse(
      fs.readFileSync(path.join(installed, 'package.json'), 'utf8'),
    ) as object;
    for (const key of [
      'dependencies',
      'optionalDependencies',
      'peerDependencies',
      'bundleDependencies',
    ]) {
      expect(manifest).not.toHaveProperty(key);
    }
  });

  it('runs no script when it is installed', () => {
    const { scripts = {} } = JSON.parse(
      fs.readFileSync(path.join(installed, 'package.json'), 'utf8'),
    ) as { scripts?: Record<string, string> };
    const names = Object.keys(scripts);
    expect(names.filter((name) => /^(pre|post)?install$/.test(name))).toEqual([]);
  });

  it('holds the program, its licence and its readme, and no sources or tests', () => {
    const files = packedFiles();
    expect(files).toEqual(expect.arrayContaining(['package.json', program]));
    for (const name of ['README.md', 'LICENSE']) {
      if (fs.existsSync(path.join(project, name))) expect(files).toContain(name);
    }
    expect(files.filter((file) => /^(src|test|scripts|templates)\//.test(file))).toEqual([]);
    expect(files.filter((file) => /\.(ts|map|tgz|hbs)$/.test(file))).toEqual([]);
  });

  it('knows no path of the machine that built it', () => {
    const paths = [`${project.replace(/\/$/, '')}/`, `${os.homedir()}/`, os.hostname()].filter(
      (text) => text.length > 4,
    );
    for (const [file, text] of Object.entries(filesIn(installed))) {
      for (const one of paths) expect(text.includes(one), `${file} has ${one}`).toBe(false);
      expect(text, file).not.toMatch(/file:\/\/\/(?!\$|nonexistent)/);
    }
  });

  it('has the licences of what is bundled', () => {
    const legal = packedFiles().filter((file) => /LEGAL|LICEN[CS]E|NOTICE/i.test(file));
    expect(legal.length).toBeGreaterThan(0);
  });
});

const others = ['22', '24'];
/** Whether other Nodes may be fetched: always in CI, elsewhere where NODES is set. */
const fetches = Boolean(process.env['CI'] || process.env['NODES']);

/** The words that start a Node: this one, or another that npm's package \`node\` brings. */
function nodeWords(version: string): readonly string[] {
  if (version === 'this') return [process.execPath];
  const where = execFileSync(
    'npx',
    ['-y', '-p', `node@${version}`, 'node', '-p', 'process.execPath'],
    { encoding: 'utf8', cwd: os.tmpdir(), env: withoutNpm() },
  );
  return [where.trim()];
}

describe.each(['this', ...others])('on Node %s', (version) => {
  const isAsked = version === 'this' || fetches;
  const main = path.join(installed, program);
  let node: readonly string[] = [];

  beforeAll(() => {
    if (isAsked) node = nodeWords(version);
  }, 180_000);

  beforeEach((context) => {
    if (!isAsked) context.skip('other Nodes are fetched in CI, or where NODES names them');
  });

  it('is the Node that was asked for', () => {
    const text = execFileSync(node[0] ?? '', ['--version'], { encoding: 'utf8' });
    if (version !== 'this') expect(text).toMatch(new RegExp(`^v${version}\\.`));
  });

  it('prints its version and its help', async () => {
    const { version: packed } = JSON.parse(
      fs.readFileSync(path.join(installed, 'package.json'), 'utf8'),
    ) as { version: string };
    const cwd = temporaryFolder();
    expect(await start([...node, main, '--version'], cwd)).toEqual({
      code: 0,
      stdout: `${packed}\n`,
      stderr: '',
    });
    const help = await start([...node, main, '--help'], cwd);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toContain('--hostname');
  });

  it('writes the whole repo, the same on each', async () => {
    const cwd = temporaryFolder();
    const args = ['--username', 'leon', '--yes', '--no-git', '--no-lock'];
    const outcome = await start([...node, main, 'repo', ...args], cwd);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const files = filesIn(path.join(cwd, 'repo'));
    expect(Object.keys(files)).toContain('flake.nix');
    const here = await start([process.execPath, main, 'here', ...args], cwd);
    expect(here.code).toBe(0);
    expect(files).toEqual(filesIn(path.join(cwd, 'here')));
  });

  it('takes over an old configuration, and nothing complains', async () => {
    const cwd = temporaryFolder();
    fs.mkdirSync(path.join(cwd, 'old'));
    const old = '{ networking.hostName = "box"; services.sshd.enable = true; }\n';
    fs.writeFileSync(path.join(cwd, 'old/configuration.nix'), old);
    const args = ['--username', 'leon', '--yes', '--no-git', '--no-lock', '--from', 'old'];
    const outcome = await start([...node, main, 'repo', ...args], cwd);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const carried = path.join(cwd, 'repo/hosts/box/carried-over/configuration.nix');
    expect(fs.readFileSync(carried, 'utf8')).toBe('{ services.sshd.enable = true; }\n');
  });

  it('fails, stops and complains in words', async () => {
    const cwd = temporaryFolder();
    const wrong = await start([...node, main, '--frobnicate'], cwd);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    const git = await start([...node, main, 'with-git', '--username', 'leon', '--yes'], cwd, {
      PATH: path.dirname(process.execPath),
      HOME: cwd,
    });
    expect(git.code).toBe(0);
    expect(git.stderr).toBe('');
  });
});
