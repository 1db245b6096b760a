/** The file systems that the new configuration mounts, as `fileSystems.…` names them. */
import { stringValue } from '../nix/values.js';
import { below, type Setting } from './settings.js';

export interface FileSystem {
  /** Where it is mounted: `/`, `/boot`. */
  readonly place: string;
  /** What `device` or `label` names; a label as the device that udev makes of it. */
  readonly device: string | undefined;
  readonly type: string | undefined;
  /** The text of its list of options. */
  readonly options: string;
}

/** Each place once (nixos/modules/tasks/filesystems.nix). */
export function fileSystems(all: readonly Setting[]): readonly FileSystem[] {
  const found = below(all, 'fileSystems');
  const places = new Set(found.flatMap(({ rest }) => rest[0] ?? []));
  return [...places].map((place) => {
    const own = found.filter(({ rest }) => rest[0] === place);
    const value = (name: string) => own.find(({ rest }) => rest[1] === name)?.value;
    const label = stringValue(value('label') ?? '');
    return {
      place,
      device:
        stringValue(value('device') ?? '') ?? (label ? `/dev/disk/by-label/${label}` : undefined),
      type: stringValue(value('fsType') ?? ''),
      options: value('options') ?? '',
    };
  });
}

/** Places without which a system does not start (`pathsNeededForBoot`, nixos/lib/utils.nix). */
const needed = /^\/(?:nix(?:\/store)?|var(?:\/(?:log|lib(?:\/nixos)?))?|etc|usr)?$/;

/** Whether a place is one of those, or where the boot loader finds its kernels. */
export function isForBoot(place: string): boolean {
  return needed.test(place) || /^\/(?:boot|efi)(?:\/|$)/.test(place);
}
