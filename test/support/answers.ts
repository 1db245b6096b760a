/** Whole sets of answers that between them take every way through the templates. */
import type { Answers } from '../../src/questions/answers.js';

const plain: Answers = {
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
  keyboard: 'us',
  terminal: 'ghostty',
  editor: 'neovim',
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

/** Every change of the plain answers, with each kind of hardware file. */
export function someAnswers(): readonly { answers: Answers; hardware: string | undefined }[] {
  return changes.flatMap((change) =>
    hardwareFiles.map((hardware) => ({ answers: { ...plain, ...change }, hardware })),
  );
}
