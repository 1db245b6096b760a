/**
 * Answers in, files out: a pure function. It reads no clock, no disk and no machine, so the same
 * answers give the same bytes everywhere.
 */
import { posix } from 'node:path';
import { others, templates as plain } from '#templates';
import { platformOf } from '../nixos/hardware-text.js';
import type { Answers } from '../questions/answers.js';
import type { Brings, FlakeInput } from '../questions/question.js';
import { questions } from '../questions/table.js';
import { allThere } from '../soon.js';
import type { RepoFile, Templates } from './file.js';
import { writers } from './helpers.js';
import { manifest } from './manifest.js';

/** The templates that every repo has; the others come with an answer. */
const always = [
  'flake.nix',
  'hosts/HOST/configuration.nix',
  'hosts/HOST/hardware-configuration.nix',
  'hosts/HOST/home.nix',
  'modules/home-manager/git.nix',
  'README.md',
  'gitignore',
];

/** The folder of the host in the templates' paths. */
const host = 'hosts/HOST/';

/** The folder of those that are pieces of another file. */
const pieces = 'parts/';

/** Every file of the repo for these answers: the manifest, then the others, sorted by path. */
export async function renderRepo(
  answers: Answers,
  hardware: string | undefined,
): Promise<readonly RepoFile[]> {
  return withManifest(answers, await renderFiles(answers, hardware));
}

/** A repo's files, sorted by path, behind the manifest that has each one's hash. */
export function withManifest(answers: Answers, files: readonly RepoFile[]): readonly RepoFile[] {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return [manifest(answers, sorted), ...sorted];
}

/** The files that templates write; `carriesOver` says whether files of an old configuration join them. */
export async function renderFiles(
  answers: Answers,
  hardware: string | undefined,
  carriesOver?: true,
): Promise<readonly RepoFile[]> {
  const brought = await whatAnswersBring(answers);
  const names = templateNames(brought).filter((name) => !name.startsWith(pieces));
  const templates = await templatesFor(names);
  const view = await viewOf(answers, hardware, brought, carriesOver);
  return names.map((name) => ({
    path: pathOf(name, answers.hostname),
    text: textOf(name, templates, view, hardware),
  }));
}

/** The templates of a repo, sorted: those of every repo, and those that its answers bring. */
export function templateNames(brought: readonly Brings[]): readonly string[] {
  return [...new Set([...always, ...brought.flatMap(({ files }) => files ?? [])])].sort();
}

/** Those of a plain run, and the others of each folder of which one is needed. */
async function templatesFor(names: readonly string[]): Promise<Templates> {
  const lacking = names.filter((name) => !Object.hasOwn(plain, name));
  if (lacking.length === 0) return plain;
  const folders = new Set(lacking.map((name) => posix.dirname(name)));
  const loaded = await Promise.all([...folders].map((folder) => others[folder]?.()));
  return Object.assign({}, plain, ...loaded.map((module) => module?.templates));
}

function textOf(
  name: string,
  templates: Templates,
  view: object,
  hardware: string | undefined,
): string {
  if (hardware !== undefined && name.endsWith('/hardware-configuration.nix')) return hardware;
  const template = templates[name];
  if (template === undefined) throw new Error(`no template ${name}`);
  return template(view, writers);
}

/** Where a template's text goes: the host's folder has its name, and npm packs no `.gitignore`. */
export function pathOf(template: string, hostname: string): string {
  if (template.startsWith('licenses/')) return 'LICENSE';
  return template === 'gitignore' ? '.gitignore' : template.replace('HOST', hostname);
}

/** What the answers add to the repo, one after the other. */
export async function whatAnswersBring(answers: Answers): Promise<readonly Brings[]> {
  const asked = questions.filter(({ applies }) => applies?.(answers) ?? true);
  return allThere(asked.flatMap(({ name, brings }) => brings?.(answers[name], answers) ?? []));
}

/** Everything that a template can name: the answers, and what is worked out from them. */
export async function viewOf(
  answers: Answers,
  hardware: string | undefined,
  brought: readonly Brings[],
  carriesOver?: true,
): Promise<object> {
  const names = templateNames(brought);
  const derived = await allThere(
    questions.flatMap(({ name, view }) => view?.(answers[name], answers) ?? []),
  );
  const view: Record<string, unknown> = Object.assign({}, answers, ...derived, {
    inputs: brought.flatMap((each) => each.inputs ?? []).map(withAll),
    groups: brought.flatMap((each) => each.groups ?? []),
    homeModules: namesIn('modules/home-manager/', names),
    nixosModules: namesIn('modules/nixos/', names),
    hostModules: namesIn(host, names).filter((name) => !always.includes(host + name)),
    carriesOver,
    placeholder: hardware === undefined,
    // before 22.05 nixos-generate-config left the platform out, and nothing else sets it
    setsPlatform: hardware !== undefined && (await platformOf(hardware)) === undefined,
  });
  view.parts = await partsOf(names, view);
  return view;
}

/** An input as the template of the flake goes through it; many lines want a set of their own. */
function withAll({ without = [], ...input }: FlakeInput): Required<FlakeInput> & { many: boolean } {
  return { ...input, without, many: input.follows.length + without.length > 2 };
}

function namesIn(folder: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length));
}

/** The pieces by the file that they go into: of `parts/README.md/`, those of `readme`. */
async function partsOf(names: readonly string[], view: object): Promise<object> {
  const templates = await templatesFor(names);
  const parts: Record<string, string[]> = {
    readme: [],
    flake: [],
    configuration: [],
    gitignore: [],
  };
  for (const name of namesIn(pieces, names)) {
    const file = name.split(/[./]/)[0]?.toLowerCase() ?? '';
    const text = textOf(pieces + name, templates, view, undefined);
    parts[file]?.push(text.replace(/\n$/, ''));
  }
  return parts;
}
