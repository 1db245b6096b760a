import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type QuestionName, questions } from '../../src/questions/table.js';
import { sshKey } from '../support/answers.js';
import { filesIn, temporaryFolder } from '../support/program.js';
import { Terminal } from '../support/terminal.js';
import { freshNixos, programs } from './machines.js';
import {
  asks,
  change,
  choose,
  confirmation,
  current,
  down,
  firstFive,
  firstFiveGiven,
  goTo,
  summary,
  take,
} from './way.js';

vi.setConfig({ testTimeout: 120_000 });

/** What is answered wrongly and then rightly to one question. */
interface Example {
  /**
   * Typed text → what the prompt says of it; for a short list, keys that mean nothing to it; for
   * several choices, what is taken.
   */
  readonly bad: Readonly<Record<string, string>>;
  readonly good: string;
  /** How the summary shows the good one, where that is not as it was typed. */
  readonly shown?: string;
  /** Flags that make the question apply. */
  readonly flags?: readonly string[];
}

/** For a computer that has nothing on its disk yet. */
const ownDisk = [
  ...['--hardware', 'none', '--disk', 'plain'],
  ...['--disk-device', '/dev/disk/by-id/nvme-two'],
];

/** A row of the table without an example here fails its test. */
const examples: Readonly<Record<QuestionName, Example>> = {
  hostname: {
    bad: {
      My_Host: 'It must be in lower case. Try my-host',
      'host.example.org': 'It must be one name, without a domain. Try host-example-org',
      localhost: 'It is what every computer calls itself. Try nixos',
    },
    good: 'my-host',
  },
  username: {
    bad: {
      root: 'It is an account that the system needs itself',
      Leon: 'It must begin with a-z or _. Try leon',
    },
    good: 'alice',
  },
  channel: { bad: { zzz: '' }, good: 'nixos-unstable' },
  shell: { bad: { zzz: '' }, good: 'fish' },
  theme: { bad: { 'no-such-theme': 'No matches found' }, good: 'agnoster' },
  fullName: { bad: { 'Leon: Weber': 'It must not have a colon. Try Leon Weber' }, good: 'Léon W.' },
  email: {
    bad: { 'leon at home': 'It must be an address, name@example.org' },
    good: 'leon@example.org',
  },
  timeZone: {
    bad: { vienna: 'It is not in the IANA time zone database. Try Europe/Vienna' },
    good: 'Europe/Vienna',
  },
  locale: {
    bad: { en_GB: 'It is not a UTF-8 locale of glibc. Try en_GB.UTF-8' },
    good: 'en_GB.UTF-8',
  },
  formats: {
    bad: { de_AT: 'It is not a UTF-8 locale of glibc. Try de_AT.UTF-8' },
    good: 'de_AT.UTF-8',
  },
  keyboard: {
    bad: {
      gremany: 'It is not a keyboard layout of XKB',
      'de(nodeadkey)': 'It is not a variant of the layout de. Try de(nodeadkeys)',
    },
    good: 'de(nodeadkeys)',
  },
  preset: { bad: { zzz: '' }, good: 'minimal' },
  unfree: { bad: { zzz: '' }, good: 'no' },
  system: { bad: { zzz: '' }, good: 'aarch64-linux', flags: ['--hardware', 'none'] },
  bootLoader: { bad: { zzz: '' }, good: 'grub' },
  grubDevice: {
    bad: { sda: 'It must be a disk in /dev, or nodev. Try /dev/sda' },
    good: '/dev/sda',
    flags: ['--hardware', 'this', '--boot-loader', 'grub'],
  },
  desktop: { bad: { 'no-such-desktop': 'No matches found' }, good: 'gnome' },
  autoLogin: { bad: { zzz: '' }, good: 'on', flags: ['--hardware', 'this', '--desktop', 'gnome'] },
  terminal: { bad: { zzz: '' }, good: 'none' },
  editor: { bad: { zzz: '' }, good: 'none' },
  languages: {
    bad: { cobol: 'No matches found' },
    good: 'python',
    shown: 'nix, bash, markdown, python',
  },
  browser: { bad: { zzz: '' }, good: 'firefox' },
  colors: { bad: { 'no-such-scheme': 'No matches found' }, good: 'nord' },
  theming: { bad: { zzz: '' }, good: 'stylix', flags: ['--hardware', 'this', '--colors', 'nord'] },
  font: { bad: { zzz: '' }, good: 'hack' },
  graphics: { bad: { zzz: '' }, good: 'amd' },
  nvidiaBusIds: {
    bad: {
      'nvidia=PCI:1:0:0': 'It must name one other card, intel or amd',
      'intel=0:2:0,nvidia=x': 'which is no place on the PCI bus',
    },
    good: 'intel=PCI:0:2:0,nvidia=PCI:3:0:0',
    shown: 'intel=PCI:0:2:0, nvidia=PCI:3:0:0',
    flags: [
      ...['--hardware', 'this', '--unfree', 'yes', '--graphics', 'nvidia-laptop'],
      ...['--nvidia-bus-ids', 'intel=PCI:0:2:0,nvidia=PCI:1:0:0'],
    ],
  },
  kernel: { bad: { zzz: '' }, good: 'zen' },
  sshKey: {
    bad: {
      'ssh-ed25519': 'It ',
      'my key': 'It ',
    },
    good: sshKey,
    shown: '1 key: leon@laptop',
  },
  with: { bad: { 'no-such-service': 'No matches found' }, good: 'docker' },
  disk: { bad: { zzz: '' }, good: 'luks', flags: ownDisk },
  diskDevice: {
    bad: {
      '/dev/sda': 'It must be a name in /dev/disk/by-id',
      '/dev/disk/by-id/nvme-one-part1': 'It is a partition, and must be a disk',
    },
    good: '/dev/disk/by-id/nvme-one',
    flags: ownDisk,
  },
  hardwareProfile: { bad: { 'no-such-profile': 'No matches found' }, good: 'common-pc-ssd' },
  secrets: { bad: { zzz: '' }, good: 'agenix' },
  repoWith: {
    bad: { 'no-such-thing': 'No matches found', 'auto-lock': 'It needs one of ci-github' },
    good: 'ci-github',
    shown: 'ci-github, auto-lock',
  },
  license: { bad: { zzz: '' }, good: 'unlicense' },
  stateVersion: { bad: { '26': 'It must be a release, YY.MM. Try 26.05' }, good: '25.11' },
  hardware: {
    bad: { '/no/such/file.nix': 'Try this' },
    good: 'none',
    shown: 'a placeholder',
  },
  repoPath: {
    bad: {
      'home/leon/nix': 'It must begin with /',
      '/home/$USER': 'It can only have A-Z, a-z, 0-9 and ._/+-',
    },
    good: '/home/leon/nix',
  },
};

