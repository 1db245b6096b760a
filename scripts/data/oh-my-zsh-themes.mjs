// Makes src/data/oh-my-zsh-themes.ts from oh-my-zsh's themes.
//
// The source is the folder `themes` of oh-my-zsh: a checkout of ohmyzsh/ohmyzsh, or
// share/oh-my-zsh/themes of nixpkgs' package `oh-my-zsh`:
//
//     node scripts/data/oh-my-zsh-themes.mjs ohmyzsh/themes COMMIT > src/data/oh-my-zsh-themes.ts
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';

const [, , themes, commit] = argv;
const suffix = '.zsh-theme';

/** The default, and those judged to be the best known, in the order of the list. */
const wellKnown = [
  'robbyrussell',
  'agnoster',
  'bira',
  'ys',
  'af-magic',
  'avit',
  'gnzh',
  'fino',
  'half-life',
  'jonathan',
];

/** Not a prompt of its own: see the comment in what this writes. */
const leftOut = ['random', 'emotty'];

const names = readdirSync(themes)
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length))
  .filter((name) => !leftOut.includes(name))
  .sort();
const ordered = [...wellKnown, ...names.filter((name) => !wellKnown.includes(name))];
if (ordered.length !== names.length) throw new Error('a well-known theme is gone');

/** Powerline's own code points, drawn as they are or as one of zsh's escapes. */
const drawsPowerline = (name) =>
  /[\ue0a0-\ue0d7]|\\[uU]0*e0[a-d][0-9a-f]|\\x(?:ee)\\x8[23]/i.test(
    readFileSync(join(themes, name + suffix), 'utf8').replace(/^\s*#.*$/gm, ''),
  );

const wrapped = ordered.join(' ').match(/.{1,98}(?= |$)/g);
const powerline = ordered.filter(drawsPowerline);

stdout.write(`// Made by scripts/data/oh-my-zsh-themes.mjs from oh-my-zsh ${commit.slice(0, 12)}.

/**
 * The themes that oh-my-zsh brings: the default and nine more that are well known, then the others
 * sorted.
 *
 * Two are left out. \`random\` is another one of them each time a shell starts. \`emotty\` prints an
 * error and leaves the prompt empty unless two plugins are on, and then draws another emoji for
 * each terminal.
 *
 * Source: ohmyzsh/ohmyzsh at ${commit.slice(0, 12)}, ${ordered.length} themes.
 */
export const ohMyZshThemes: readonly string[] = \`
${wrapped.map((line) => line.trim()).join('\n')}
\`
  .trim()
  .split(/\\s+/);

/**
 * Those that draw with Powerline's code points (U+E0A0 and on), for which a font is needed that has
 * them. Not \`apple\`: its one private code point is Apple's logo, which is in Apple's fonts only.
 */
export const ohMyZshThemesWithPowerlineGlyphs: readonly string[] = [${powerline
  .map((name) => `'${name}'`)
  .join(', ')}];
`);
