// Reads the profiles of a checkout of nixos-hardware: their names from its flake.nix, and from the
// modules, through their imports, what each brings.
import fs from 'node:fs';
import path from 'node:path';

/** Boards with another processor than x86_64, by the beginning of the path of their module. */
const processors = {
  aarch64: [
    ...[
      'asrock-rack/altrad8ud-1l2t',
      'compulab',
      'friendlyarm',
      'fydetab',
      'hardkernel/odroid-hc4',
    ],
    ...[
      'hardkernel/odroid-m1',
      'lenovo/thinkpad/x13s',
      'mnt',
      'nxp',
      'olimex',
      'pine64/pinebook-pro',
    ],
    ...['pine64/rockpro64', 'purism/librem/5r4', 'radxa', 'raspberry-pi'],
  ],
  armv7l: ['beagleboard', 'kobol'],
  riscv64: ['microchip', 'milkv', 'pine64/star64', 'spacemit', 'starfive'],
};

/** What is for a computer with any processor. */
const anyProcessor = /^common-(pc|hidpi|gpu-nvidia|networking)/;

/** Profiles that no configuration evaluates with, and why. */
const broken = {
  // sets `networkmanager.settings.device.wifi` to a set, where a section of an INI file has values
  'hp-elitebook-2560p': true,
};

/**
 * The profiles, sorted, each with `name`, `traits` and `brings`: see src/data/hardware-profiles.ts.
 */
export function readProfiles(checkout) {
  const modules = modulesOf(fs.readFileSync(path.join(checkout, 'flake.nix'), 'utf8'));
  const read = remembered((file) => readModule(checkout, file));
  const offered = modules
    .map(({ name, at }) => ({ name, file: fileOf(checkout, at) }))
    .filter(({ file }) => !isOutOfDate(read(file)));
  const reach = remembered((file) => reachedFrom(read, file));
  const readWhole = remembered((file) => readModule(checkout, file, (text) => text));
  const byFile = new Map(
    offered.map(({ file }) => [file, offered.filter((each) => each.file === file)]),
  );
  return offered
    .map(({ name, file }) => ({
      name,
      traits: traitsOf(name, file, {
        modules: [...reach(file)].map(read),
        whole: [...reachedFrom(readWhole, file)].map(readWhole),
      }),
      brings: nearestOf(file, byFile, reach),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The names in the flake's nixosModules that it neither calls deprecated nor throws at. */
export function modulesOf(flake) {
  const found = /\n *nixosModules =\n[\s\S]*?\n( *)\{\n([\s\S]*?)\n\1\};/.exec(flake);
  if (found === null) throw new Error('flake.nix has no nixosModules where they were');
  const lines = found[2].replace(/#.*$/gm, '').split(';');
  return lines.flatMap((line) => {
    const [, name, at] = /^\s*([\w-]+) = import (\.\/\S+)$/.exec(line) ?? [];
    return name === undefined ? [] : [{ name, at }];
  });
}

function fileOf(checkout, at) {
  const file = path.normalize(at);
  return fs.statSync(path.join(checkout, file)).isDirectory()
    ? path.join(file, 'default.nix')
    : file;
}

/** A module's text without comments, and the files that it imports. */
function readModule(checkout, file, without = withoutSpecialisations) {
  const source = fs.readFileSync(path.join(checkout, file), 'utf8');
  const text = without(source.replace(/(^|\s)#.*$/gm, '$1'));
  const lists = [...text.matchAll(/\bimports\s*=\s*\[([^\]]*)\]/g)].map(([, list]) => list);
  const imports = lists
    .flatMap((list) => list.split(/\s+/))
    .filter((word) => /^\.{1,2}(\/[\w./-]*)?$/.test(word))
    .map((word) => fileOf(checkout, path.join(path.dirname(file), word)));
  return { file, text, imports };
}

/** Without the sets that are systems of their own beside this one, chosen at the start. */
function withoutSpecialisations(text) {
  const begin = text.search(/\bspecialisation\b[^;{]*\{/);
  if (begin < 0) return text;
  let at = text.indexOf('{', begin);
  for (let depth = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) break;
  }
  return text.slice(0, begin) + withoutSpecialisations(text.slice(at + 1));
}

/** Whether a module does nothing but say that another is to be taken. */
function isOutOfDate({ text, imports }) {
  return imports.length === 0 && /assertion = false;|DEPRECATED:/.test(text);
}

/** A file and all that it imports, directly or not. */
function reachedFrom(read, file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const next of read(file).imports) reachedFrom(read, next, found);
  return found;
}

/** The profiles among what a file imports that are not brought by another of them. */
function nearestOf(file, byFile, reach) {
  const reached = [...reach(file)].filter((each) => each !== file && byFile.has(each));
  const near = reached.filter(
    (each) => !reached.some((other) => other !== each && reach(other).has(each)),
  );
  // one module may have two names, of which the shorter is the newer
  const shortest = (profiles) =>
    profiles.map(({ name }) => name).sort((one, other) => one.length - other.length)[0];
  return near.map((each) => shortest(byFile.get(each))).sort();
}

/** `whole` has what the profile's specialisations bring too: they have to evaluate as well. */
function traitsOf(name, file, { modules, whole }) {
  const processor = Object.entries(processors).find(([, starts]) =>
    starts.some((start) => file.startsWith(`${start}/`) || file.startsWith(`${start}.`)),
  )?.[0];
  const has = (pattern) => modules.some(({ text }) => pattern.test(text));
  const imports = (pattern) => modules.some((module) => pattern.test(module.file));
  const isNvidia =
    imports(/^common\/gpu\/nvidia\/(?!disable)/) ||
    has(/videoDrivers\s*=[^;]*"nvidia"/) ||
    has(/hardware\.nvidia\b(?!\.primeBatterySaver)|\bnvidia\s*=\s*\{/);
  const isPrime = imports(/^common\/gpu\/nvidia\/prime(-sync)?\.nix$/);
  const traits = {
    [processor ?? '']: processor !== undefined,
    any: processor === undefined && anyProcessor.test(name),
    nvidia: isNvidia,
    closed: has(/hardware\.nvidia\.open = false;/),
    'no-bus-ids': isPrime && !has(/\bnvidiaBusId\b/),
    'no-offload':
      imports(/^common\/gpu\/nvidia\/prime-sync\.nix$/) ||
      whole.some(({ text }) =>
        /\b(sync\.enable|primeBatterySaverSpecialisation) = (lib\.)?(mkDefault )?true|\boffload\.enable = false/.test(
          text,
        ),
      ),
    'no-nvidia': imports(/^common\/gpu\/nvidia\/disable/),
    'no-intel': imports(/^common\/gpu\/intel\/disable/),
    unfree: has(/enableAllFirmware = [^;]*true|libfprint-2-tod1/),
    broken: name in broken,
    kernel: has(/linuxPackagesFor|linuxPackage \{|kernelPackages = [^;]*callPackage/),
    vaapi: has(/vaapiDriver = "/),
    extlinux: has(/generic-extlinux-compatible/),
    tuned: has(/services\.tuned\.enable = true/),
  };
  return Object.keys(traits).filter((trait) => traits[trait]);
}

function remembered(work) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key);
  };
}
