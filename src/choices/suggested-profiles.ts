/**
 * Which profiles of nixos-hardware a machine calls for, and by what one can tell. Never taken by
 * itself: a person confirms it.
 */
import { hardwareFacts } from '../machine/hardware-facts.js';
import type { Root } from '../machine/read.js';
import { genericProfiles, type Suggestion } from './generic-profiles.js';
import { allProfiles, bringer, type Profile, withoutBrought } from './profile-list.js';
import { modelsOf } from './profile-models.js';

export interface Suggestions {
  /** What is taken where a person only presses Enter. */
  readonly taken: readonly Suggestion[];
  /** What fits as well, and is left for the person to choose, with why. */
  readonly offered: readonly Suggestion[];
}

/** Why a profile can't be had with the answers, as the end of a sentence. */
export type Refused = (profile: Profile) => string | undefined;

/** Of a virtual machine, the hardware is its host's affair. */
export function suggestions(machine: Root, refused: Refused): Suggestions {
  const facts = hardwareFacts(machine);
  if (facts.virtualization && facts.virtualization.value !== 'none') return nothing;
  const models = modelsOf(facts);
  const { taken, offered } = sorted(models, refused);
  const names = taken.map(({ name }) => name);
  const generic = genericProfiles(facts).filter(
    ({ name }) => isOpen(name, refused) && bringer(name, names) === undefined,
  );
  return { taken: [...taken, ...generic], offered };
}

const nothing: Suggestions = { taken: [], offered: [] };

function isOpen(name: string, refused: Refused): boolean {
  const profile = allProfiles().get(name);
  return profile !== undefined && refused(profile) === undefined;
}

/** What a person has to decide knowingly, as a word on a profile. */
const decisions: Readonly<Record<string, string>> = {
  nvidia: "switches NVIDIA's driver on",
  'no-nvidia': 'switches the NVIDIA card off',
  kernel: 'builds a kernel of its own, which takes hours',
};

/** Taken is the one model that asks for no decision; of several each is only offered. */
function sorted(found: readonly Suggestion[], refused: Refused): Suggestions {
  const plain = found.filter(({ name }) => decisionOn(name) === undefined && isOpen(name, refused));
  const least = withoutBrought(plain.map(({ name }) => name));
  const taken = plain.filter(({ name }) => least.length === 1 && least.includes(name));
  const names = taken.map(({ name }) => name);
  const offered = found
    .filter(({ name }) => !names.includes(name) && bringer(name, names) === undefined)
    .map(({ name, evidence }) => ({
      name,
      evidence: [evidence, wordOn(name, refused)].filter(Boolean).join('; '),
    }));
  return { taken, offered };
}

function decisionOn(name: string): string | undefined {
  const traits = allProfiles().get(name)?.traits ?? [];
  const trait = traits.find((each) => decisions[each] !== undefined);
  return trait && decisions[trait];
}

function wordOn(name: string, refused: Refused): string | undefined {
  const profile = allProfiles().get(name);
  return (profile && refused(profile)) ?? decisionOn(name);
}
