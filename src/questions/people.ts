/** Who and what the configuration is for: the host's name and its user. */
import { isSystemUser } from '../data/system-users.js';
import { isPrintable, withoutControls } from '../text.js';
import {
  accepted,
  type Default,
  found,
  isForHere,
  type Question,
  refused,
  standard,
} from './question.js';

/** Letters without their accents, everything else that is not a-z, 0-9 made a hyphen. */
function plain(text: string): string {
  // as a literal it would be looked up in ICU's tables by every run, wanted or not
  // biome-ignore lint/complexity/useRegexLiterals: see above
  const accents = new RegExp('\\p{M}', 'gu');
  const letters = text.normalize('NFKD').replace(accents, '').toLowerCase();
  return letters.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}

const hostname = {
  name: 'hostname',
  label: 'Hostname',
  help: "the computer's name on the network and in the flake",
  placeholder: '<name>',
  alwaysAsked: true,
  pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$',
  defaultInWords: "this machine's where it runs NixOS, else nixos",
  check(typed) {
    const because = whyNoHostname(typed);
    return because === undefined ? accepted(typed) : refused(because, hostnameLike(typed));
  },
  defaults(soFar, { facts }) {
    return [...(isForHere(soFar) ? found(facts.hostname) : []), standard('nixos')];
  },
} as const satisfies Question;

/** The host name that is nearest to a text: `My_Host` → `my-host`. */
export function hostnameLike(text: string): string {
  const name = plain(text).slice(0, 63).replace(/-+$/, '');
  return name === '' || name === 'localhost' ? 'nixos' : name;
}

/** Why `name` is not one label of RFC 1123 (section 2.1), in lower case, or nothing if it is. */
function whyNoHostname(name: string): string | undefined {
  if (name === '') return 'must not be empty';
  if (name === 'localhost') return 'is what every computer calls itself';
  if (name.length > 63) return 'must have at most 63 characters';
  if (name.includes('.')) return 'must be one name, without a domain';
  if (/[A-Z]/.test(name)) return 'must be in lower case';
  if (/[^a-z0-9-]/.test(name)) return 'can only have a-z, 0-9 and hyphens';
  return /^-|-$/.test(name) ? 'must not begin or end with a hyphen' : undefined;
}

const username = {
  name: 'username',
  label: 'Username',
  help: 'the account that you log in with',
  placeholder: '<name>',
  alwaysAsked: true,
  pattern: '^[a-z_][a-z0-9_-]{0,30}$',
  defaultInWords: 'who runs this (never root); else the one account there is',
  check(typed, soFar, { facts }) {
    const because = whyNoUsername(typed);
    if (because !== undefined) return refused(because, usernameLike(typed));
    const isNew = isForHere(soFar) && !facts.accounts.some(({ name }) => name === typed);
    if (!isNew) return accepted(typed);
    return accepted(
      typed,
      facts.wsl
        ? 'is new here, and takes the place of the account that Windows logs in now'
        : 'is new here and has no password: one of the last steps sets it',
    );
  },
  defaults(_soFar, { facts }) {
    const { account, behind } = facts.caller;
    const runs = behind ? `who called ${behind}` : 'who runs this';
    // who runs the installer is nobody on the system that is installed
    const isHere = account !== undefined && facts.target === undefined;
    const candidates: Default[] = isHere ? [{ value: account.name, source: runs }] : [];
    const [only, ...others] = facts.people;
    if (only && others.length === 0) candidates.push({ value: only.name, source: '/etc/passwd' });
    return candidates.filter(({ value }) => !(facts.isLive && value === 'nixos'));
  },
} as const satisfies Question;

/** Why `name` is no user name, or nothing if it is one. */
function whyNoUsername(name: string): string | undefined {
  if (name === '') return 'must not be empty';
  if (name.length > 31) return 'must have at most 31 characters';
  if (!/^[a-z_]/.test(name)) return 'must begin with a-z or _';
  if (/[^a-z0-9_-]/.test(name)) return 'can only have a-z, 0-9, _ and hyphens';
  return isSystemUser(name) ? 'is an account that the system needs itself' : undefined;
}

/** The user name that comes nearest to what was typed. */
function usernameLike(typed: string): string | undefined {
  const near = plain(typed)
    .replace(/^[0-9-]+/, '')
    .slice(0, 31);
  return near === '' || isSystemUser(near) ? undefined : near;
}

const fullName = {
  name: 'fullName',
  label: 'Full name',
  help: 'for the login screen, git and the licence; may be empty',
  placeholder: '<name>',
  mayBeEmpty: true,
  pattern: '^[^:\\p{Cc}]*$',
  defaultInWords: "the account's",
  check(typed) {
    if (typed.includes(':')) return refused('must not have a colon', typed.replaceAll(':', ''));
    if (!isPlainText(typed)) {
      return refused('must not have control characters', withoutControls(typed.toWellFormed()));
    }
    return accepted(typed);
  },
  defaults(soFar, { facts }) {
    const account = facts.accounts.find(({ name }) => name === soFar['username']);
    const git = facts.self?.name === soFar['username'] ? facts.git.name : undefined;
    return [
      ...(account?.fullName ? [{ value: account.fullName, source: '/etc/passwd' }] : []),
      ...(git ? [{ value: git, source: "git's settings" }] : []),
      standard(''),
    ];
  },
  view: (value, soFar) => ({ description: value || soFar['username'] }),
} as const satisfies Question;

/** Text that a file in UTF-8 holds as it is, on one line. */
function isPlainText(text: string): boolean {
  return text.isWellFormed() && isPrintable(text);
}

const email = {
  name: 'email',
  label: 'E-mail',
  help: 'for git; may be empty',
  placeholder: '<address>',
  mayBeEmpty: true,
  pattern: '^([^\\s@<>"\\p{Cc}]+@[^\\s@<>"\\p{Cc}]+)?$',
  defaultInWords: "git's",
  check(typed) {
    const fits = typed === '' || /^[^\s@<>"]+@[^\s@<>"]+$/.test(typed);
    return fits && isPlainText(typed)
      ? accepted(typed)
      : refused('must be an address, name@example.org');
  },
  defaults(_soFar, { facts }) {
    const { email: address } = facts.git;
    return [...(address ? [{ value: address, source: "git's settings" }] : []), standard('')];
  },
} as const satisfies Question;

export const people = { hostname, username, fullName, email };
