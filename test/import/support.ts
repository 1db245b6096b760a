/** Carries configurations over as a run does, from files laid below a root. */
import { type Account, type CarriedOver, carryOver } from '../../src/import/carry.js';
import { type OldConfiguration, readOld } from '../../src/import/old.js';
import { type Root, rootAt } from '../../src/machine/read.js';
import type { Definition } from '../../src/nix/definitions.js';
import type { Answers } from '../../src/questions/answers.js';
import type { QuestionName } from '../../src/questions/table.js';
import type { RepoFile } from '../../src/repo/file.js';
import { renderFiles } from '../../src/repo/render.js';
import { answersWith } from '../support/answers.js';
import { layRoot } from '../support/program.js';

export interface Carried extends CarriedOver {
  readonly old: OldConfiguration;
  /** The text of a file of the repo; nothing where it has none of that path. */
  readonly text: (path: string) => string | undefined;
  /** The carried-over entry. */
  readonly entry: string | undefined;
  readonly account: (option: string) => Account | undefined;
}

export interface Given {
  /** Below `/etc/nixos`. */
  readonly files: Readonly<Record<string, string | { link: string }>>;
  /** Below the root. */
  readonly outside?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Record<string, string>>;
  /** Options that a question stands for. */
  readonly questions?: Readonly<Record<string, QuestionName>>;
}

const host = 'framework-desktop';

export async function carried(given: Given): Promise<Carried> {
  const laid = Object.entries(given.files).map(([path, text]) => [`etc/nixos/${path}`, text]);
  const root = rootAt(layRoot({ ...Object.fromEntries(laid), ...given.outside }));
  const answers = await answersWith({ ...given.answers });
  const file = given.files['hardware-configuration.nix'];
  const hardware = typeof file === 'string' ? file : undefined;
  const repos = await bothRepos(answers, hardware);
  return resultOf(root, repos, answers, given.questions ?? {});
}

/** A repo as it is with files of an old configuration in it, and without them. */
interface Repos {
  readonly carrying: readonly RepoFile[];
  readonly plain: readonly RepoFile[];
}

async function bothRepos(answers: Answers, hardware: string | undefined): Promise<Repos> {
  return {
    carrying: await renderFiles(answers, hardware, true),
    plain: await renderFiles(answers, hardware),
  };
}

/** The same for one entry after the other, without a disk. */
export async function carryText({
  hardware,
  questions = {},
  answers: some,
}: Omit<Given, 'files'> & { readonly hardware: string }): Promise<(text: string) => Carried> {
  const answers = await answersWith({ ...some });
  const repos = await bothRepos(answers, hardware);
  return (text) => {
    const files = new Map([
      ['/etc/nixos/configuration.nix', text],
      ['/etc/nixos/hardware-configuration.nix', hardware],
    ]);
    const root: Root = {
      ...rootAt('/nowhere'),
      read: (file) => files.get(file),
      exists: (file) => files.has(file),
    };
    return resultOf(root, repos, answers, questions);
  };
}

function resultOf(
  root: Root,
  { carrying, plain }: Repos,
  answers: Answers,
  questions: Readonly<Record<string, QuestionName>>,
): Carried {
  const old = readOld(root, '/etc/nixos', false);
  if (old === undefined) throw new Error('no configuration.nix');
  const carry = (repo: readonly RepoFile[]) =>
    carryOver(old, repo, answers, answered(old, questions));
  const first = carry(carrying);
  const result = first.hasFiles ? first : carry(plain);
  const text = (path: string) => result.files.find((file) => file.path === path)?.text;
  const entry = text(`hosts/${host}/carried-over/configuration.nix`);
  const account = (option: string) => result.accounts.find((each) => each.option === option);
  return { ...result, old, text, entry, account };
}

function answered(
  old: OldConfiguration,
  questions: Readonly<Record<string, QuestionName>>,
): ReadonlyMap<Definition, QuestionName> {
  const all = old.files.flatMap(({ definitions }) => definitions);
  return new Map(
    all.flatMap((definition) => {
      const question = questions[definition.path.join('.')];
      return question === undefined ? [] : [[definition, question] as const];
    }),
  );
}
