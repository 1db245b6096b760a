/**
 * Where and in which language: time zone, locale, formats, keyboard. The plain defaults are right
 * without the lists, so a run that keeps them does not load any.
 */

import { glibcLocale } from '../machine/region.js';
import { nearest } from './nearest.js';
import { accepted, found, type Question, refused, standard } from './question.js';

const timeZone = {
  name: 'timeZone',
  label: 'Time zone',
  help: 'a name of the IANA database, such as Europe/Berlin',
  placeholder: '<zone>',
  pattern: '^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$',
  defaultInWords: "this machine's, else UTC",
  async check(typed) {
    if (typed === 'UTC') return accepted(typed);
    const { timeZones } = await import('../data/time-zones.js');
    if (timeZones.has(typed)) return accepted(typed);
    const zones = timeZones.list();
    const sameWord = zones.find((zone) => zone.toLowerCase() === typed.toLowerCase());
    const city = zones.find((zone) => zone.toLowerCase().endsWith(`/${typed.toLowerCase()}`));
    return refused(
      'is not in the IANA time zone database',
      sameWord ?? city ?? nearest(typed, zones),
    );
  },
  defaults: (_soFar, { facts }) => [...found(facts.timeZone), standard('UTC')],
} as const satisfies Question;

const locale = {
  name: 'locale',
  label: 'Locale',
  help: 'language and formats as glibc writes them, such as en_US.UTF-8',
  placeholder: '<locale>',
  pattern: '^[A-Za-z_]+(\\.UTF-8)?(@[a-z]+)?$',
  defaultInWords: "this machine's, else en_US.UTF-8",
  async check(typed: string) {
    if (typed === 'en_US.UTF-8') return accepted(typed);
    const { locales } = await import('../data/locales.js');
    if (locales.has(typed)) return accepted(typed);
    const known = locales.list();
    const bare = typed.split('.')[0] ?? '';
    const { inItsLand } = await import('./meant.js');
    const names = [glibcLocale(typed), `${bare}.UTF-8`, bare, inItsLand(bare)];
    const usual = names.find((name) => known.includes(name));
    return refused('is not a UTF-8 locale of glibc', usual ?? nearest(typed, known));
  },
  defaults(_soFar, { facts }) {
    const here = found(facts.locale);
    // glibc has a few in UTF-8 only, and names them without it: en_IN
    const bare = here.map((fact) => ({ ...fact, value: fact.value.replace('.UTF-8', '') }));
    return [...here, ...bare, standard('en_US.UTF-8')];
  },
} as const satisfies Question;

const formats = {
  name: 'formats',
  label: 'Formats',
  nothing: '',
  help: 'the locale of dates, numbers and paper, where it is another one',
  placeholder: '<locale>',
  mayBeEmpty: true,
  defaultInWords: 'as the locale',
  check: (typed, soFar) =>
    ['', 'none', soFar['locale']].includes(typed) ? accepted('') : locale.check(typed),
  defaults: () => [standard('')],
} as const satisfies Question;

const keyboard = {
  name: 'keyboard',
  label: 'Keyboard',
  help: 'an XKB layout, with its variant in brackets: us, de(nodeadkeys)',
  placeholder: '<layout>',
  pattern: '^[a-z0-9_-]+(\\([A-Za-z0-9_.+-]+\\))?$',
  defaultInWords: "this machine's, else us",
  async check(typed) {
    if (typed === 'us') return accepted(typed);
    const { isKeyboard, keyboardLayouts } = await import('../data/keyboards.js');
    const { keyboardLayout, keyboardVariant } = layoutAndVariant(typed);
    if (isKeyboard(keyboardLayout, keyboardVariant || undefined) && spelled(typed))
      return accepted(typed);
    const layouts = keyboardLayouts();
    const layout = layouts.find((known) => known.layout === keyboardLayout);
    if (layout === undefined) {
      const names = layouts.map((known) => known.layout);
      const inWords = (await import('./meant.js')).layoutInWords(typed, layouts);
      return refused('is not a keyboard layout of XKB', inWords ?? nearest(keyboardLayout, names));
    }
    const variant = nearest(keyboardVariant, layout.variants);
    return refused(
      `is not a variant of the layout ${layout.layout}`,
      variant === undefined ? layout.layout : `${layout.layout}(${variant})`,
    );
  },
  defaults: (_soFar, { facts }) => [...found(facts.keyboard), standard('us')],
  view: (value) => layoutAndVariant(value),
} as const satisfies Question;

function spelled(typed: string): boolean {
  return /^[^()]+(\([^()]+\))?$/.test(typed);
}

function layoutAndVariant(keyboardAnswer: string): {
  keyboardLayout: string;
  keyboardVariant: string;
} {
  const match = /^([^(]*)(?:\(([^)]*)\))?/.exec(keyboardAnswer);
  return { keyboardLayout: match?.[1] ?? '', keyboardVariant: match?.[2] ?? '' };
}

export const region = { timeZone, locale, formats, keyboard };
