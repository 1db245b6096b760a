/** The people of a computer, from `/etc/passwd`, and which of them runs the program. */
import { isPrintable } from '../text.js';
import type { Root } from './read.js';

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** The first field of GECOS, which holds the full name. */
  readonly fullName: string;
  readonly home: string;
}

/** The caller of the program: the process's own user, or behind sudo or doas who called that. */
export interface Caller {
  readonly account: Account | undefined;
  /** Set where the program runs as root for somebody else: what is written belongs to them. */
  readonly behind: 'sudo' | 'doas' | undefined;
}

export interface ProcessIdentity {
  /** `process.getuid()`; undefined on systems without numeric users. */
  readonly uid: number | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export function accounts(root: Root): readonly Account[] {
  const lines = (root.read('/etc/passwd') ?? '').split('\n');
  return lines.filter(isPrintable).flatMap((line) => account(...line.split(':')) ?? []);
}

/** The fields of passwd(5), in their order. */
function account(
  name?: string,
  _password?: string,
  uid = '',
  gid = '',
  gecos = '',
  home = '',
): Account | undefined {
  if (!name || !/^\d+$/.test(uid) || !/^\d+$/.test(gid)) return undefined;
  const fullName = gecos.split(',')[0] ?? '';
  return { name, uid: Number(uid), gid: Number(gid), fullName, home };
}

export function caller(all: readonly Account[], identity: ProcessIdentity): Caller {
  const { uid, env } = identity;
  const named = (name: string | undefined) => all.find((account) => account.name === name);
  if (uid === 0) {
    const bySudo =
      all.find((account) => String(account.uid) === env['SUDO_UID']) ?? notInPasswd(env);
    if (bySudo !== undefined && bySudo.uid !== 0) return { account: bySudo, behind: 'sudo' };
    const byDoas = named(env['DOAS_USER']);
    if (byDoas !== undefined && byDoas.uid !== 0) return { account: byDoas, behind: 'doas' };
  }
  const account = all.find((each) => each.uid === uid) ?? named(env['USER']);
  return { account, behind: undefined };
}

/** Who called sudo or run0, where the account is kept elsewhere (LDAP, systemd-homed): sudo(8), ENVIRONMENT. */
function notInPasswd(env: ProcessIdentity['env']): Account | undefined {
  const { SUDO_USER: name, SUDO_UID: uid = '', SUDO_GID: gid = '', SUDO_HOME: home } = env;
  if (!name || !/^\d+$/.test(uid) || !/^\d+$/.test(gid)) return undefined;
  return { name, uid: Number(uid), gid: Number(gid), fullName: '', home: home || `/home/${name}` };
}

/** People's accounts: uid 1000 and up, without `nobody` (65534) and the Nix build users (30001…). */
export function people(all: readonly Account[]): readonly Account[] {
  return all.filter(({ uid }) => uid >= 1000 && uid < 30000);
}
