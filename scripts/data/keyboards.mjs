// Makes src/data/keyboards.ts from xkeyboard-config.
//
// The sources are `base.lst` and `base.extras.xml`, which Debian's package `xkb-data` (forky)
// installs below /usr/share/xkeyboard-config-2/rules:
//
//     node scripts/data/keyboards.mjs /usr/share/xkeyboard-config-2/rules 2.48 \
//       > src/data/keyboards.ts
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';

const [, , rules, version] = argv;

/** In this version, but not yet in the one of the stable channel (2.47): see the change log. */
const newerThanStable = ['br(thinkpad_nodeadkeys)', 'pl(colemak_dh_ortho)'];

/** `custom` is a name for what the machine's owner puts there, so there is nothing to choose. */
const notOurs = ['custom'];

/** @typedef {Map<string, { variants: string[] }>} Layouts */

/** @param {Layouts} layouts */
const layoutOf = (layouts, layout) => {
  if (!layouts.has(layout)) layouts.set(layout, { variants: [] });
  return layouts.get(layout);
};

/** @returns {Layouts} */
const readBase = () => {
  const layouts = new Map();
  let section = '';
  for (const line of readFileSync(join(rules, 'base.lst'), 'utf8').split('\n')) {
    section = /^! (\w+)/.exec(line)?.[1] ?? section;
    const [, key, rest] = /^ {2}(\S+)\s+(.+)$/.exec(line) ?? [];
    if (key === undefined) continue;
    if (section === 'layout') layoutOf(layouts, key);
    if (section === 'variant')
      layoutOf(layouts, rest.slice(0, rest.indexOf(':'))).variants.push(key);
  }
  return layouts;
};

/** @returns {Layouts} */
const readExtras = () => {
  const layouts = new Map();
  const xml = readFileSync(join(rules, 'base.extras.xml'), 'utf8');
  for (const [layoutXml] of xml.matchAll(/<layout>.*?<\/layout>/gs)) {
    const [layout, ...variants] = [...layoutXml.matchAll(/<name>(.*?)<\/name>/g)].map((m) => m[1]);
    layoutOf(layouts, layout).variants.push(...variants);
  }
  return layouts;
};

const base = readBase();
const extras = readExtras();
for (const layouts of [base, extras]) {
  for (const layout of notOurs) layouts.delete(layout);
  for (const [layout, { variants }] of layouts) {
    const kept = variants.filter((variant) => !newerThanStable.includes(`${layout}(${variant})`));
    layouts.get(layout).variants = [...new Set(kept)].sort();
  }
}

/** A line that starts with a layout, then lines that are indented and list its variants. */
const written = (/** @type {Layouts} */ layouts) =>
  [...layouts.keys()].sort().flatMap((layout) => {
    const { variants } = layouts.get(layout);
    const wrapped = variants.join(' ').match(/.{1,96}(?= |$)/g) ?? [];
    return [layout, ...wrapped.map((line) => ` ${line.trim()}`)];
  });

const count = (layouts) =>
  `${layouts.size} layouts, ${[...layouts.values()].flatMap((l) => l.variants).length} variants`;

stdout.write(`// Made by scripts/data/keyboards.mjs from xkeyboard-config ${version}.

/** A layout of XKB, for \`services.xserver.xkb.layout\` and \`variant\`. */
interface KeyboardLayout {
  /** As XKB writes it: \`de\`. */
  readonly layout: string;
  /** As XKB writes them, sorted: \`nodeadkeys\`. None is needed. */
  readonly variants: readonly string[];
}

const base = \`
${written(base).join('\n')}
\`;

/** What \`base.extras.xml\` has besides: exotic, but as good as the others to who uses it. */
const extras = \`
${written(extras).join('\n')}
\`;

const parse = (text: string): KeyboardLayout[] =>
  text
    .trim()
    .split(/\\n(?! )/)
    .map((entry) => {
      const [layout = '', ...rest] = entry.split('\\n');
      const variants = rest.flatMap((line) => line.trim().split(' '));
      return { layout, variants };
    });

/**
 * The layouts to choose from, sorted, each with its variants: those of \`base.lst\`,
 * which desktops and the graphical installer list too. Left out are \`custom\`, and two variants
 * that the stable channel's version (2.47) does not have yet.
 *
 * Source: xkeyboard-config ${version}, ${count(base)}.
 */
export const keyboardLayouts = (): readonly KeyboardLayout[] => parse(base);

/**
 * Whether XKB knows this layout with this variant, so that NixOS builds with it: with X on, it
 * checks both when it builds. Also true for the exotic ones that the list does not show.
 *
 * Source: xkeyboard-config ${version}, \`base.lst\` and \`base.extras.xml\` (${count(extras)}).
 */
export const isKeyboard = (layout: string, variant?: string): boolean => {
  const found = parse(base + extras.slice(1)).filter((known) => known.layout === layout);
  if (variant === undefined || variant === '') return found.length > 0;
  return found.some((known) => known.variants.includes(variant));
};
`);
