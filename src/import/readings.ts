/**
 * What the old configuration answers of the table's questions, and with which of its definitions.
 * The installer's spellings since 2021 are among them, by their names of today.
 */
import { posix } from 'node:path';
import { keymapLayout } from '../machine/region.js';
import { stringValue } from '../nix/values.js';
import { hostnameLike } from '../questions/people.js';
import { type Context, isForHere, type SoFar } from '../questions/question.js';
import type { QuestionName } from '../questions/table.js';
import { desktopReading } from './desktop.js';
import { switchedOff, switchedOn } from './extras-on.js';
import { hardwareName } from './hardware-file.js';
import type { OldConfiguration } from './old.js';
import type { Reading } from './reading.js';

type Read = (old: OldConfiguration, soFar: SoFar, context: Context) => Reading | undefined;

/** The value, and those of the options' definitions that are there. */
function reading(
  old: OldConfiguration,
  value: string | undefined,
  options: readonly string[],
): Reading | undefined {
  if (value === undefined) return undefined;
  return { value, definitions: options.flatMap((option) => old.find(option) ?? []) };
}

/** The answer is the string that an option is set to. */
const string =
  (option: string): Read =>
  (old) =>
    reading(old, old.string(option), [option]);

/**
 * A name that the question does not take, as one with capitals, stays as it is, and the host is
 * called in the repo what is nearest to it; unless another was asked for.
 */
const hostname: Read = (old, { hostname: asked }) => {
  const option = 'networking.hostName';
  const name = old.string(option);
  if (!name) return undefined;
  const nearest = hostnameLike(name);
  const isKept = nearest !== name && (asked === undefined || asked === nearest);
  return isKept ? { value: nearest, definitions: [] } : reading(old, nearest, [option]);
};

/** A configuration that says nothing of it refuses them (`nixpkgs.config.allowUnfree`). */
const unfree: Read = (old) => {
  const option = 'nixpkgs.config.allowUnfree';
  const isSaid = [...old.definitions.keys()].some((name) => /^nixpkgs(\.config|$)/.test(name));
  const allows = isSaid ? old.boolean(option) : false;
  return reading(old, allows === undefined ? undefined : allows ? 'yes' : 'no', [option]);
};

/** The accounts that people log in with, as `users.users` has them. */
function oldPeople(old: OldConfiguration): readonly string[] {
  const names = [...old.definitions.values()].flat().flatMap(({ path }) => {
    const [users, all, name, option] = path;
    const isPerson = /^users$/.test(users ?? '') && /^(users|extraUsers)$/.test(all ?? '');
    return isPerson && option === 'isNormalUser' && name !== undefined ? [name] : [];
  });
  return [...new Set(names)].filter((name) => old.isOn(`users.users.${name}.isNormalUser`));
}

/**
 * On the machine itself, who runs the program is a better guess. In Windows, who is new takes the
 * place of the account that Windows logs in; who is here already leaves it that place.
 */
const username: Read = (old, { username: user }, { facts }) => {
  const option = 'wsl.defaultUser';
  const isNew = user !== undefined && !facts.accounts.some(({ name }) => name === user);
  if (isNew && !old.isNamed) return reading(old, old.string(option), [option]);
  const people = oldPeople(old);
  const { account } = facts.caller;
  const value = people.find((name) => name === account?.name) ?? people[0];
  return old.isNamed && value !== undefined ? { value, definitions: [] } : undefined;
};

const fullName: Read = (old, { username: user, fullName: answer }) => {
  const option = `users.users.${user}.description`;
  const typed = old.string(option);
  const name = typed?.replace(/[\p{Cc}:]+/gu, ' ').trim();
  // an empty one is carried over: where none is wanted, the account’s name would stand there
  if (typed === '' && !answer) return { value: '', definitions: [] };
  const found = reading(old, name, [option]);
  if (found === undefined || name === typed) return found;
  return { ...found, note: 'without what NixOS takes in no name: colons and control characters' };
};

const shells: Readonly<Record<string, string>> = {
  zsh: 'zsh',
  bash: 'bash',
  bashInteractive: 'bash',
  fish: 'fish',
  nushell: 'nushell',
};

/** What everybody has who has no other stays: it is root's too. */
const shell: Read = (old, { username: user }) => {
  const option = `users.users.${user}.shell`;
  const source = old.value(option) ?? old.value('users.defaultUserShell') ?? '';
  const named = /^(?:pkgs\.)?(\w+)$/.exec(source)?.[1];
  return reading(old, shells[named ?? ''], [option]);
};

/** The nine settings that the installer writes where the place is not the language's own. */
const localeSettings = [
  'LC_ADDRESS',
  'LC_IDENTIFICATION',
  'LC_MEASUREMENT',
  'LC_MONETARY',
  'LC_NAME',
  'LC_NUMERIC',
  'LC_PAPER',
  'LC_TELEPHONE',
  'LC_TIME',
].map((name) => `i18n.extraLocaleSettings.${name}`);

const formats: Read = (old) => {
  const [first, ...others] = localeSettings.map((option) => old.string(option));
  return reading(old, others.every((other) => other === first) ? first : undefined, localeSettings);
};

const xkb = 'services.xserver.xkb';

