// The facts of two systems, held against each other.

/** Differences by option, as `option: before → after`; what is on both sides the same is not named. */
export function differences(before, after) {
  const [old, now] = [flat(before), flat(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    return was === is ? [] : [{ name, before: was ?? '(nothing)', after: is ?? '(nothing)' }];
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

/** What says the same in other words: no time zone is UTC, and `us` is what X11 has by default. */
const same = [
  ['timeZone.time.timeZone', 'null', '"UTC"'],
  ['locale.console.keyMap', '"us"', '"as xkb"'],
];

/** Differences that lose or change something; what is only more is left out. */
export function losses(found) {
  return found
    .filter(({ name, before }) => {
      return before !== '(nothing)' || !added.some((pattern) => pattern.test(name));
    })
    .filter(({ name, before, after }) => {
      return !same.some((each) => each[0] === name && each[1] === before && each[2] === after);
    });
}
