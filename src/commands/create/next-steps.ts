/** What is left to do, and the commands that repeat or complete a run. */

import { invocation } from '../../cli/invocation.js';
import { commandLine } from '../../cli/words.js';
import { lockCommand } from '../../effects/lock-command.js';
import type { Answer, Answers } from '../../questions/answers.js';
import { flagName, isForHere, type Question } from '../../questions/question.js';
import { type QuestionName, questions } from '../../questions/table.js';
import { hardwareFileOf } from './hardware.js';
import { type Done, type Draft, personOf, type Run, type Talk } from './run.js';

export interface NextStep {
  readonly text: string;
  readonly command?: string;
}

/** The line that repeats this run without questions. */
export function repeatLine(run: Run, { found: answers, context }: Talk): string {
  const shown = questions.filter(
    ({ name, alwaysAsked }) => alwaysAsked || answers.get(name)?.given,
  );
  return line(run, [
    ...shown.flatMap(({ name }) => flagFor(name, answers.get(name)?.value)),
    // declined at a prompt
    ...(run.context.old && !context.old ? ['--no-import'] : []),
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
  const { separator } = questions.find((question) => question.name === name) ?? {};
  if (separator && value === '') return [`--${flagName(name)}`, 'none'];
  return value.split('\n').flatMap((each) => {
    const joined = each === '' || each.startsWith('-');
    return joined ? [`--${flagName(name)}=${each}`] : [`--${flagName(name)}`, each];
  });
}

/** Our own words, the directory as typed, the flags, and those that were on besides. */
function line({ args, world }: Run, flags: readonly string[]): string {
  const directory = args.directories[0];
  const off = (['import', 'git', 'lock'] as const)
    .filter((name) => !args.on.has(name))
    .map((name) => `--no-${name}`);
  const on = (['merge', 'overwrite', 'dry-run', 'json', 'install'] as const)
    .filter((name) => args.on.has(name))
    .map((name) => `--${name}`);
  // as it was typed, with how far it goes
  const rebuild = args.flags.findLast((flag) => /^--rebuild(?:=|$)/.test(flag));
  const root = args.root === undefined ? [] : ['--root', args.root];
  return commandLine([
    ...invocation(world.env),
    ...(directory ? [directory.startsWith('-') ? `./${directory}` : directory] : []),
    ...(args.from ? ['--from', args.from] : []),
    ...root,
    ...flags,
    ...off,
    ...on,
    ...(rebuild ? [rebuild] : []),
  ]);
}

/** The steps that are left, in their order, each with its command. */
export function nextSteps(run: Run, draft: Draft, done: Done): readonly NextStep[] {
  const open = [...stepsOnTheRepo(run, draft, done), ...stepsOnTheMachine(run, draft, done)];
  const steps = open.filter((step) => step !== false);
  const needsGit = steps.some(({ command }) => /\bgit\b|\bflake\b/.test(command ?? ''));
  return needsGit && lacksGit(run, draft) ? [lendGit, ...steps] : steps;
}

const lendGit: NextStep = {
  text: 'This system has no git before its first rebuild. For the next steps, borrow one',
  command: 'nix-shell -p git',
};

/** For the commands of all steps behind it: README.md says it again for a disk that is laid out. */
const lendGitThere: NextStep = {
  text: 'A fresh NixOS has no git. There, borrow one for the next steps',
  command: 'nix-shell -p git',
};

/** Whether git is here only for as long as the shell that somebody ran us in. */
function lacksGit({ context }: Run, { answers }: Draft): boolean {
  return isForHere(answers) && !context.facts.machine.exists('/run/current-system/sw/bin/git');
}

type Steps = readonly (NextStep | false)[];

function stepsOnTheRepo(run: Run, { answers, hardware }: Draft, done: Done): Steps {
  const { isLive } = run.context.facts;
  const root = isLive ? '--root /mnt ' : '';
  const file = hardwareFileOf(answers.hostname);
  return [
    !isForHere(answers) &&
      !isLive &&
      answers.repoPath !== run.context.directory && {
        text:
          answers.disk === 'keep'
            ? `Bring the repo to that computer, as ${answers.repoPath}`
            : 'Start that computer from the NixOS installer, and bring the repo there',
      },
    !isForHere(answers) && !isLive && answers.disk === 'keep' && lendGitThere,
    hardware === undefined &&
      answers.disk === 'keep' && {
        text: isLive
          ? 'With the new disks mounted at /mnt, put their hardware file in place of the placeholder, in the repo'
          : 'There, in the repo, put its hardware file in place of the placeholder',
        command: `sudo nixos-generate-config ${root}--show-hardware-config > ${file}`,
      },
    !done.locked && {
      text: 'Pin the inputs in flake.lock, in the repo',
      command: commandLine(lockCommand(done.git === 'new' || done.git === 'existing')),
    },
    (done.git === 'none' || done.git === 'no-repo') && {
      text: 'Put the repo under version control',
      command: 'git init --initial-branch=main && git add --all',
    },
    done.git === 'failed' && {
      text: 'Add the files to git, since Nix sees only what git knows',
      command: addCommand(done),
    },
    done.committed !== 'done' && {
      text: `Once ${beforeCommit(done)}, commit`,
      command: `git add --all && git commit --message 'NixOS configuration for ${answers.hostname}'`,
    },
  ];
}

/** How files come to git that it did not take; those that it ignores have to be named. */
export function addCommand({ ignored }: Done): string {
  return ignored.length > 0
    ? commandLine(['git', 'add', '--force', '--', ...ignored])
    : 'git add --all';
}

/** What has to be so before a commit can be made, to stand behind `once`. */
export function beforeCommit({ committed }: Done): string {
  return committed === 'failed' ? 'what stopped git is mended' : 'git knows who you are';
}

function stepsOnTheMachine(run: Run, draft: Draft, done: Done): Steps {
  const { answers } = draft;
  if (answers.disk !== 'keep') return [layOutDisk];
  const { directory, facts } = run.context;
  const { username, repoPath } = answers;
  const belongsToRoot = isForHere(answers) && run.world.uid === 0 && personOf(run) === undefined;
  return [
    !done.rebuilt && switchStep(run, answers),
    isNewUser(run, answers) && stepForNewUser(run, answers, done),
    facts.isLive && {
      text: `Bring the repo to /mnt${repoPath}: what is here is gone with the restart`,
    },
    belongsToRoot && {
      text: `The repo belongs to root: give it to ${username}`,
      command: commandLine(['chown', '-R', `${username}:`, directory]),
    },
    {
      text: `${done.startsAnew ? 'Restart' : 'Log out and in again'}, and read README.md: it says how to live with it`,
    },
  ];
}

function switchStep(run: Run, answers: Answers): NextStep {
  const { directory, facts } = run.context;
  const { hostname, repoPath, bootLoader } = answers;
  const flake = `${isForHere(answers) || facts.isLive ? directory : repoPath}#${hostname}`;
  const withFlake = (...command: readonly string[]) =>
    commandLine(['sudo', ...command, '--flake', flake]);
  if (facts.isLive) return { text: 'Install it', command: withFlake('nixos-install') };
  return bootLoader === 'wsl' && isNewUser(run, answers)
    ? {
        text: 'Build the new configuration for the next start',
        command: withFlake('nixos-rebuild', 'boot'),
      }
    : {
        text: 'Switch to the new configuration',
        command: withFlake('nixos-rebuild', 'switch'),
      };
}

/** A password, unless it has been set on the way; whom Windows logs in needs none. */
function stepForNewUser(run: Run, { username, bootLoader }: Answers, done: Done): NextStep | false {
  if (bootLoader === 'wsl') {
    const text = `Then, in PowerShell, have Windows log ${username} in`;
    return { text, command: anewInWindows(run) };
  }
  if (hasPassword(done, username)) return false;
  return {
    text: `${username} is new there and has no password: set one before you log out`,
    command: run.context.facts.isLive
      ? `sudo nixos-enter --root /mnt -c 'passwd ${username}'`
      : `sudo passwd ${username}`,
  };
}

/** What erases a disk is read about first, so its commands stand in the README only. */
const layOutDisk: NextStep = {
  text: 'Follow "Install it on its disk" in README.md: it erases the disk, lays it out, and installs',
};

/** Whether the machine that the configuration is for does not have this user yet. */
function isNewUser({ context }: Run, answers: Answers): boolean {
  const { accounts } = context.facts;
  const { username, bootLoader } = answers;
  if (isForHere(answers)) return !accounts.some(({ name }) => name === username);
  return bootLoader !== 'wsl' || username !== 'nixos'; // whom NixOS-WSL comes with
}

/**
 * How NixOS-WSL's manual has another account made (how-to/change-username): a start as root makes it.
 * Windows tells us what it calls this NixOS.
 */
function anewInWindows({ world, context }: Run): string {
  const told = context.facts.wsl && world.env['WSL_DISTRO_NAME'];
  const name = told && /^[\w.-]+$/.test(told) ? told : 'NixOS';
  return `wsl -t ${name}; wsl -d ${name} --user root exit; wsl -t ${name}`;
}

/** Whether it was set on the way, while the new system was tried. */
function hasPassword({ ran }: Done, username: string): boolean {
  return ran.some(
    ({ command, exitCode }) =>
      exitCode === 0 && command.at(-2) === 'passwd' && command.at(-1) === username,
  );
}