function open(args: readonly string[] = []): { terminal: Terminal; repo: string } {
  const cwd = temporaryFolder();
  const terminal = new Terminal([...args, '--no-git', '--no-lock'], {
    cwd,
    root: freshNixos(),
    path: programs(),
    rows: 40,
  });
  return { terminal, repo: path.join(cwd, 'nixos-config') };
}

/** Answers an open question with everything bad, then with the good. */
async function answer(terminal: Terminal, label: string, example: Example): Promise<void> {
  const kind = kindOfPrompt(terminal, label);
  if (kind === 'several') return takeSeveral(terminal, label, example);
  for (const [bad, says] of Object.entries(example.bad)) {
    if (kind === 'list') {
      // a short list is not searched: typing leaves the choice where it is
      const before = current(terminal);
      terminal.type(bad);
      await down(terminal);
      terminal.press('up');
      await terminal.until(() => current(terminal) === before, `the choice ${before} again`);
      continue;
    }
    terminal.press('ctrl-u');
    terminal.type(bad);
    await terminal.waitFor(bad);
    terminal.press('enter');
    await terminal.waitFor(says);
    expect(terminal.text()).toMatch(new RegExp(`[◆▲] ${label}`));
  }
  if (kind === 'list') return choose(terminal, example.good);
  terminal.press('ctrl-u');
  terminal.type(example.good);
  await terminal.waitFor(kind === 'search' ? `● ${example.good}` : example.good.slice(-30));
  terminal.press('enter');
  if (label === 'SSH key') await terminal.enterAt('◆ Another one?');
}

