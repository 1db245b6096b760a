/**
 * What this computer says of itself, each fact read when it is first asked for, always below a
 * root directory and never written to. A fact that can't be read is absent.
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
import { type GitIdentity, gitIdentity } from './git-identity.js';
import { type DisplayDevice, displayDevices } from './graphics.js';
import { type OldDefinition, oldDefinitions, ownHardwareFile } from './old-configuration.js';
import { assignments, type Root, rootAt } from './read.js';
import { type Fact, keyboard, locale, timeZone } from './region.js';

export type { Fact } from './region.js';

export class Facts {
  readonly root: Root;
  private readonly known = new Map<string, unknown>();

  constructor(
    rootFolder: string,
    private readonly identity: ProcessIdentity,
    /** `process.arch`, which is of the machine even where the root is a folder of a test. */
    private readonly arch: string = process.arch,
  ) {
    this.root = rootAt(rootFolder);
  }

  private once<T>(name: string, read: () => T): T {
    if (!this.known.has(name)) this.known.set(name, read());
    return this.known.get(name) as T;
  }

  /** `/etc/os-release` (os-release(5)). */
  private get osRelease(): ReadonlyMap<string, string> {
    return this.once('osRelease', () => assignments(this.root.read('/etc/os-release')));
  }

  /** Whether this is NixOS: its activation leaves `/etc/NIXOS`. */
  get isNixos(): boolean {
    return this.root.exists('/etc/NIXOS') || this.osRelease.get('ID') === 'nixos';
  }

  /** Whether this is the installer's live system, whose hardware file would describe the stick. */
  get isLive(): boolean {
    return this.osRelease.get('VARIANT_ID') === 'installer' || this.root.exists('/nix/.ro-store');
  }

  /** Whether a configuration for this very machine can be written: an installed NixOS. */
  get isInstalledNixos(): boolean {
    return this.isNixos && !this.isLive;
  }

  /** `26.05.1234.abcdef`, of the system that runs. */
  get nixosVersion(): Fact | undefined {
    const file = '/run/current-system/nixos-version';
    const version = this.root.read(file)?.trim();
    if (version) return { value: version, source: file };
    const id = this.osRelease.get('VERSION_ID');
    return this.isNixos && id ? { value: id, source: '/etc/os-release' } : undefined;
  }

  get hostname(): Fact | undefined {
    const file = '/etc/hostname';
    const name = this.root.read(file)?.trim();
    return name ? { value: name, source: file } : undefined;
  }

  get accounts(): readonly Account[] {
    return this.once('accounts', () => accounts(this.root));
  }

  get people(): readonly Account[] {
    return people(this.accounts);
  }

  get caller(): Caller {
    return this.once('caller', () => caller(this.accounts, this.identity));
  }

  get home(): string | undefined {
    const { account, behind } = this.caller;
    return behind ? account?.home : (this.identity.env['HOME'] ?? account?.home);
  }

  get git(): GitIdentity {
    return this.once('git', () => gitIdentity(this.root, this.home, this.identity.env));
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

  /** UEFI leaves `/sys/firmware/efi`; a computer that shows neither is not known. */
  get firmware(): Fact<'uefi' | 'bios'> | undefined {
    const folder = '/sys/firmware';
    if (this.root.exists(`${folder}/efi`)) return { value: 'uefi', source: `${folder}/efi` };
    return this.root.exists(folder) ? { value: 'bios', source: `no ${folder}/efi` } : undefined;
  }

  get bootDisk(): string | undefined {
    return bootDisk(this.root);
  }

  /** Whether a screen is there: a connector of a graphics card that something is plugged into. */
  get hasScreen(): boolean {
    const folder = '/sys/class/drm';
    return this.root
      .list(folder)
      .some((name) => this.root.read(`${folder}/${name}/status`)?.trim() === 'connected');
  }

  /** The graphics cards on the PCI bus. */
  get displayDevices(): readonly DisplayDevice[] {
    return this.once('displayDevices', () => displayDevices(this.root));
  }

  /** The platform as Nix names it; undefined for one that the program does not write for. */
  get system(): string | undefined {
    return { x64: 'x86_64-linux', arm64: 'aarch64-linux' }[this.arch];
  }

  get oldDefinitions(): readonly OldDefinition[] {
    return this.once('oldDefinitions', () => oldDefinitions(this.root));
  }

  /** The text of this machine's own hardware file, where it has one. */
  get ownHardware(): string | undefined {
    return this.isInstalledNixos ? this.root.read(ownHardwareFile) : undefined;
  }
}
