// Makes src/data/system-users.ts from NixOS's modules.
//
// The source is the folder `nixos/modules` of nixpkgs, of which it reads misc/ids.nix and every
// module that declares an account:
//
//     node scripts/data/system-users.mjs nixpkgs/nixos/modules 2024-08 > src/data/system-users.ts
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';

const [, , modules, date] = argv;
const files = readdirSync(modules, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.nix'))
  .sort()
  .map((file) => readFileSync(join(modules, file), 'utf8').replace(/^\s*#.*$/gm, ''));

const ids = readFileSync(join(modules, 'misc/ids.nix'), 'utf8');
const uids = /ids\.uids = \{\n(.*?)\n {4}\};/s.exec(ids)?.[1] ?? '';
const numbered = [...uids.matchAll(/^ +([\w-]+) = \d+;/gm)].map((match) => match[1]);

const name = '"?([a-z_][a-z0-9_-]*)"?';
const declared = files.flatMap((source) => [
  // users.users.NAME = …, users.users.NAME.uid = …, users.users = { NAME = …
  ...[...source.matchAll(new RegExp(`^ +users\\.users\\.${name}(?:\\.\\w+)* =`, 'gm'))],
  ...[...source.matchAll(new RegExp(`users\\.users = [^{}\n]*\\{\\s+${name} = `, 'g'))],
  // … = optionalAttrs (cfg.user == "NAME")
  ...[...source.matchAll(/\bcfg\.user == "([a-z_][a-z0-9_-]*)"/g)],
  // NAME = { …; isSystemUser = true;
  ...[...source.matchAll(new RegExp(`\\b${name} = \\{[^{}]{0,200}isSystemUser = true`, 'g'))],
]);

/** Newer than the modules: ids.nix at 001d025fd4d7, and what today's modules declare. */
const newer = [
  ...['ipfs', 'shoko'],
  ...['cosmic-greeter', 'plasmalogin', 'gnome-remote-desktop', 'wpa_supplicant'],
];

/** Declared where the patterns do not see it, or made without being declared. */
const besides = ['nscd', 'pcscd', 'polkitd', 'dbus', 'usbmux', 'geoclue', 'plugdev', 'nm-iodine'];

/** Not an account, an ordinary one in an example, or what a person may well be called. */
const notOnes = [
  ...['config', 'description', 'environment', 'name', 'type', 'users'],
  ...['alice', 'demo', 'nixos', 'dante', 'davis', 'monica', 'morty'],
];

const names = [
  ...new Set([...numbered, ...declared.map((match) => match[1]), ...newer, ...besides]),
]
  .filter((candidate) => numbered.includes(candidate) || !notOnes.includes(candidate))
  .filter((candidate) => !/^(?:systemd-|gdm-greeter|nixbld\d)/.test(candidate))
  .sort();

const wrapped = names.join(' ').match(/.{1,98}(?= |$)/g);

stdout.write(`// Made by scripts/data/system-users.mjs from NixOS's modules of ${date}.

import { Words } from './words.js';

const names = new Words(\`
${wrapped.map((line) => line.trim()).join('\n')}
\`);

/** Nix's build users, all of systemd's, and the greeters of GDM, of which there are several. */
const families = /^(?:nixbld\\d+|systemd-.+|gdm-greeter(?:-\\d+)?)$/;

/**
 * Whether a NixOS has an account of this name itself, or will have it as soon as some service is
 * switched on. An ordinary user of that name fails to evaluate ("Exactly one of isSystemUser and
 * isNormalUser must be set", or a uid below 1000), or shares the service's account.
 *
 * Names that only a group has (\`wheel\`, \`audio\`, \`users\`) are not refused: users and groups are
 * separate lists, no assertion compares them, and an ordinary user's group is \`users\`. Nor is
 * \`nixos\`, who is an ordinary user, and there on the installer's live system only.
 *
 * Source: \`ids.uids\` of nixos/modules/misc/ids.nix and the accounts that modules declare, of
 * ${date}, with the newer names of 26.05 that were found; ${names.length} names and three families.
 */
export const isSystemUser = (name: string): boolean => families.test(name) || names.has(name);
`);
