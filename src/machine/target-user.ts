/** Who a user of the target of an installation is, or will be: NixOS gives new ones their numbers. */
import type { Account } from './accounts.js';
import type { Facts } from './facts.js';

/** The group `users` (nixos/modules/misc/ids.nix), which a normal user's own group is by default. */
const users = 100;

const firstUid = 1000;

/** Where NixOS keeps which user has had which number, so that none gets another's files. */
const uidMap = '/var/lib/nixos/uid-map';

/**
 * The account that is there; else the one that the first activation makes: the number that the name
 * has had before, or the first from 1000 that nobody has or had (update-users-groups.pl, allocUid).
 */
export function targetUser({ root, accounts }: Facts, name: string): Account {
  const account = accounts.find((each) => each.name === name);
  if (account) return account;
  const before = numbersBefore(root.read(uidMap));
  const taken = new Set([...accounts.map(({ uid }) => uid), ...before.values()]);
  let uid = firstUid;
  while (taken.has(uid)) uid += 1;
  return { name, uid: before.get(name) ?? uid, gid: users, fullName: '', home: `/home/${name}` };
}

function numbersBefore(text: string | undefined): ReadonlyMap<string, number> {
  try {
    const entries = Object.entries(JSON.parse(text ?? '{}') as Record<string, unknown>);
    const isNumber = (entry: [string, unknown]): entry is [string, number] =>
      Number.isInteger(entry[1]) && Number(entry[1]) >= firstUid;
    return new Map(entries.filter(isNumber));
  } catch {
    return new Map();
  }
}
