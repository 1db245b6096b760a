/** What somebody most likely meant whose value a question does not take, or takes with a word. */

/** A language alone, in the land where the most speak it: `de` → `de_DE.UTF-8`. */
export function inItsLand(language: string): string {
  if (!/^[a-z]{2,3}$/i.test(language)) return '';
  const likely = new Intl.Locale(language).maximize();
  return `${likely.language}_${likely.region}.UTF-8`;
}

/** A layout and its variant as consoles and setxkbmap have them: `de-nodeadkeys`, `de nodeadkeys`. */
export function layoutInWords(
  typed: string,
  layouts: readonly { readonly layout: string; readonly variants: readonly string[] }[],
): string | undefined {
  const [first = '', second = '', ...more] = typed.split(/[-_,: ]+/);
  const known = layouts.find(({ layout }) => layout === first);
  if (known === undefined || second === '' || more.length > 0) return undefined;
  return known.variants.includes(second) ? `${first}(${second})` : first;
}

/** Names of whole disks below /dev: SCSI and SATA, IDE, virtio and Xen count letters, others numbers. */
const lettered = '(?:[shv]|xv)d[a-z]+';
const numbered = String.raw`(?:nvme\d+n\d+|mmcblk\d+)`;

/** The disk of a partition, by how Linux and udev name the two; nothing for what is none. */
export function diskOfPartition(device: string): string | undefined {
  const names = [
    String.raw`/dev/${lettered}(?=\d+$)`,
    String.raw`/dev/${numbered}(?=p\d+$)`,
    String.raw`/dev/disk/by-(?:id|path)/.+(?=-part\d+$)`,
  ];
  return new RegExp(`^(?:${names.join('|')})`).exec(device)?.[0];
}

/** A disk that was named without its folder. */
export function diskWithoutFolder(typed: string): string | undefined {
  return new RegExp(`^(?:${lettered}|${numbered})$`).test(typed) ? `/dev/${typed}` : undefined;
}
