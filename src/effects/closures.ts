/** Reads what `nix store diff-closures` prints (src/nix/diff-closures.cc). */
import { stripVTControlCharacters } from 'node:util';

export interface PackageChange {
  readonly name: string;
  /** The versions that go and that come; none of either for a package that is new, or gone. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** By how many bytes it grows; less than zero where it shrinks. */
  readonly growth: number;
}

/** A line each: `firefox: 140.0 → 141.0, +1204.5 KiB`, where `∅` is none and `ε` has no number. */
export function packageChanges(output: string): readonly PackageChange[] {
  return stripVTControlCharacters(output)
    .split('\n')
    .flatMap((line) => {
      const match =
        /^(\S+): (?:(.+?) → (.+?))?(?:(?:, |(?<=: ))([+-]?[\d.]+) ?([KMGT]?)i?B)?$/u.exec(
          line.trim(),
        );
      const [, name, before, after, amount, unit] = match ?? [];
      if (name === undefined || (after === undefined && amount === undefined)) return [];
      return [
        { name, before: versions(before), after: versions(after), growth: bytes(amount, unit) },
      ];
    });
}

function versions(text: string | undefined): readonly string[] {
  return text === undefined || text === '∅' ? [] : text.split(', ');
}

function bytes(amount: string | undefined, unit = ''): number {
  return Math.round(Number(amount ?? 0) * 1024 ** ' KMGT'.indexOf(unit || ' '));
}
