/** What is left to do after a run with `--root`. */
import { commandLine } from '../../cli/words.js';
import { installCommand, passwordCommand } from '../../effects/install.js';
import { targetFolder } from '../../machine/target.js';
import { isNewThere } from './first-install.js';
import { addCommand, beforeCommit, type NextStep } from './next-steps.js';
import type { Done, Draft, Run } from './run.js';

type Steps = readonly (NextStep | false)[];

/** The steps that are left, in their order, each with its command. */
export function installSteps(run: Run, draft: Draft, done: Done): readonly NextStep[] {
  const all = [...beforeRestart(run, draft, done), ...afterRestart(draft, done)];
  return all.filter((step) => step !== false);
}

function beforeRestart(run: Run, { answers, hardware }: Draft, done: Done): Steps {
  const { hostname, username } = answers;
  const { directory } = run.context;
  const target = targetFolder(run.context.facts);
  const file = `${directory}/hosts/${hostname}/hardware-configuration.nix`;
  const password = passwordCommand(target, username);
  const hasSet = done.ran.some(
    ({ command, exitCode }) => exitCode === 0 && commandLine(command) === commandLine(password),
  );
  return [
    hardware === undefined && {
      text: 'Put the hardware file of the target in place of the placeholder',
      command: `sudo nixos-generate-config --root ${target} --show-hardware-config | sudo tee ${file}`,
    },
    !done.rebuilt && {
      text: 'Install it',
      command: commandLine(['sudo', ...installCommand(target, directory, hostname)]),
    },
    isNewThere(run, username) &&
      !hasSet && {
        text: `${username} is new there and has no password: set one before you restart`,
        command: commandLine(['sudo', ...password]),
      },
    run.owner === undefined && {
      text: `Bring the repo to ${target}${answers.repoPath}: what is on the live system is gone with the restart`,
    },
    { text: 'Restart, without the stick', command: 'sudo reboot' },
  ];
}

function afterRestart({ answers }: Draft, done: Done): Steps {
  return [
    (done.git === 'none' || done.git === 'no-repo') && {
      text: `Then put ${answers.repoPath} under version control`,
      command: 'git init --initial-branch=main && git add --all',
    },
    done.git === 'failed' && {
      text: `Then add the files in ${answers.repoPath} to git, since Nix sees only what git knows`,
      command: addCommand(done),
    },
    done.committed !== 'done' && {
      text: `Then, in ${answers.repoPath}, once ${beforeCommit(done)}, commit`,
      command: `git add --all && git commit --message 'NixOS configuration for ${answers.hostname}'`,
    },
    { text: `Read ${answers.repoPath}/README.md: it says how to live with it` },
  ];
}
