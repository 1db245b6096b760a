/**
 * Answers in, files out: a pure function. It reads no clock, no disk and no machine, so the same
 * answers give the same bytes everywhere.
 */
import { templates } from '#templates';
import { platformOf } from '../nixos/hardware-text.js';
import type { Answers } from '../questions/answers.js';
import type { Brings, FlakeInput } from '../questions/question.js';
import { questions } from '../questions/table.js';
import type { RepoFile } from './file.js';
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
  'LICENSE',
  'gitignore',
];

/** The name that stands for the host's folder in the templates' paths. */
const hostFolder = 'HOST';

/** Every file of the repo for these answers, sorted by path. */
export async function renderRepo(
  answers: Answers,
  hardware: string | undefined,
): Promise<readonly RepoFile[]> {
  const brought = await whatAnswersBring(answers);
  const names = templateNames(brought);
  const view = await viewOf(answers, hardware, brought);
  const files = names.map((name) => ({
    path: pathOf(name, answers.hostname),
    text: textOf(name, view, hardware),
  }));
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return [manifest(answers, files), ...files];
}

function templateNames(brought: readonly Brings[]): readonly string[] {
  return [...new Set([...always, ...brought.flatMap(({ files }) => files ?? [])])].sort();
}

function textOf(name: string, view: object, hardware: string | undefined): string {
  if (hardware !== undefined && name.endsWith('/hardware-configuration.nix')) return hardware;
  const template = templates[name];
  if (template === undefined) throw new Error(`no template ${name}`);
  return template(view, writers);
}

/** Where a template's text goes: the host's folder has its name, and npm packs no `.gitignore`. */
function pathOf(template: string, hostname: string): string {
  return template === 'gitignore' ? '.gitignore' : template.replace(hostFolder, hostname);
}

/** What the answers add to the repo, one after the other. */
export async function whatAnswersBring(answers: Answers): Promise<readonly Brings[]> {
  const asked = questions.filter(({ applies }) => applies?.(answers) ?? true);
  return Promise.all(
    asked.map(async ({ name, brings }) => (await brings?.(answers[name], answers)) ?? {}),
  );
}

/** Everything that a template can name: the answers, and what is worked out from them. */
export async function viewOf(
  answers: Answers,
  hardware: string | undefined,
  brought: readonly Brings[],
): Promise<object> {
  const names = templateNames(brought);
  const derived = await Promise.all(
    questions.map(async ({ name, view }) => (await view?.(answers[name], answers)) ?? {}),
  );
  const inputs: readonly FlakeInput[] = brought.flatMap((each) => each.inputs ?? []);
  return {
    ...answers,
    ...Object.assign({}, ...derived),
    inputs,
    homeModules: namesIn('modules/home-manager/', names),
    nixosModules: namesIn('modules/nixos/', names),
    placeholder: hardware === undefined,
    // before 22.05 nixos-generate-config left the platform out, and nothing else sets it
    setsPlatform: hardware !== undefined && platformOf(hardware) === undefined,
  };
}

function namesIn(folder: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length));
}
