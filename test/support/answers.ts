/** Whole sets of answers that between them take every way through the templates. */
import { mostChoices, unknownMachine } from '../../src/commands/schema.js';
import { type Answers, type Ask, resolveAnswers, values } from '../../src/questions/answers.js';
import { questions } from '../../src/questions/table.js';

/** A public key that nobody has the other half of. */
export const sshKey =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEVmN9tVxh9PcfHVyHxoZ3XmAcTvjUD3LZnWbsVTWXmf leon@laptop';

export const plain: Answers = {
  preset: 'article',
  hardware: 'none',
  hostname: 'framework-desktop',
  username: 'leon',
  channel: 'nixos-unstable',
  shell: 'zsh',
  theme: 'starship',
  fullName: 'Aumit Leon',
  email: 'leon@example.org',
  timeZone: 'Europe/Berlin',
  locale: 'en_US.UTF-8',
  formats: '',
  keyboard: 'us',
  desktop: 'none',
  autoLogin: '',
  terminal: 'ghostty',
  editor: 'neovim',
  languages: 'nix,bash,markdown',
  browser: 'none',
  colors: 'none',
  theming: '',
  font: 'jetbrains-mono',
  graphics: 'none',
  nvidiaBusIds: '',
  kernel: 'default',
  sshKey: '',
  with: '',
  disk: 'keep',
  diskDevice: '',
  hardwareProfile: '',
  secrets: 'none',
  repoWith: '',
  license: 'mit',
  unfree: 'yes',
  system: 'x86_64-linux',
  bootLoader: 'systemd-boot',
  grubDevice: '',
  stateVersion: '26.11',
  repoPath: '/home/leon/nixos-config',
};

const hardwareFiles = [
  undefined,
  '{ nixpkgs.hostPlatform = "x86_64-linux"; }\n',
  '{ fileSystems."/".device = "/dev/sda1"; }\n',
];

const changes: readonly Partial<Answers>[] = [
  {},
  { theme: 'robbyrussell', fullName: '', email: '' },
  { theme: 'agnoster', terminal: 'none', fullName: `a"b\${c}'' \\`, email: '' },
  { theme: 'tokyo-night', editor: 'none', fullName: '' },
  { shell: 'bash', theme: 'plain-text-symbols', keyboard: 'de(nodeadkeys)' },
  { shell: 'fish', unfree: 'no', channel: 'nixos-26.05', stateVersion: '24.05' },
  { shell: 'nushell', hostname: 'let', username: 'inherit' },
  { bootLoader: 'grub', grubDevice: '/dev/sda', hostname: '123' },
  { bootLoader: 'grub', grubDevice: 'nodev', channel: 'nixos-27.05', system: 'aarch64-linux' },
];

/** What another answer has to be for a choice to be one. */
const together: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  autoLogin: { desktop: 'gnome' },
  theming: { colors: 'catppuccin-mocha' },
  disk: { diskDevice: '/dev/disk/by-id/nvme-x' },
  'graphics nvidia-laptop': { nvidiaBusIds: 'intel=PCI:0:2:0,nvidia=PCI:1:0:0' },
  'repoWith auto-lock': { repoWith: 'ci-github,auto-lock' },
  'with kde-connect': { desktop: 'gnome' },
  'bootLoader grub': { grubDevice: '/dev/sda' },
  'preset server': { sshKey },
};

/** Those that stand for a list of hundreds, of which each does the same. */
const few: Readonly<Record<string, readonly { readonly value: string }[]>> = {
  hardwareProfile: [{ value: 'common-cpu-intel' }, { value: 'lenovo-yoga-6-13ALC6' }],
};

/** Every choice of every row, each alone with the defaults of a machine that says nothing. */
async function singleChoices(): Promise<readonly Answers[]> {
  const found: Answers[] = [];
  for (const { name, choices } of questions) {
    for (const { value } of few[name] ?? (await choices?.(mostChoices)) ?? []) {
      const others = { ...together[name], ...together[`${name} ${value}`] };
      found.push(await answersWith({ [name]: value, ...(value === 'keep' ? {} : others) }));
    }
  }
  return [...found, ...(await Promise.all([{ sshKey }, ...pairs].map(answersWith)))];
}

/** Choices that bring something only together. */
const pairs: readonly Readonly<Record<string, string>>[] = [
  { desktop: 'niri', with: 'bluetooth,kde-connect' },
  { with: 'podman', stateVersion: '21.11' },
  { desktop: 'plasma', colors: 'nord' },
  { desktop: 'lxqt', colors: 'nord' },
  { desktop: 'sway', editor: 'vscode' },
  { desktop: 'gnome', locale: 'ja_JP.UTF-8' },
  { desktop: 'plasma', locale: 'ko_KR.UTF-8' },
  { desktop: 'niri', locale: 'zh_CN.UTF-8' },
  { desktop: 'xfce', locale: 'zh_TW.UTF-8' },
  { shell: 'nushell', with: 'nh' },
  { with: 'auto-upgrade', repoWith: 'ci-github,auto-lock' },
  { repoWith: 'ci-gitlab,auto-lock' },
  { repoWith: 'ci-forgejo,auto-lock' },
  { secrets: 'agenix', repoWith: 'checks', sshKey },
  { graphics: 'intel', hardwareProfile: 'common-cpu-intel,common-pc-laptop' },
  {
    graphics: 'nvidia-laptop',
    nvidiaBusIds: 'intel=PCI:0:2:0,nvidia=PCI:1:0:0',
    hardwareProfile: 'dell-xps-15-9520-nvidia',
  },
  { graphics: 'nvidia-laptop', nvidiaBusIds: 'amd=PCI:6:0:0,nvidia=PCI:1:0:0' },
  { channel: 'nixos-26.05', colors: 'catppuccin-latte', theming: 'catppuccin' },
];

/** Whole answers from some of them, as the program finds them where nothing is known. */
export async function answersWith(some: Readonly<Record<string, string>>): Promise<Answers> {
  const { hostname, username, system } = plain;
  const given = new Map(
    Object.entries({ hostname, username, system, hardware: 'none', ...some }).map(
      ([name, value]) => [name, { value, source: 'test' }],
    ),
  );
  const standard: Ask = async (_question, answer) => answer;
  const { answers, wrong, missing } = await resolveAnswers(given, unknownMachine, standard);
  if (wrong.length > 0 || missing.length > 0) {
    const what = [
      ...wrong.map(({ question, check }) => `${question.name} ${check.why}`),
      ...missing,
    ];
    throw new Error(`${JSON.stringify(some)}: ${JSON.stringify(what)}`);
  }
  return values(answers);
}

/** Every change of the plain answers with each kind of hardware file, and every single choice. */
export async function someAnswers(): Promise<
  readonly { answers: Answers; hardware: string | undefined }[]
> {
  const changed = changes.map((change) => ({ ...plain, ...change }));
  const single = (await singleChoices()).map((answers) => ({ answers, hardware: undefined }));
  return [
    ...changed.flatMap((answers) => hardwareFiles.map((hardware) => ({ answers, hardware }))),
    ...single,
  ];
}
