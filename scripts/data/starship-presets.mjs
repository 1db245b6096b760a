// Makes src/data/starship-presets.ts from starship's presets.
//
// The source is a checkout of starship/starship at the version of nixpkgs (1.26.0 on unstable;
// 1.24 and 1.25 have the same presets), of which it reads docs/public/presets/toml and src/configs:
//
//     node scripts/data/starship-presets.mjs starship 1.26.0 > src/data/starship-presets.ts
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';

const [, , checkout, version] = argv;
const presets = join(checkout, 'docs/public/presets/toml');
const configs = join(checkout, 'src/configs');

/** The private code points where Nerd Fonts put their glyphs, with Powerline's and without. */
const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}]/u;
const beyondPowerline = /[\ue000-\ue09f\ue0d8-\uf8ff\u{f0000}-\u{ffffd}]/u;

/** The settings `module.key` that hold a glyph unless a preset says otherwise. */
const defaults = readdirSync(configs).flatMap((file) => {
  const source = readFileSync(join(configs, file), 'utf8');
  if (/\bdisabled: true\b/.test(source)) return [];
  return [...source.matchAll(/^\s*(\w*symbol): "(.*)",$/gm)]
    .filter(([, , value]) => beyondPowerline.test(value))
    .map(([, key]) => ({ module: file.replace('.rs', ''), key }));
});

/** The lines of each table of a preset; those before the first table are in ''. */
const tables = (toml) => {
  const found = { '': '' };
  let table = '';
  for (const line of toml.split('\n')) {
    table = /^\[([\w.]+)\]/.exec(line)?.[1] ?? table;
    found[table] = `${found[table] ?? ''}${line}\n`;
  }
  return found;
};

/** Whether a default glyph is still drawn with this preset. */
const keeps = (preset, { module, key }) => {
  const order = /^(?:right_)?format = /m.test(preset['']) ? preset[''] : undefined;
  if (order !== undefined && !order.includes('$all') && !order.includes(`$${module}\\`))
    return false;
  const own = preset[module] ?? '';
  if (new RegExp(`^${key} = `, 'm').test(own)) return false;
  const format = /^format = (.*)$/m.exec(own)?.[1];
  return format === undefined || /\$\{?symbol/.test(format);
};

const rows = readdirSync(presets)
  .filter((file) => file.endsWith('.toml'))
  .sort()
  .map((file) => {
    const toml = readFileSync(join(presets, file), 'utf8');
    const kept = defaults.filter((setting) => keeps(tables(toml), setting));
    return { name: file.replace('.toml', ''), nerdFont: privateUse.test(toml) || kept.length > 0 };
  });

stdout.write(`// Made by scripts/data/starship-presets.mjs from starship ${version}.

/** A preset of starship, for Home Manager's \`programs.starship.presets\`. */
interface StarshipPreset {
  /** The name of its file, without \`.toml\`. */
  readonly name: string;
  /**
   * Whether it draws with a Nerd Font: with glyphs of its own, or because it keeps those that
   * starship has by default for a module which is on (\`jetpack\` for Erlang and Pulumi).
   */
  readonly nerdFont: boolean;
}

/**
 * The presets that nixpkgs' starship installs, sorted. Home Manager adds them to starship's own
 * settings. \`no-nerd-font\` keeps one glyph of Powerline's (U+E0A0, before git's branch), which it
 * counts as safe.
 *
 * Source: starship ${version}; 1.24.0 and 1.25.1 have the same ${rows.length}.
 */
export const starshipPresets: readonly StarshipPreset[] = [
${rows.map((row) => `  { name: '${row.name}', nerdFont: ${row.nerdFont} },`).join('\n')}
];

/**
 * Whether starship without a preset draws with a Nerd Font. It does: before git's branch, for Node,
 * Erlang, Pulumi and the battery.
 */
export const starshipWantsNerdFont = ${defaults.length > 0};
`);
