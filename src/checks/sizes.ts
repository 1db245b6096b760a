/** Sizes in bytes, and as they are read. */

export const mebi = 1024 * 1024;
export const gibi = 1024 * mebi;

/** As `df -h` has it: `412 MB`, `7.5 GB`, with the binary units that `df` uses. */
export function size(bytes: number): string {
  if (bytes >= gibi) return `${(bytes / gibi).toFixed(1).replace(/\.0$/, '')} GB`;
  return `${Math.round(bytes / mebi)} MB`;
}
