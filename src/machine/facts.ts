/**
 * What this computer says of itself, each fact read when it is first asked for, always below a
 * root directory and never written to. A fact that can't be read is absent.
 *
 * There are two roots: that of the system whose files are looked at, and that of the machine, with
 * what its kernel shows (`/sys`, `/proc`) and who runs the program. They are the same, but for an
 * installation: then the files are those of the target, which does not run yet.
 */
import {
  type Account,
  accounts,
  type Caller,
  caller,
  type ProcessIdentity,
  people,
} from './accounts.js';
import { bootDisk } from './disk.js';
import { type Fact, fact } from './fact.js';
import { type GitIdentity, gitIdentity } from './git-identity.js';
import { type DisplayDevice, displayDevices } from './graphics.js';
import { assignments, type Root, rootAt } from './read.js';
import { keyboard, locale, timeZone } from './region.js';
import { wsl } from './wsl.js';

/** This machine's own hardware file, as `nixos-generate-config` leaves it. */
export const ownHardwareFile = '/etc/nixos/hardware-configuration.nix';

export class Facts {
  /** The files of the system that the configuration is for. */
  readonly root: Root;
  /** The computer that runs, with its kernel. */
  readonly machine: Root;
  private readonly known = new Map<string, unknown>();

  constructor(
    rootFolder: string,
    private readonly identity: ProcessIdentity,
    /** `process.arch`, which is of the machine even where the root is a folder of a test. */
    private readonly arch: string = process.arch,
    /** Where something is installed to, as a path below `rootFolder`; else it is the root itself. */
    readonly target?: string,
  ) {
    this.machine = rootAt(rootFolder);
    this.root = target === undefined ? this.machine : rootAt(this.machine.place(target) ?? target);
  }

  private once<T>(name: string, read: () => T): T {
    if (!this.known.has(name)) this.known.set(name, read());
    return this.known.get(name) as T;
  }

  /** `/etc/os-release` of the system that runs (os-release(5)). */
  private get running(): ReadonlyMap<string, string> {
    return this.once('running', () => assignments(this.machine.read('/etc/os-release')));
  }

  /** `/etc/os-release` of the system that the configuration is for. */
  get osRelease(): ReadonlyMap<string, string> {
    if (this.target === undefined) return this.running;
    return this.once('osRelease', () => assignments(this.root.read('/etc/os-release')));
  }

  /** Whether this is NixOS, or what installs it: its activation leaves `/etc/NIXOS`. */
  get isNixos(): boolean {
    return this.machine.exists('/etc/NIXOS') || this.running.get('ID') === 'nixos';
  }

  /** Whether this is the installer's live system, whose hardware file would describe the stick. */
  get isLive(): boolean {
    return this.once(
      'isLive',
      () => this.running.get('VARIANT_ID') === 'installer' || this.machine.exists('/nix/.ro-store'),
    );
  }

  /**
   * Whether a configuration for this very machine can be written: an installed NixOS, or one that is
   * about to be.
   */
  get isInstalledNixos(): boolean {
    return this.target !== undefined || (this.isNixos && !this.isLive);
  }

  /** Whether Windows starts it (WSL): then the kernel, the disks and the network are Windows' affair. */
  get wsl(): Fact<'wsl'> | undefined {
    return this.once('wsl', () => (this.target === undefined ? wsl(this.machine) : undefined));
  }

  /** `26.05.1234.abcdef`, of the system that runs; of a target that has one, what is there. */
  get nixosVersion(): Fact | undefined {
    const id = this.osRelease.get('VERSION_ID');
    const own = this.osRelease.get('ID') === 'nixos' || this.root.exists('/etc/NIXOS');
    const installed = own ? fact(id, '/etc/os-release') : undefined;
    const file = '/run/current-system/nixos-version';
    const runs = fact(this.machine.read(file), file);
    return this.target === undefined ? (runs ?? installed) : (installed ?? runs);
  }

  /** The first line that is no comment (hostname(5)). */
  get hostname(): Fact | undefined {
    const file = '/etc/hostname';
    const lines = this.root.read(file)?.split('\n') ?? [];
    return fact(
      lines.find((line) => /^\s*[^\s#]/.test(line)),
      file,
    );
  }

  get accounts(): readonly Account[] {
    return this.once('accounts', () => accounts(this.root));
  }

  get people(): readonly Account[] {
    return people(this.accounts);
  }

  /** Who runs the program, on the system that runs. */
  get caller(): Caller {
    const all = () => (this.target === undefined ? this.accounts : accounts(this.machine));
    return this.once('caller', () => caller(all(), this.identity));
  }

  /** Whose settings are read: who runs the program, or the one person of a target. */
  get self(): Account | undefined {
    if (this.target === undefined) return this.caller.account;
    const [only, ...others] = this.people;
    return others.length === 0 ? only : undefined;
  }

  get home(): string | undefined {
    if (this.target !== undefined) return this.self?.home;
    const { account, behind } = this.caller;
    return behind ? account?.home : (this.identity.env['HOME'] ?? account?.home);
  }

  get git(): GitIdentity {
    const env = this.target === undefined ? this.identity.env : {};
    return this.once('git', () => gitIdentity(this.root, this.home, env));
  }

  get timeZone(): Fact | undefined {
    return timeZone(this.root);
  }

  get locale(): Fact | undefined {
    return locale(this.root);
  }

  get keyboard(): Fact | undefined {
    return keyboard(this.root);
  }

  /** UEFI leaves `/sys/firmware/efi`; a PC without it has a BIOS, another board may have anything. */
  get firmware(): Fact<'uefi' | 'bios'> | undefined {
    const folder = '/sys/firmware';
    if (this.machine.exists(`${folder}/efi`)) return { value: 'uefi', source: `${folder}/efi` };
    const isPc = this.arch === 'x64' && this.machine.exists(folder);
    return isPc ? { value: 'bios', source: `no ${folder}/efi` } : undefined;
  }

  get bootDisk(): string | undefined {
    return bootDisk(this.machine, this.target);
  }

  /** Whether a screen is there: a connector of a graphics card that something is plugged into. */
  get hasScreen(): boolean {
    const folder = '/sys/class/drm';
    return this.machine
      .list(folder)
      .some((name) => this.machine.read(`${folder}/${name}/status`)?.trim() === 'connected');
  }

  /** The graphics cards on the PCI bus. */
  get displayDevices(): readonly DisplayDevice[] {
    return this.once('displayDevices', () => displayDevices(this.machine));
  }

  /** The platform as Nix names it; undefined for one that the program does not write for. */
  get system(): string | undefined {
    return { x64: 'x86_64-linux', arm64: 'aarch64-linux' }[this.arch];
  }

  /** The text of this machine's own hardware file, where it has one. */
  get ownHardware(): string | undefined {
    return this.isInstalledNixos ? this.root.read(ownHardwareFile) : undefined;
  }
}
