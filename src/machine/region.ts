/** Time zone, language and keyboard, as systemd keeps them. */
import { assignments, type Root } from './read.js';

/** A fact, and the file that it was read from. */
export interface Fact<T = string> {
  readonly value: T;
  readonly source: string;
}

function fact(value: string | undefined, source: string): Fact | undefined {
  return value ? { value, source } : undefined;
}

/** `/etc/localtime` is a link to a file below a folder named zoneinfo (localtime(5)). */
export function timeZone(root: Root): Fact | undefined {
  const zone = root.link('/etc/localtime')?.split('/zoneinfo/').at(-1);
  return fact(zone, '/etc/localtime') ?? fact(root.read('/etc/timezone')?.trim(), '/etc/timezone');
}

/** `LANG` in `/etc/locale.conf` (locale.conf(5)), on Debian in `/etc/default/locale`. */
export function locale(root: Root): Fact | undefined {
  for (const file of ['/etc/locale.conf', '/etc/default/locale']) {
    const lang = assignments(root.read(file)).get('LANG');
    if (lang) return { value: glibcLocale(lang), source: file };
  }
  return undefined;
}

/** A locale as glibc writes it: `de_DE.utf8` → `de_DE.UTF-8`. */
export function glibcLocale(lang: string): string {
  return lang.replace(/\.utf-?8/i, '.UTF-8');
}

/**
 * `layout(variant)`: of X where it is set, else what the console's keymap of the same name means.
 * Where several layouts are set, the first is taken.
 */
export function keyboard(root: Root): Fact | undefined {
  const xorg = '/etc/X11/xorg.conf.d/00-keyboard.conf';
  const x = root.read(xorg) ?? '';
  const option = (name: string) =>
    new RegExp(`^\\s*Option\\s+"${name}"\\s+"([^"]*)"`, 'mi').exec(x)?.[1]?.split(',')[0]?.trim();
  if (option('XkbLayout')) {
    return fact(withVariant(option('XkbLayout'), option('XkbVariant')), xorg);
  }
  const vconsole = '/etc/vconsole.conf';
  const set = assignments(root.read(vconsole));
  if (set.get('XKBLAYOUT')) {
    const variant = set.get('XKBVARIANT')?.split(',')[0];
    return fact(withVariant(set.get('XKBLAYOUT')?.split(',')[0], variant), vconsole);
  }
  return fact(keymaps(set.get('KEYMAP')), vconsole);
}

function withVariant(layout: string | undefined, variant: string | undefined): string | undefined {
  return layout && variant ? `${layout}(${variant})` : layout;
}

/**
 * The layout that a console keymap's name means. Most begin with the layout (`de-latin1`); those
 * that do not are from systemd's kbd-model-map. A keymap that is a path is none of them.
 */
function keymaps(keymap: string | undefined): string | undefined {
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
