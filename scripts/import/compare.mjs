// The facts of two systems, held against each other.

/** Differences by option, as `option: before → after`; what is on both sides the same is not named. */
export function differences(before, after) {
  const [old, now] = [flat(before), flat(after)];
  const layout = now.get('locale.services.xserver.xkb.layout');
  const keymap = old.get('locale.console.keyMap');
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((name) => {
    const [was, is] = [old.get(name) ?? '(nothing)', now.get(name) ?? '(nothing)'];
    return was === is ? [] : [{ name, before: was, after: is, layout, keymap }];
  });
}

/** Every value of a tree by its path. A list is the set of what is in it. */
function flat(value, name = '', found = new Map()) {
  if (Array.isArray(value)) {
    for (const item of value) found.set(`${name} has ${JSON.stringify(item)}`, 'yes');
  } else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      flat(inner, name === '' ? key : `${name}.${key}`, found);
    }
  } else found.set(name, JSON.stringify(value));
  return found;
}

/** What the new repo adds on purpose, or an answer brings, where there was nothing before. */
const added = [
  /^(services|packages|homePackages|kernel)\..* has /,
  /^users\.users\.users\./,
  /^locale\.(console|services)/,
  /^luks\.boot\.initrd\.secrets/,
];

/** What says the same in other words, or was asked for. */
const same = [
  // no time zone is UTC
  ({ name, before, after }) =>
    name === 'timeZone.time.timeZone' && before === 'null' && after === '"UTC"',
  // the console's keymap is made from the layout that X11 has; `us` is what it has by default
  ({ name, before, after, layout }) =>
    name === 'locale.console.keyMap' && after === '"as xkb"' && layoutOf(before) === layout,
  // without a screen the layout was what it is by default, and the console's keymap is kept as one
  ({ name, before, after, keymap }) =>
    name === 'locale.services.xserver.xkb.layout' &&
    before === '"us"' &&
    layoutOf(keymap) === after,
  // NixOS gives bash to who has no shell; the question for it is answered `zsh` by --yes
  ({ name, before, after }) =>
    /^users\.users\.users\..*\.shell$/.test(name) &&
    before === '"bash-interactive"' &&
    after === '"zsh"',
];

/** Keymaps of the console that do not begin with the layout's name. */
const otherLayouts = { uk: 'gb', sg: 'ch', la: 'latam', colemak: 'us', dvorak: 'us' };

/** The layout that a keymap such as `"de-latin1"` is of, in quotes as well. */
function layoutOf(keymap) {
  const stem = /^"([a-z]+)/.exec(keymap)?.[1];
  return JSON.stringify(otherLayouts[stem] ?? stem ?? null);
}

/** Differences that lose or change something; what is only more is left out. */
export function losses(found) {
  return found
    .filter(({ name, before }) => {
      return before !== '(nothing)' || !added.some((pattern) => pattern.test(name));
    })
    .filter((difference) => !same.some((isSame) => isSame(difference)));
}
