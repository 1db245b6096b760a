/** What the tests of faults share: pictures of folders, faults at a chosen call, kinds of targets. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import { type Outcome, project, run, temporaryFolder } from '../support/program.js';

/** Answers for everything that a test does not care about, and no steps after the writing. */
export const plainRun = ['--username', 'leon', '--yes', '--no-git', '--no-lock'] as const;

/** The name that every staging folder has in its own. */
const stagingName = 'create-nixos-config-staging';

/** Everything below a folder, path → kind, mode, owner, content; of a file its time as well. */
export type Picture = Readonly<Record<string, string>>;

export function picture(folder: string): Picture {
  const names = fs.readdirSync(folder, { recursive: true }).map(String).sort();
  return Object.fromEntries(names.map((name) => [name, describe(path.join(folder, name))]));
}

function describe(file: string): string {
  const stat = fs.lstatSync(file);
  const who = `${(stat.mode & 0o7777).toString(8)} ${stat.uid}:${stat.gid}`;
  if (stat.isSymbolicLink()) return `link ${fs.readlinkSync(file)}`;
  if (stat.isDirectory()) return `folder ${who}`;
  return `file ${who} ${hash(fs.readFileSync(file))} ${Math.round(stat.mtimeMs)}`;
}

function hash(content: Buffer): string {
  return createHash('sha1').update(content).digest('hex');
}

/** Path → hash of each file's bytes, staging folders left out. */
export function contents(folder: string): Picture {
  return Object.fromEntries(
    Object.entries(picture(folder))
      .filter(([name, what]) => what.startsWith('file') && !name.includes(stagingName))
      .map(([name, what]) => [name, what.split(' ')[3] ?? '']),
  );
}

/** The folders that a run has left behind for the next one to take away. */
export function stagingFolders(folder: string): readonly string[] {
  return Object.keys(picture(folder)).filter((name) => path.basename(name).includes(stagingName));
}

/** Lays files below a folder. */
export function lay(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}

/** Works through a list, a few at a time. */
export async function each<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all([worker(), worker(), worker()]);
}

/** 1, 2, … `last`. */
export function upTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, at) => at + 1);
}

export interface Fault {
  readonly kind: string;
  /** Before which call that changes the file system, counted from 1. */
  readonly at: number;
  readonly thenKill?: number;
  readonly gate?: string;
}

/** The environment that makes a run meet a fault below a folder. */
export function faultEnv(below: string, fault?: Fault, log?: string): Record<string, string> {
  const preload = pathToFileURL(path.join(project, 'test/support/fault.mjs')).href;
  return {
    NODE_OPTIONS: `--import=${preload}`,
    FAULT_BELOW: below,
    ...(fault ? { FAULT_KIND: fault.kind, FAULT_AT: String(fault.at) } : {}),
    ...(fault?.thenKill ? { FAULT_THEN_KILL: String(fault.thenKill) } : {}),
    ...(fault?.gate ? { FAULT_GATE: fault.gate } : {}),
    ...(log ? { FAULT_LOG: log } : {}),
  };
}

/** One way to call the program, and what is there before. */
export interface Scene {
  readonly name: string;
  readonly flags: readonly string[];
  /** What the target holds; nothing for one that is absent. */
  readonly before: Readonly<Record<string, string>> | undefined;
}

const ownFiles = {
  'notes.txt': 'my notes\n',
  '.git/HEAD': 'ref: refs/heads/main\n',
  'hosts/other/configuration.nix': '{ }\n',
  'modules/home-manager/mine.nix': '{ }\n',
  'README.md': '# Mine\n',
};

export const scenes: readonly Scene[] = [
  { name: 'an absent target', flags: [], before: undefined },
  { name: '--merge into a target that holds files', flags: ['--merge'], before: ownFiles },
  {
    name: '--overwrite of an older repo',
    flags: ['--overwrite'],
    before: {
      ...ownFiles,
      'flake.nix': '{ outputs = _: { }; }\n',
      'hosts/nixos/home.nix': '{ old = 1; }\n',
      'hosts/nixos/configuration.nix': '{ old = 2; }\n',
      LICENSE: 'all rights reserved\n',
    },
  },
];

/** A folder for one run, with the target as the scene has it. */
export class Stage {
  readonly folder: string;
  readonly target: string;
  readonly before: Picture;

  constructor(
    readonly scene: Scene,
    inside: string,
  ) {
    this.folder = fs.mkdtempSync(path.join(inside, 'stage-'));
    this.target = path.join(this.folder, 'repo');
    if (scene.before) lay(this.target, scene.before);
    this.before = picture(this.folder);
  }

  run(fault?: Fault, log?: string): Promise<Outcome> {
    return this.runWith([], faultEnv(this.folder, fault, log));
  }

  runWith(more: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
    const args = [this.target, ...plainRun, ...this.scene.flags, ...more];
    return run(args, { env });
  }

  /** The environment of a run that meets an error, for tests that add to it. */
  faultAt(kind: string, at: number): Record<string, string> {
    return faultEnv(this.folder, { kind, at });
  }

  contents(): Picture {
    return contents(this.folder);
  }

  clear(): void {
    fs.rmSync(this.folder, { recursive: true });
  }
}

export interface Rehearsal {
  /** The files as an undisturbed run leaves them. */
  readonly done: Picture;
  /** The calls that it makes. */
  readonly calls: readonly string[];
  /** The number of the call that puts the last file into place. */
  readonly lastRename: number;
}

/** An undisturbed run of a scene. */
export async function rehearse(scene: Scene): Promise<Rehearsal> {
  const stage = new Stage(scene, temporaryFolder());
  const log = path.join(temporaryFolder(), 'calls.json');
  const { code, stderr } = await stage.run(undefined, log);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stagingFolders(stage.folder)).toEqual([]);
  const calls = JSON.parse(fs.readFileSync(log, 'utf8')) as string[];
  const lastRename = calls.findLastIndex((call) => /^(rename|link) /.test(call)) + 1;
  expect(lastRename).toBeGreaterThan(10);
  return { done: stage.contents(), calls, lastRename };
}

/** A message for people: no stack trace. */
export function expectWords(outcome: Outcome): void {
  expect(outcome.stderr).not.toMatch(/^\s+at .+:\d+/m);
  expect(outcome.stderr).not.toMatch(/Node\.js v\d/);
}
