/** Whether what the hardware file of a target names is what is mounted there. */
import { definitions } from '../nix/definitions.js';
import { blockName } from './disk.js';
import type { Facts } from './facts.js';
import { mounts } from './mounts.js';

/**
 * What is wrong with the mounts, as the end of a sentence, or nothing: another root device than the
 * hardware file's would be installed to, but not be started; UEFI starts from a partition of its own.
 */
export function whatIsNotMounted(
  { machine, target = '', firmware }: Facts,
  hardware: string,
  bootLoader: string,
): string | undefined {
  const all = mounts(machine);
  const named = rootDevice(hardware);
  const mounted = all.get(target)?.device;
  const [wanted, there] = [named, mounted].map((device) =>
    device?.startsWith('/dev/') ? blockName(machine, device) : undefined,
  );
  if (wanted && there && wanted !== there && isResolved(named ?? '', wanted)) {
    return `the hardware file has ${named} as its root, and at ${target} is ${mounted} (nixos-generate-config --root ${target} writes a new one)`;
  }
  const isUefi = bootLoader === 'systemd-boot' && firmware?.value === 'uefi';
  const places = ['/boot', '/efi', '/boot/efi'].map((place) => `${target}${place}`);
  return isUefi && !places.some((place) => all.has(place))
    ? `nothing is mounted at ${target}/boot, where systemd-boot goes`
    : undefined;
}

/** Whether the link by a UUID was there to follow: its end is not the kernel's name of a device. */
function isResolved(device: string, name: string): boolean {
  return !device.startsWith('/dev/disk/') || !device.endsWith(`/${name}`);
}

/** The device of `/` as the hardware file has it. */
function rootDevice(hardware: string): string | undefined {
  const found = definitions(hardware).find(
    ({ path }) => path.join('\n') === 'fileSystems\n/\ndevice',
  );
  return /^"([^"$\\]+)"$/.exec(found?.value.trim() ?? '')?.[1];
}