/** What is not found can't be taken; what is refused stays taken, and is good with another. */
async function takeSeveral(terminal: Terminal, label: string, example: Example): Promise<void> {
  for (const [bad, says] of Object.entries(example.bad)) {
    terminal.type(bad);
    if (says !== 'No matches found') await take(terminal, bad);
    terminal.press('enter');
    await terminal.waitFor(says);
    expect(terminal.text()).toMatch(new RegExp(`[◆▲] ${label}`));
    terminal.press('ctrl-u');
  }
  terminal.type(example.good);
  await take(terminal, example.good);
  terminal.press('enter');
}

function kindOfPrompt(terminal: Terminal, label: string): 'text' | 'search' | 'several' | 'list' {
  const prompt = terminal.text().split(`◆ ${label}`).at(-1) ?? '';
  if (/[◻◼]/.test(prompt)) return 'several';
  if (prompt.includes('Search:')) return 'search';
  return prompt.includes('●') ? 'list' : 'text';
}

function exampleOf(name: QuestionName): Example {
  const example: Example | undefined = examples[name];
  if (example === undefined) throw new Error(`the question ${name} has no example here`);
  return example;
}

const asked = questions.filter(({ alwaysAsked }) => alwaysAsked);

describe('A question that is always asked', () => {
  it('is one of those that the way through the program knows', () => {
    expect(asked.map(({ label }) => label)).toEqual(firstFive.map(({ message }) => message));
  });

  it.each(asked)('$label: says why a value is refused, and takes the next', async (question) => {
    const { terminal, repo } = open();
    const example = exampleOf(question.name);
    const stop = firstFive.find(({ message }) => message === question.label) ?? summary;
    await goTo(terminal, stop);
    await answer(terminal, question.label, example);
    await terminal.until(() => !terminal.text().includes(asks(stop)), 'the next question');
    for (const later of [...firstFive.slice(firstFive.indexOf(stop) + 1), summary, confirmation]) {
      await terminal.enterAt(asks(later));
    }
    // another user than the one there is would be a loss, so then only a build is offered
    await terminal.enterAt(/◆ (Run this now|Build it now)/);
    expect(await terminal.exit()).toMatchObject({ code: 0 });
    if (question.name === 'username') {
      expect(terminal.wholeText()).toContain(`sudo passwd ${example.good}`);
    }
    const manifest: unknown = JSON.parse(filesIn(repo)['.create-nixos-config.json'] ?? '');
    expect(manifest).toMatchObject({ answers: { [question.name]: example.good } });
  });
});

describe('A question behind "Change something"', () => {
  it.each(questions)(
    '$label: says why a value is refused, and goes back with the next',
    async (question) => {
      const { label } = question;
      const example = exampleOf(question.name);
      const { terminal } = open([...firstFiveGiven, ...(example.flags ?? ['--hardware', 'this'])]);
      await change(terminal, label);
      await answer(terminal, label, example);
      await terminal.waitForPrompt(summary.message);
      const shown = example.shown ?? example.good;
      if (question.alwaysAsked) {
        // the summary has those only that were not asked before
        const answered = terminal.text().split(`◇ ${label}`).at(-1);
        expect(answered).toContain(shown);
      } else {
        const lines = terminal.screen().split('\n');
        expect(lines.findLast((line) => line.includes(`${label}  `))).toContain(shown);
      }
      terminal.press('ctrl-c');
      expect(await terminal.exit()).toMatchObject({ code: 130 });
    },
  );
});
