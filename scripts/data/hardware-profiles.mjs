// Makes src/data/hardware-profiles.ts from the flake of nixos-hardware and the modules behind it.
//
// The source is a checkout of NixOS/nixos-hardware. Which profiles there are, and which of them bring
// what, is read from flake.nix and from the modules' imports; which computers a profile is for is in
// hardware-models.mjs, since nixos-hardware does not say it:
//
//     node scripts/data/hardware-profiles.mjs nixos-hardware > src/data/hardware-profiles.ts
import { argv, stdout } from 'node:process';
import { models } from './hardware-models.mjs';
import { readProfiles } from './nixos-hardware.mjs';

const profiles = readProfiles(argv[2]);
const names = new Set(profiles.map(({ name }) => name));
const unknown = models
  .flatMap(({ profiles: of }) => Object.keys(of))
  .filter((name) => !names.has(name));
if (unknown.length > 0) throw new Error(`nixos-hardware has no ${unknown.join(', ')}`);

const lines = profiles.map(({ name, traits, brings }) =>
  [name, ...traits, ...brings.map((each) => `+${each}`)].join(' '),
);

const sections = models.map(({ field, vendor, profiles: of }) =>
  [
    `[${field}${vendor ? ` ${vendor}` : ''}]`,
    ...Object.entries(of).map(([name, pattern]) => `${name} ${pattern}`),
  ].join('\n'),
);

stdout.write(`// Made by scripts/data/hardware-profiles.mjs from nixos-hardware.

/**
 * The modules that the flake of nixos-hardware offers, sorted, with what each brings, one a line: its
 * name, its traits, and behind a \`+\` the other profiles that it imports and that none of these
 * imports already. Left out are names that the flake itself calls deprecated or throws at, and
 * modules that do nothing but say that they are (\`framework\`, \`common-pc-hdd\`).
 *
 * The traits: \`aarch64\`, \`riscv64\` and \`armv7l\`, or \`any\`, instead of x86_64; \`nvidia\`, which
 * switches NVIDIA's driver on, and \`closed\`, which sets it to the modules that are not open;
 * \`no-bus-ids\`, which has two cards and does not say where they are; \`no-offload\`, which lets the
 * NVIDIA card draw all, now or in a system chosen at the start; \`no-nvidia\` and \`no-intel\`, which
 * switch a card off; \`kernel\`, which builds a kernel of its own; \`vaapi\`, which chooses between
 * Intel's two drivers for video; \`unfree\`, which wants packages that are not free, and is not one
 * of NVIDIA's; \`extlinux\`, which sets up a boot loader for a board without UEFI; \`tuned\`, which
 * sees to the power with TuneD; \`broken\`, which does not evaluate.
 *
 * Source: NixOS/nixos-hardware, ${profiles.length} of its nixosModules.
 */
export const profileLines = \`
${lines.join('\n')}
\`;

/**
 * Which computers a profile is for. A section names what is looked at, as the kernel shows it, and
 * the maker; a line in it a profile, and a pattern for the whole of that text. After \`cpu\` there
 * is one for the processor, where two generations have one name; after \`else\` the pattern is for
 * a family, which counts where none of its models does.
 *
 * Source: scripts/data/hardware-models.mjs.
 */
export const modelLines = String.raw\`
${sections.join('\n')}
\`;
`);
