/** Whether a difference follows from an answer that somebody gave. */
import type { Answer } from '../questions/answers.js';
import { type QuestionName, questions } from '../questions/table.js';
import type { Difference, Judged } from './difference.js';

/** What was answered, and what is known of the two systems. */
export interface Asked {
  readonly found: ReadonlyMap<QuestionName, Answer>;
  /** The desktop that the old configuration has, as the table of questions names it. */
  readonly oldDesktop: string;
  /** The text of all old files: what is named in it was somebody's own choice. */
  readonly oldText: string;
  /** The releases of NixOS that the two are of, where they are known. */
  readonly releases: readonly [old: string | undefined, now: string | undefined];
}

/** The differences, each with what asked for it: an answer by its label, or newer packages. */
export function judge(differences: readonly Difference[], asked: Asked): readonly Judged[] {
  const names = new Set(differences.map(({ name }) => name));
  return differences.map((difference) => ({
    ...difference,
    askedFor: difference.change === 'added' ? undefined : reason(difference, { ...asked, names }),
  }));
}

/** With the names of all differences, since one answer may bring several. */
interface Known extends Asked {
  readonly names: ReadonlySet<string>;
}

function reason(difference: Difference, asked: Known): string | undefined {
  const rule = rules.find(
    ({ question, explains }) => isAnswered(question, asked) && explains(difference, asked),
  );
  if (rule === undefined) return newer(difference, asked);
  return questions.find(({ name }) => name === rule.question)?.label;
}

/**
 * Whether somebody gave the answer. The shell's default is the program's own rather than the
 * machine's, and who takes all defaults without looking takes it with them.
 */
function isAnswered(question: QuestionName, { found }: Asked): boolean {
  const answer = found.get(question);
  return answer !== undefined && (answer.given || question === 'shell');
}

interface Rule {
  readonly question: QuestionName;
  readonly explains: (difference: Difference, asked: Known) => boolean;
}

const answerTo = ({ found }: Asked, question: QuestionName) => found.get(question)?.value ?? '';

/** An option of one name that has become what was answered. */
function becomes(question: QuestionName, option: string): Rule {
  return {
    question,
    explains: ({ name, after }, asked) => name === option && after === answerTo(asked, question),
  };
}

/** An option of the person that the configuration is written for. */
function ofUser(asked: Asked, option: string): readonly string[] {
  const name = answerTo(asked, 'username');
  return [`users.users.${name}.${option}`, `users.users."${name}".${option}`];
}

const rules: readonly Rule[] = [
  becomes('hostname', 'networking.hostName'),
  {
    question: 'shell',
    explains: ({ name, after }, asked) =>
      ofUser(asked, 'shell').includes(name) &&
      after.replace('-interactive', '') === answerTo(asked, 'shell'),
  },
  {
    question: 'fullName',
    explains: ({ name, change }, asked) =>
      change === 'changed' && ofUser(asked, 'description').includes(name),
  },
  {
    question: 'sshKey',
    explains: ({ name }, asked) =>
      ofUser(asked, 'openssh.authorizedKeys.keys').includes(name) ||
      (answerTo(asked, 'sshKey') === '' && /^(openssh|sshd\.(service|socket))$/.test(name)),
  },
  becomes('timeZone', 'time.timeZone'),
  becomes('locale', 'i18n.defaultLocale'),
  {
    question: 'locale',
    explains: ({ name }, { names }) =>
      name.startsWith('i18n.extraLocaleSettings') && names.has('i18n.defaultLocale'),
  },
  {
    question: 'keyboard',
    explains: ({ name }) => /^(services\.xserver\.xkb|console\.keyMap)/.test(name),
  },
  becomes('stateVersion', 'system.stateVersion'),
  // one in place of another; what the same one loses is not asked for by its name
  { question: 'bootLoader', explains: ({ name }) => /^boot\.loader\.[\w-]+\.enable$/.test(name) },
  { question: 'grubDevice', explains: ({ name }) => /^boot\.loader\.grub\.devices?$/.test(name) },
  { question: 'kernel', explains: ({ name }) => name === 'boot.kernelPackages' },
  {
    question: 'graphics',
    explains: ({ area, before }) =>
      area === 'kernel' && before.split(', ').every((each) => ofGraphics.test(each)),
  },
  {
    question: 'disk',
    explains: ({ area }, asked) =>
      answerTo(asked, 'disk') !== 'keep' && ['fileSystems', 'swap', 'luks'].includes(area),
  },
  { question: 'with', explains: isLeftOut },
  { question: 'desktop', explains: isOfOldDesktop },
];

/** What some of the services to choose from are called in NixOS, where that is not their name. */
const services: Readonly<Record<string, RegExp>> = {
  printing: /printing|cups|system-config-printer/,
  libvirt: /libvirt/,
  'power-profiles': /power-profiles-daemon/,
  zram: /zram/,
};

/** A service that one could have chosen, and did not. */
function isLeftOut({ area, name }: Difference, asked: Asked): boolean {
  if (area !== 'services' && area !== 'swap') return false;
  const taken = answerTo(asked, 'with').split(',');
  return choosable.some(
    (choice) => !taken.includes(choice) && (services[choice] ?? new RegExp(choice)).test(name),
  );
}

const choosable: readonly string[] = [
  ...['printing', 'bluetooth', 'docker', 'podman', 'libvirt', 'flatpak', 'tailscale'],
  ...['syncthing', 'fwupd', 'power-profiles', 'zram'],
];

/** What the desktop before brought, and nobody has named. */
function isOfOldDesktop({ area, name }: Difference, asked: Asked): boolean {
  if (asked.oldDesktop === 'none' || answerTo(asked, 'desktop') === asked.oldDesktop) return false;
  if (/^(services\.)?(xserver|desktopManager|displayManager|windowManager)\b/.test(name))
    return true;
  return ['services', 'packages'].includes(area) && !isNamed(name, asked);
}

/** Whether the old files have the name of a package or service, or of its unit. */
function isNamed(name: string, { oldText }: Asked): boolean {
  const word = name.replace(/\.(service|socket|timer)$/, '').replace(/^.*\./, '');
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`).test(oldText);
}

/** What comes with newer packages: a newer kernel, and what NixOS itself has put away since. */
function newer(difference: Difference, asked: Asked): string | undefined {
  const { area, name, before, after } = difference;
  if (name === 'boot.kernelPackages')
    return isNewerKernel(before, after) ? 'a newer version' : undefined;
  const [old, now] = asked.releases;
  if (old === undefined || now === undefined || old === now) return undefined;
  if (!['kernel', 'services', 'packages'].includes(area)) return undefined;
  const isOwn = before.split(', ').some((each) => isNamed(each, asked));
  return isOwn ? undefined : `NixOS ${old} → ${now}`;
}

/** `linux 6.12.5` and `linux 6.18.1`: the same kind, and a version that is not before the other. */
function isNewerKernel(before: string, after: string): boolean {
  const kind = (kernel: string) => kernel.replace(/\d+/g, '#').replace(/(\.#)+/, '');
  const numbers = (kernel: string) => [...kernel.matchAll(/\d+/g)].slice(0, 3).map(Number);
  if (kind(before) !== kind(after)) return false;
  const [old, now] = [numbers(before), numbers(after)];
  const at = old.findIndex((number, index) => number !== now[index]);
  return at === -1 || (now[at] ?? 0) > (old[at] ?? 0);
}

const ofGraphics = /nvidia|nouveau|amdgpu|radeon|i915|\bxe\b|modeset/;
