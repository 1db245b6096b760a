// Makes src/data/locales.ts from glibc's list of locales.
//
// The source is `localedata/SUPPORTED` of the glibc that nixpkgs builds (2.42 on 26.05 and on
// unstable), from its source release; Debian's package `glibc-source` brings one:
//
//     node scripts/data/locales.mjs glibc-2.42/localedata/SUPPORTED 2.42 > src/data/locales.ts
//
// Debian's own /usr/share/i18n/SUPPORTED (package `locales`) will not do: it has a locale that
// Debian added (eu_FR.UTF-8).
import { readFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';

const [, , source, version] = argv;
const names = readFileSync(source, 'utf8')
  .split('\n')
  .flatMap((line) => /^(\S+)\/UTF-8 \\$/.exec(line)?.[1] ?? [])
  .sort();

const wrapped = names.join(' ').match(/.{1,98}(?= |$)/g);

stdout.write(`// Made by scripts/data/locales.mjs from glibc ${version}.

import { Words } from './words.js';

const names = \`
${wrapped.map((line) => line.trim()).join('\n')}
\`;

/**
 * Every UTF-8 locale that \`i18n.defaultLocale\` can name, sorted, in the only spelling that builds.
 *
 * NixOS asks for the locale \`\${defaultLocale}/UTF-8\`, and the build of nixpkgs' glibcLocales fails
 * ("unsupported locales detected") unless glibc's \`localedata/SUPPORTED\` has that very line
 * (nixos/modules/config/i18n.nix, pkgs/development/libraries/glibc/locales.nix). Hence:
 *
 * - Locales that were born with UTF-8 have no \`.UTF-8\` in their names: \`en_IN\`, \`vi_VN\`, \`hi_IN\`,
 *   \`eo\`, \`sr_RS@latin\`, \`ca_ES@valencia\`. \`en_IN.UTF-8\` and \`ca_ES.UTF-8@valencia\`, which glibc
 *   would accept at run time, do not build (NixOS/nixpkgs issues 256688 and 445666).
 * - \`en_US.utf8\`, as \`locale -a\` spells it, does not build since 25.05.
 * - \`C.UTF-8\` builds. \`C\` evaluates, but is not UTF-8; \`POSIX\` fails: neither is in the list.
 *
 * Source: glibc ${version}, ${names.length} names, the same as in 2.40 and 2.41; 2.43 adds en_SE.UTF-8.
 */
export const locales: Words = new Words(names);
`);
