/** What is left to do, and the commands that repeat or complete a run. */

import { invocation } from '../../cli/invocation.js';
import { commandLine } from '../../cli/words.js';
import { lockCommand } from '../../effects/lock-command.js';
import type { Answer, Answers } from '../../questions/answers.js';
import { flagName, isForHere, type Question } from '../../questions/question.js';
import { type QuestionName, questions } from '../../questions/table.js';
import type { Done, Draft, Run } from './run.js';

export interface NextStep {
  readonly text: string;
  readonly command?: string;
}

/** The line that repeats this run without questions. */
export function repeatLine(run: Run, answers: ReadonlyMap<QuestionName, Answer>): string {
  const shown = questions.filter(
    ({ name, alwaysAsked }) => alwaysAsked || answers.get(name)?.given,
  );
  return line(run, [
    ...shown.flatMap(({ name }) => flagFor(name, answers.get(name)?.value)),
    '--yes',
  ]);
}

/** A command that would have worked, with a stand-in for each value that nothing is known of. */
export function completeCommand(
  run: Run,
  answers: ReadonlyMap<QuestionName, Answer>,
  wanted: readonly Question<QuestionName>[],
): string {
  const given = questions.filter((question) => answers.get(question.name)?.given);
  const shown = questions.filter(
    (question) => given.includes(question) || wanted.includes(question),
  );
  const flags = shown.flatMap(({ name, placeholder }) =>
    flagFor(name, answers.get(name)?.value ?? placeholder.slice(1, -1).toUpperCase()),
  );
  return line(run, [...flags, '--yes']);
}

function flagFor(name: QuestionName, value: string | undefined): readonly string[] {
  // a value that is empty or begins with a dash would be taken for the next flag
  if (value === undefined || (name === 'hardware' && value === 'this')) return [];
  const joined = value === '' || value.startsWith('-');
  return joined ? [`--${flagName(name)}=${value}`] : [`--${flagName(name)}`, value];
}

/** Our own words, the directory as typed, the flags, and those that were on besides. */
function line({ args, world }: Run, flags: readonly string[]): string {
  const directory = args.directories[0];
  const off = (['git', 'lock'] as const)
    .filter((name) => !args.on.has(name))
    .map((name) => `--no-${name}`);
  const on = (['merge', 'overwrite', 'dry-run', 'json', 'rebuild'] as const)
    .filter((name) => args.on.has(name))
    .map((name) => `--${name}`);
  return commandLine([
    ...invocation(world.env),
    ...(directory ? [directory.startsWith('-') ? `./${directory}` : directory] : []),
    ...flags,
    ...off,
    ...on,
  ]);
}

/** The steps that are left, in their order, each with its command. */
export function nextSteps(
  run: Run,
  { plan, answers, hardware }: Draft,
  done: Done,
): readonly NextStep[] {
  const here = isForHere(answers);
  const at = here ? plan.target.directory : answers.repoPath;
  const steps: NextStep[] = [];
  if (!here && answers.repoPath !== plan.target.directory) {
    steps.push({ text: `Bring the repo to that computer, as ${at}` });
  }
  if (hardware === undefined) {
    const file = `hosts/${answers.hostname}/hardware-configuration.nix`;
    steps.push({
      text: 'There, in the repo, put its hardware file in place of the placeholder',
      command: `sudo nixos-generate-config --show-hardware-config > ${file}`,
    });
  }
  if (done.git === 'none') {
    steps.push({
      text: 'Put the repo under version control',
      command: 'git init --initial-branch=main && git add --all',
    });
  }
  if (!done.committed) {
    steps.push({
      text: 'Once git knows who you are, commit',
      command: `git commit --message 'NixOS configuration for ${answers.hostname}'`,
    });
  }
  if (!done.locked) {
    steps.push({
      text: 'Pin the inputs in flake.lock, in the repo',
      command: commandLine(lockCommand(done.git !== 'none')),
    });
  }
  if (!done.rebuilt) {
    const flake = `${at}#${answers.hostname}`;
    steps.push({
      text: 'Switch to the new configuration',
      command: commandLine(['sudo', 'nixos-rebuild', 'switch', '--flake', flake]),
    });
  }
  if (isNewUser(run, answers)) {
    steps.push({
      text: `${answers.username} is new and has no password: set one before you log out`,
      command: `sudo passwd ${answers.username}`,
    });
  }
  steps.push({ text: 'Log out and in again, and read README.md: it says how to live with it' });
  return steps;
}

/** Whether the machine that the configuration is for does not have this user yet. */
function isNewUser({ context }: Run, answers: Answers): boolean {
  const { accounts } = context.facts;
  return !isForHere(answers) || !accounts.some(({ name }) => name === answers.username);
}
