/** Time zone, language and keyboard, as systemd keeps them. */
import { dirname, resolve } from 'node:path';
import { type Fact, fact } from './fact.js';
import { assignments, type Root } from './read.js';

/** `/etc/localtime` is a link to a file below a folder named zoneinfo (localtime(5)). */
export function timeZone(root: Root): Fact | undefined {
  const zone = zoneBehind(root, '/etc/localtime');
  return fact(zone, '/etc/localtime') ?? fact(root.read('/etc/timezone'), '/etc/timezone');
}

/** The zone that a link leads to, on some systems by way of another one. */
function zoneBehind(root: Root, link: string, depth = 0): string | undefined {
  const target = root.link(link);
  if (target === undefined || depth > 4) return undefined;
  const zone = /\/zoneinfo\/(?:posix\/|right\/)?([\s\S]+)$/.exec(target)?.[1];
  return zone ?? zoneBehind(root, resolve(dirname(link), target), depth + 1);
}

/** `LANG` in `/etc/locale.conf` (locale.conf(5)), on Debian in `/etc/default/locale`. */
export function locale(root: Root): Fact | undefined {
  for (const file of ['/etc/locale.conf', '/etc/default/locale']) {
    const lang = fact(assignments(root.read(file)).get('LANG'), file);
    if (lang) return { ...lang, value: glibcLocale(lang.value) };
  }
  return undefined;
}

/** A locale as glibc writes it: `de_DE.utf8` → `de_DE.UTF-8`. */
export function glibcLocale(lang: string): string {
  return lang.replace(/\.utf-?8/i, '.UTF-8');
}

const vconsole = '/etc/vconsole.conf';

/**
 * `layout(variant)`: of X where it is set, on Debian in `/etc/default/keyboard`, else what the
 * console's keymap of the same name means. Where several layouts are set, the first is taken.
 */
export function keyboard(root: Root): Fact | undefined {
  const xorg = '/etc/X11/xorg.conf.d/00-keyboard.conf';
  const x = root.read(xorg) ?? '';
  const option = (name: string) =>
    new RegExp(`^\\s*Option\\s+"${name}"\\s+"([^"]*)"`, 'mi').exec(x)?.[1]?.split(',')[0]?.trim();
  if (option('XkbLayout')) {
    return fact(withVariant(option('XkbLayout'), option('XkbVariant')), xorg);
  }
  for (const file of [vconsole, '/etc/default/keyboard']) {
    const set = assignments(root.read(file));
    const first = (name: string) => set.get(name)?.split(',')[0];
    const found = fact(withVariant(first('XKBLAYOUT'), first('XKBVARIANT')), file);
    if (found) return found;
  }
  return fact(keymapLayout(assignments(root.read(vconsole)).get('KEYMAP')), vconsole);
}

function withVariant(layout: string | undefined, variant: string | undefined): string | undefined {
  return layout && variant ? `${layout}(${variant})` : layout;
}

/**
 * The layout that a console keymap's name means. Most begin with the layout (`de-latin1`); those
 * that do not are from systemd's kbd-model-map. A keymap that is a path is none of them.
 */
export function keymapLayout(keymap: string | undefined): string | undefined {
  if (keymap === undefined) return undefined;
  const named = otherKeymaps[keymap];
  if (named !== undefined) return named;
  const match = /^([a-z]{2})(?:-(.*))?$/.exec(keymap);
  return withVariant(match?.[1], match?.[2] === 'nodeadkeys' ? match[2] : undefined);
}

const otherKeymaps: Readonly<Record<string, string>> = {
  uk: 'gb',
  dvorak: 'us(dvorak)',
  colemak: 'us(colemak)',
  'us-acentos': 'us(intl)',
  'la-latin1': 'latam',
  'sg-latin1': 'ch',
  de_CH: 'ch',
  fr_CH: 'ch(fr)',
  jp106: 'jp',
};
