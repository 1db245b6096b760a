/** The partitions of a machine, and what its file says of those that are encrypted. */
import type { Machine } from './machine.js';
import { paragraph } from './pieces.js';
import type { Installer } from './releases.js';

/** A partition as the installer knows it. */
export interface Partition {
  readonly mountPoint: '/' | 'swap';
  readonly uuid: string;
  /** Name of the device when it is unlocked; none where it is not encrypted. */
  readonly mapper?: string;
}

const rootUuid = '4f0c3f0e-5c61-4d8e-9a0b-0d2d5f6f3c11';
const swapUuid = 'b1a7f6c2-2f6b-4c7e-8f3d-7b1f0c9a5e20';

/** The root and swap, in the installer's order. */
export function partitions({ encryption }: Machine): readonly Partition[] {
  const part = (mountPoint: '/' | 'swap', uuid: string, isEncrypted: boolean): Partition =>
    isEncrypted ? { mountPoint, uuid, mapper: `luks-${uuid}` } : { mountPoint, uuid };
  return [
    part('/', rootUuid, encryption !== 'none'),
    part('swap', swapUuid, encryption === 'root and swap'),
  ];
}

const device = (mapper: string) => `  boot.initrd.luks.devices."${mapper}"`;

const keyfileSecret = (keyfile: string) =>
  paragraph('  # Setup keyfile', '  boot.initrd.secrets = {', `    "${keyfile}" = null;`, '  };');

/** What stands between the boot loader and the network. */
export function encryptionPart(machine: Machine, { keyfile }: Installer): string {
  const encrypted = partitions(machine).flatMap((part) =>
    part.mapper === undefined ? [] : [{ ...part, mapper: part.mapper }],
  );
  if (encrypted.length === 0) return '';
  const isUefi = machine.firmware === 'UEFI';
  if (keyfile === 'always' || keyfile === 'not the root') {
    return oldKeyfile(encrypted, isUefi, keyfile);
  }
  const swap = encrypted.filter(({ mountPoint }) => mountPoint === 'swap');
  const swaps = swap.map(
    ({ mapper, uuid }) => `${device(mapper)}.device = "/dev/disk/by-uuid/${uuid}";\n`,
  );
  if (isUefi) return swaps.join('');
  const isBelowBoot = keyfile === 'encrypted /boot';
  const file = isBelowBoot ? '/boot/crypto_keyfile.bin' : '/crypto_keyfile.bin';
  const cryptodisk = `  boot.loader.grub.enableCryptodisk${isBelowBoot ? ' = ' : '='}true;`;
  const keys = encrypted.map(({ mapper }) => `${device(mapper)}.keyFile = "${file}";\n`);
  return [...swaps, keyfileSecret(file), paragraph(cryptodisk), ...keys].join('');
}

/** As it was until 0.3.13: swap under a comment of its own, and keys for what else is encrypted. */
function oldKeyfile(
  encrypted: readonly (Partition & { readonly mapper: string })[],
  isUefi: boolean,
  keyfile: 'always' | 'not the root',
): string {
  const file = '/crypto_keyfile.bin';
  const withKey = encrypted.filter(
    ({ mountPoint }) => mountPoint !== '/' || (keyfile === 'always' && !isUefi),
  );
  const keys = withKey.map(({ mountPoint, mapper, uuid }) => {
    const key = `${device(mapper)}.keyFile = "${file}";`;
    if (mountPoint === '/') return `${key}\n`;
    const swap = `${device(mapper)}.device = "/dev/disk/by-uuid/${uuid}";`;
    return paragraph('  # Enable swap on luks', swap, key);
  });
  const grub = paragraph('  # Enable grub cryptodisk', '  boot.loader.grub.enableCryptodisk=true;');
  const secret = keyfile === 'always' ? keyfileSecret(file) : '';
  return [secret, ...(isUefi ? [] : [grub]), ...keys].join('');
}
