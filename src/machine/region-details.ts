/** The formats and the console's keymap, which a plain run does not ask for. */
import { type Fact, fact } from './fact.js';
import { assignments, type Root } from './read.js';
import { glibcLocale } from './region.js';

/** What locale.conf(5) can set besides the language. */
const categories = [
  ...['LC_CTYPE', 'LC_NUMERIC', 'LC_TIME', 'LC_COLLATE', 'LC_MONETARY', 'LC_MESSAGES'],
  ...['LC_PAPER', 'LC_NAME', 'LC_ADDRESS', 'LC_TELEPHONE', 'LC_MEASUREMENT', 'LC_IDENTIFICATION'],
];

/** `LC_TIME` → `de_DE.UTF-8`, for the formats that are set apart from the language. */
export function formats(root: Root): ReadonlyMap<string, Fact> {
  const found = new Map<string, Fact>();
  for (const file of ['/etc/locale.conf', '/etc/default/locale']) {
    const set = assignments(root.read(file));
    for (const name of categories) {
      const value = fact(set.get(name), file);
      if (value && !found.has(name)) found.set(name, { ...value, value: glibcLocale(value.value) });
    }
  }
  return found;
}

/** The console's keymap as it is named there (vconsole.conf(5)): `de-latin1-nodeadkeys`. */
export function consoleKeymap(root: Root): Fact | undefined {
  const file = '/etc/vconsole.conf';
  const keymap = fact(assignments(root.read(file)).get('KEYMAP'), file);
  // a path into the store says nothing to anybody else
  return keymap && !keymap.value.includes('/') ? keymap : undefined;
}
