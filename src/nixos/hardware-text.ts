/** What the text of a hardware file says. */
import { definitions, plainString } from '../nix/scan.js';

/** The platform that a hardware file sets (`nixpkgs.hostPlatform`), also behind `lib.mkDefault`. */
export function platformOf(hardware: string | undefined): string | undefined {
  const found = definitions(hardware ?? '').find(
    ({ path }) => path.join('.') === 'nixpkgs.hostPlatform' || path.join('.') === 'nixpkgs.system',
  );
  return plainString(found?.value.replace(/^lib\.mkDefault\s+/, '') ?? '');
}

/** Whether a hardware file is the placeholder that this program writes for another computer. */
export function isPlaceholder(hardware: string): boolean {
  return definitions(hardware).some(
    ({ path, value }) => path.join('.') === 'fileSystems' && /^throw\b/.test(value),
  );
}
