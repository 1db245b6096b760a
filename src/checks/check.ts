/** What a check before the first switch looks at, and what it says. */
import type { Account } from '../machine/accounts.js';
import type { Root } from '../machine/read.js';

/**
 * What a finding that is not good has to hold up:
 * - `build`: a build may fail. One that works has shown that it does not matter.
 * - `change`: what is activated or made the next boot; a person may say yes to it all the same.
 * - `lock-out`: nobody could log in any more; only what a restart takes back is left.
 * - `no-boot`: the machine might not start any more; only a build is left.
 */
type Stops = 'build' | 'change' | 'lock-out' | 'no-boot';

interface Good {
  readonly mark: 'good';
  /** A line that says what is well. */
  readonly text: string;
  /** What is worth to be known about it. */
  readonly notes?: readonly string[];
}

export interface Bad {
  readonly mark: 'bad';
  /** A line that says what is not well. */
  readonly text: string;
  readonly stops: Stops;
  /** What to do about it. A line that is indented is a command or a name, and stays as it is. */
  readonly fix: readonly string[];
}

/** Something that could not be looked at, and why: neither well nor not. */
interface Unknown {
  readonly mark: 'unknown';
  readonly text: string;
}

export type Finding = Good | Bad | Unknown;

/** Everything that checks look at. Each takes the part that it needs. */
export interface Situation {
  /** The machine's files, below the root that facts are read from. */
  readonly root: Root;
  /** The repo's files as they stand on the disk now, path in the repo → text. */
  readonly files: ReadonlyMap<string, string>;
  /** The name of the host in the repo. */
  readonly host: string;
  readonly username: string;
  /** Whether the new system has a desktop. */
  readonly hasDesktop: boolean;
  /** The machine's present name, where it is known. */
  readonly hostnameNow: string | undefined;
  /** Whether somebody has chosen the new name, rather than a default. */
  readonly hostnameChosen: boolean;
  /** The accounts in `/etc/passwd`. */
  readonly accounts: readonly Account[];
  /** The bytes that are free for a user where `path` lies, by statfs(2); nothing if that fails. */
  readonly freeAt: (path: string) => number | undefined;
  /** The size of a file in bytes, links followed. */
  readonly sizeOf: (path: string) => number | undefined;
  /** Whether who runs this may look into a folder. */
  readonly mayEnter: (folder: string) => boolean;
  /** The standard output of git with these arguments in the repo; nothing if it fails. */
  readonly git: (...args: string[]) => Promise<string | undefined>;
  /** `host:port` of the servers that Nix fetches from; none where the network is not to be looked at. */
  readonly servers: readonly string[];
  /** Whether Nix goes through a proxy (`https_proxy`, …), which a plain connection says nothing about. */
  readonly hasProxy: boolean;
  /** Whether a server takes a connection within a few seconds. */
  readonly isReachable: (server: string) => Promise<boolean>;
}

/** A check says nothing where it does not apply. */
export type Check = (situation: Situation) => Finding | undefined | Promise<Finding | undefined>;
