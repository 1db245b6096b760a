/** Text that people type, and text that would break out of its quotes if it were not escaped. */
import fc from 'fast-check';

/** Each means something to Nix, to Unicode or to an editor, alone or beside another. */
const fragments = [
  ...['$', '$$', '${', '${x}', '${builtins.currentTime}', '$${', '{', '}', "''${", "'${"],
  ...["'", "''", "'''", "''\\", '"', '\\', '\\\\', '\\n', '\\${', '#', '/*', '*/', ';', '@', '<'],
  ...[' ', '  ', 'a', 'O’Brien', 'é', 'e\u0301', 'ß', '山田', 'שלום', 'مرحبا', '\u202e', '\u200d'],
  ...['😀', '👩‍🚀', '𝔘', '\u2028', '\ufeff', '\u00a0', '\u{10ffff}', '\ufffd'],
];

/** Whole texts that are tried in every run. */
export const awkward: readonly string[] = [
  ...fragments,
  '${builtins.currentTime}',
  "it''s ${x}",
  'ends in \\',
  'ends in $',
  "ends in '",
  '"; }; }',
  "''; in throw ''",
  '$'.repeat(7),
  `${'$'.repeat(4)}{x}`,
  "'".repeat(7),
  'Zoë Ångström-Ñandú',
];

const mosaic = fc
  .array(fc.constantFrom(...fragments), { maxLength: 8 })
  .map((parts) => parts.join(''));

/** Any text but a NUL, which Nix has no strings with. */
export const text = fc.oneof(
  fc.constantFrom(...awkward),
  { arbitrary: mosaic, weight: 4 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }), weight: 2 },
  fc.string({ unit: 'binary', maxLength: 30 }).map((each) => each.replaceAll('\0', '')),
);
