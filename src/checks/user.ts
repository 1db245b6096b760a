/** Whether somebody can still log in, and become root, after the switch. */
import { stringValue } from '../nix/values.js';
import type { Finding, Situation } from './check.js';
import { below, namesBelow, type Setting, settings } from './settings.js';

/** Options of a user that give a password (nixos/modules/config/users-groups.nix). */
const passwords = [
  'hashedPassword',
  'hashedPasswordFile',
  'initialHashedPassword',
  'initialPassword',
  'password',
  'passwordFile',
];

/**
 * An account that is there keeps its password. A new one has none, and nobody can log in without.
 * Accounts that the old configuration made and the new one does not name are removed
 * (update-users-groups.pl), so they open the door only where the new files name them too.
 */
export function user({
  accounts,
  username,
  files,
  host,
}: Pick<Situation, 'accounts' | 'username' | 'files' | 'host'>): Finding {
  if (accounts.length === 0) {
    return { mark: 'unknown', text: 'The accounts of this machine cannot be read' };
  }
  const exists = (name: string) => accounts.some((account) => account.name === name);
  if (exists(username)) {
    return { mark: 'good', text: `${username} exists, and keeps the password` };
  }
  const all = settings(files, host);
  if (isWindowsUser(all, username)) return takesPlace(username);
  if (getsPassword(all, username)) {
    return { mark: 'good', text: `${username} is new, and the configuration gives a password` };
  }
  const others = namesBelow(all, 'users', 'users').filter(
    (name) => name !== username && exists(name) && (isAdmin(all, name) || name === 'root'),
  );
  const text = `${username} is new and has no password`;
  const fix = [
    'Set one while the new system is tried, before you log out:',
    `  sudo passwd ${username}`,
    'or name a file with its hash in the host’s configuration.nix (mkpasswd makes one):',
    `  users.users.${username}.hashedPasswordFile = "/etc/nixos/${username}.hash";`,
  ];
  if (others.length === 0) {
    return { mark: 'bad', text: `${text}: nobody could log in`, stops: 'lock-out', fix };
  }
  return {
    mark: 'bad',
    text: `${text}; ${others.join(', ')} could still log in`,
    stops: 'change',
    fix,
  };
}

/** Whether Windows logs an account in, for which it needs no password (`wsl.defaultUser` of NixOS-WSL). */
function isWindowsUser(all: readonly Setting[], name: string): boolean {
  return below(all, 'wsl', 'defaultUser').some(({ value }) => stringValue(value) === name);
}

/** As NixOS-WSL's manual has it (how-to/change-username): a switch may leave the new account half made. */
function takesPlace(name: string): Finding {
  return {
    mark: 'bad',
    text: `${name} takes the place of the account that Windows has logged in`,
    stops: 'change',
    fix: [
      'Build it for the next start instead of switching to it:',
      'the next steps say how, and what to do in Windows then.',
    ],
  };
}

function getsPassword(all: readonly Setting[], name: string): boolean {
  return below(all, 'users', 'users', name).some(
    ({ rest, value }) => passwords.includes(rest[0] ?? '') && value.trim() !== 'null',
  );
}

/** Whether the new files put an account into `wheel`. */
function isAdmin(all: readonly Setting[], name: string): boolean {
  const groups = below(all, 'users', 'users', name, 'extraGroups');
  const members = below(all, 'users', 'groups', 'wheel', 'members');
  return (
    groups.some(({ value }) => value.includes('"wheel"')) ||
    members.some(({ value }) => value.includes(`"${name}"`))
  );
}
