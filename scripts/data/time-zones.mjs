// Makes src/data/time-zones.ts from the IANA time zone database.
//
// The source is `tzdata.zi`, which Debian's package `tzdata` installs below /usr/share/zoneinfo
// (the one of a source release, made with `make tzdata.zi`, has the same names):
//
//     node scripts/data/time-zones.mjs /usr/share/zoneinfo/tzdata.zi > src/data/time-zones.ts
import { readFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';

const lines = readFileSync(argv[2], 'utf8').split('\n');
const version = lines[0].replace('# version ', '');

/** `Z NAME …` defines a zone, `L TARGET NAME` a link to one; `Factory` is "not set yet". */
const names = lines
  .map((line) => line.split(' '))
  .map(([kind, first, second]) => (kind === 'Z' ? first : kind === 'L' ? second : undefined))
  .filter((name) => name !== undefined && name !== 'Factory')
  .sort();

const wrapped = names
  .join(' ')
  .match(/.{1,98}(?= |$)/g)
  .map((line) => line.trim());

stdout.write(`// Made by scripts/data/time-zones.mjs from IANA's tzdata ${version}.

import { Words } from './words.js';

const names = \`
${wrapped.join('\n')}
\`;

/**
 * Every name that \`time.timeZone\` can have, sorted: zones and links of the IANA database, the
 * backward ones too (Asia/Calcutta beside Asia/Kolkata), as nixpkgs' tzdata installs them. It
 * builds the database's default, whose names are those of \`tzdata.zi\`. \`Factory\`, which stands
 * for "nobody has set it", is left out, and so are the \`posix/\` and \`right/\` copies.
 *
 * Source: tzdata ${version}, ${names.length} names.
 */
export const timeZones: Words = new Words(names);
`);