const keyboard: Read = (old) => {
  const layout = old.string(`${xkb}.layout`);
  const variant = old.string(`${xkb}.variant`);
  const keymap = old.string('console.keyMap');
  const asConsole = keymap === undefined ? undefined : keymapLayout(keymap);
  if (layout === undefined) {
    // a screen has the layout `us` then, and the console alone another
    const hasScreen = old.isOn('services.xserver.enable') || desktopReading(old);
    return hasScreen && asConsole !== 'us' && asConsole !== undefined
      ? { value: 'us', definitions: [] }
      : reading(old, asConsole, ['console.keyMap']);
  }
  // a console that is set otherwise stays so
  const sameConsole = asConsole?.replace(/\(.*/, '') === layout;
  return reading(old, variant ? `${layout}(${variant})` : layout, [
    `${xkb}.layout`,
    `${xkb}.variant`,
    'console.useXkbConfig',
    ...(sameConsole ? ['console.keyMap'] : []),
  ]);
};

const loader = 'boot.loader';

/** Where the disks are listed that GRUB is written to, in place of `device`. */
const grubDisks = [`${loader}.grub.devices`, `${loader}.grub.mirroredBoots`];

/** GRUB is the one that NixOS took where nothing was said, so its device is enough. */
const bootLoader = (old: OldConfiguration): Reading | undefined => {
  if (old.isOn('wsl.enable')) return reading(old, 'wsl', ['wsl.enable']);
  const efi = `${loader}.efi.canTouchEfiVariables`;
  const own = old.isOn(efi) ? [efi] : [];
  if (old.isOn(`${loader}.systemd-boot.enable`)) {
    return reading(old, 'systemd-boot', [`${loader}.systemd-boot.enable`, ...own]);
  }
  const device = old.string(`${loader}.grub.device`);
  const isNamed = device || grubDisks.some((option) => old.find(option) !== undefined);
  const isOn = old.boolean(`${loader}.grub.enable`) ?? isNamed;
  if (!isOn) return undefined;
  const withEfi = device === 'nodev' ? [`${loader}.grub.efiSupport`, ...own] : [];
  return reading(old, 'grub', [`${loader}.grub.enable`, `${loader}.grub.version`, ...withEfi]);
};

/**
 * Of several disks the first; all of them stay listed where they are. GRUB without a disk that is
 * known keeps what it has: the new line for it goes (`conflicts.ts`), so that any answer will do
 * where nothing better is known.
 */
const grubDevice: Read = (old, soFar, { facts }) => {
  const option = `${loader}.grub.device`;
  const device = reading(old, old.string(option), [option]);
  if (device !== undefined) return device;
  const [first = ''] = old.list(`${loader}.grub.devices`);
  const disk = stringValue(first);
  if (disk !== undefined) return { value: disk, definitions: [] };
  const isKnown = isForHere(soFar) && facts.bootDisk !== undefined;
  const isOpen = bootLoader(old)?.value === 'grub' && !isKnown;
  return isOpen ? { value: 'nodev', definitions: [] } : undefined;
};

const kernels: Readonly<Record<string, string>> = {
  linuxPackages: 'default',
  linuxPackages_latest: 'latest',
  linuxPackages_zen: 'zen',
};

const kernel: Read = (old) => {
  const option = 'boot.kernelPackages';
  const named = /^(?:pkgs\.)?(\w+)$/.exec(old.value(option) ?? '')?.[1];
  return reading(old, kernels[named ?? ''], [option]);
};

/** What is on and was declined need not come along; what is taken over the new files set too. */
const extras: Read = (old, soFar) => {
  const on = switchedOn(old);
  if (on.length === 0) return undefined;
  const taken = soFar['with']?.split(',');
  return { value: on.join(','), definitions: taken ? switchedOff(old, taken) : [] };
};

const browser: Read = (old, soFar) => {
  if (!old.isOn('programs.firefox.enable')) return undefined;
  const isDeclined = (soFar['browser'] ?? 'firefox') !== 'firefox';
  return reading(old, 'firefox', isDeclined ? ['programs.firefox.enable'] : []);
};

const autoLogin: Read = (old, soFar) => {
  const set = 'services.displayManager.autoLogin';
  const isOn = old.boolean(`${set}.enable`);
  if (isOn === undefined) return undefined;
  const user = old.string(`${set}.user`);
  if (isOn && user !== soFar['username']) return undefined;
  // what GNOME's automatic login once needed beside it (nixpkgs #103746)
  const consoles = ['getty@tty1', 'autovt@tty1'].map((name) => `systemd.services.${name}.enable`);
  return reading(old, isOn ? 'on' : 'off', [
    `${set}.enable`,
    `${set}.user`,
    ...consoles.filter((option) => old.boolean(option) === false),
  ]);
};

/** Of a configuration from elsewhere its hardware file, or the one beside it. */
const hardware: Read = (old) => {
  const file = posix.resolve(old.folder, old.hardware?.path ?? hardwareName);
  const isThere = old.isNamed && !old.saysItsDisks && old.root.exists(file);
  return isThere ? { value: file, definitions: [] } : undefined;
};

export const readings: Readonly<Partial<Record<QuestionName, Read>>> = {
  hardware,
  hostname,
  username,
  shell,
  fullName,
  timeZone: string('time.timeZone'),
  locale: string('i18n.defaultLocale'),
  formats,
  keyboard,
  unfree,
  system: string('nixpkgs.hostPlatform'),
  bootLoader,
  grubDevice,
  desktop: desktopReading,
  autoLogin,
  browser,
  kernel,
  with: extras,
  stateVersion: string('system.stateVersion'),
};
