/**
 * Profiles of nixos-hardware (github.com/NixOS/nixos-hardware): what its modules set for a kind of
 * computer or for a model, and what a repo with them has.
 */

import { members } from '../questions/choose.js';
import { nearest } from '../questions/nearest.js';
import {
  accepted,
  type Brings,
  type Check,
  type Choice,
  type Context,
  type Default,
  isForHere,
  refused,
  type SoFar,
  type View,
} from '../questions/question.js';
import { allProfiles, bringer, broughtBy, hasTrait, withoutBrought } from './profile-list.js';
import { profileRefused } from './profile-refusals.js';
import { type Suggestions, suggestions } from './suggested-profiles.js';

/**
 * Reads names with commas between them, in letters large or small. What another of them brings
 * already is left out, with a note.
 */
export function checkProfiles(typed: string, soFar: SoFar): Check {
  const all = allProfiles();
  const wanted = members(typed);
  const byName = new Map([...all.keys()].map((name) => [name.toLowerCase(), name]));
  const unknown = wanted.find((name) => !byName.has(name.toLowerCase()));
  if (unknown !== undefined) return unknownProfile(unknown, wanted, [...all.keys()]);
  const taken = wanted.map((name) => byName.get(name.toLowerCase()) ?? name);
  for (const name of taken) {
    const profile = all.get(name);
    const why = profile && profileRefused(profile, soFar);
    if (why !== undefined) return refusedMember(name, taken, why);
  }
  const inOrder = [...all.keys()].filter((name) => taken.includes(name));
  const kept = withoutBrought(inOrder);
  return accepted(kept.join(','), noteOnBrought(inOrder, kept));
}

function unknownProfile(
  unknown: string,
  wanted: readonly string[],
  names: readonly string[],
): Check {
  const near = nearest(
    unknown,
    names.filter((name) => !wanted.includes(name)),
  );
  const suggestion = near && wanted.map((name) => (name === unknown ? near : name)).join(',');
  return refused(`has ${JSON.stringify(unknown)}, which nixos-hardware does not offer`, suggestion);
}

function refusedMember(name: string, taken: readonly string[], why: string): Check {
  const others = taken.filter((each) => each !== name);
  return refused(`has ${name}, which ${why}`, others.length > 0 ? others.join(',') : undefined);
}

function noteOnBrought(names: readonly string[], kept: readonly string[]): string | undefined {
  const left = names.filter((name) => !kept.includes(name));
  if (left.length === 0) return undefined;
  return left.map((name) => `without ${name}, which ${bringer(name, names)} brings`).join('; ');
}

/** What can be chosen: first what this machine calls for, each with its evidence, then the rest. */
export function profileChoices(soFar: SoFar, context: Context | undefined): readonly Choice[] {
  const open = [...allProfiles().values()].filter(
    (profile) => profileRefused(profile, soFar) === undefined,
  );
  const { taken, offered } = suggestionsFor(soFar, context);
  const evidence = new Map([...taken, ...offered].map((each) => [each.name, each.evidence]));
  const choices = open.map((profile): Choice => {
    const hint = evidence.get(profile.name);
    const why = (answers: SoFar) => profileRefused(profile, answers);
    return { value: profile.name, refused: why, ...(hint === undefined ? {} : { hint }) };
  });
  const first = [...evidence.keys()];
  return [
    ...first.flatMap((name) => choices.find(({ value }) => value === name) ?? []),
    ...choices.filter(({ value }) => !evidence.has(value)),
  ];
}

/** What this machine calls for; nothing for another one. */
function suggestionsFor(soFar: SoFar, context: Context | undefined): Suggestions {
  if (context === undefined || !isForHere(soFar)) return { taken: [], offered: [] };
  return suggestions(context.facts.machine, (profile) => profileRefused(profile, soFar));
}

/** What a person is asked to confirm, with its evidence; nothing where the machine says nothing. */
export function suggestedProfiles(soFar: SoFar, context: Context): Default | undefined {
  const { taken, offered } = suggestionsFor(soFar, context);
  if (taken.length === 0 && offered.length === 0) return undefined;
  const value = taken.map(({ name }) => name).join(',');
  const note = offered.map(({ name, evidence }) => `${name} is for this machine: ${evidence}`);
  return { value, source: 'this machine', note: note.join('; ') || undefined };
}

/** Where nobody confirms it, what could be chosen, as a note on having chosen nothing. */
export function unconfirmed(soFar: SoFar, context: Context): string | undefined {
  const { taken, offered } = suggestionsFor(soFar, context);
  const open = offered.filter(({ name }) => checkProfiles(name, soFar).ok).slice(0, 1);
  const could = taken.length > 0 ? taken : open;
  const names = could.map(({ name }) => name).join(',');
  return could[0] && `for this machine (${could[0].evidence}) there is --hardware-profile ${names}`;
}

export function profilesBring(value: string): Brings {
  if (members(value).length === 0) return {};
  return {
    inputs: [{ name: 'nixos-hardware', url: 'github:NixOS/nixos-hardware', follows: ['nixpkgs'] }],
  };
}

/**
 * The names of the profiles; whether they say where the two graphics cards sit, so that the host's
 * own word has to count more; and whether the host has to say which of Intel's drivers plays
 * videos. Left alone, common-gpu-intel installs both, and where unfree packages are allowed a third
 * part whose source Intel's server no longer gives out reliably (nixpkgs issue 473244). With
 * `--graphics intel`, the newer one is chosen already.
 */
export function profilesView(value: string, soFar: SoFar): View {
  const names = members(value);
  const brought = names.some((name) => [name, ...broughtBy(name)].includes('common-gpu-intel'));
  const isOpen = brought && !hasTrait(names, 'vaapi');
  return {
    hardwareProfiles: names,
    forcesBusIds: names.some(
      (name) => hasTrait([name], 'nvidia') && !hasTrait([name], 'no-bus-ids'),
    ),
    choosesVideoDriver: isOpen && soFar['graphics'] === 'intel',
  };
}
