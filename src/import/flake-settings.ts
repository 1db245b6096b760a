/** Options that mean something else, or nothing, once the configuration is a flake of today. */
import type { Definition } from '../nix/definitions.js';
import { booleanValue, listItems, stringValue } from '../nix/values.js';
import type { Finding } from './flakes.js';
import { nameToday } from './names.js';
import type { OldFile } from './old.js';
import { removed } from './removed.js';

/** What a flake is called by where it stands: `/home/maria/nixos-config#laptop`. */
export interface FlakeName {
  readonly repoPath: string;
  readonly hostname: string;
}

export function settingsInWay(
  { text, definitions }: OldFile,
  flake: FlakeName,
  isSet: (option: string) => boolean,
): readonly (Finding & { readonly definition: Definition })[] {
  return definitions.flatMap((definition) => {
    const option = nameToday(definition.path);
    const finding =
      findings[option]?.(definition, { text, flake, isSet }) ?? gone(option, definition);
    return finding === undefined ? [] : [{ ...finding, definition }];
  });
}

interface Place {
  readonly text: string;
  readonly flake: FlakeName;
  readonly isSet: (option: string) => boolean;
}

type Find = (definition: Definition, place: Place) => Finding | undefined;

const nothing = { edits: [], takesOut: [], inputs: [], asks: [] };

function goes({ statement }: Definition, note: string): Finding {
  return { ...nothing, ...statement, isSettled: true, note, takesOut: [statement] };
}

/** An option that NixOS has no more goes where nothing is lost by it, and is named where it is. */
function gone(option: string, definition: Definition): Finding | undefined {
  const what = removed(option);
  if (what === undefined) return undefined;
  if (!what.isLoss) return goes(definition, 'gone: NixOS has no such option any more');
  const note = `line ${definition.line}: NixOS has no such option any more: ${what.todo}, and take this line out`;
  return { ...nothing, ...definition.statement, isSettled: false, note };
}

const findings: Readonly<Record<string, Find>> = {
  // asserted against in nixpkgs' nixos/modules/misc/nixpkgs-flake.nix and activation/top-level.nix
  'system.copySystemConfiguration': (definition) =>
    goes(definition, 'gone: a flake can’t be copied so, and git keeps what it was'),

  'nix.nixPath': (definition) => {
    const items = listItems(definition.value)?.map((item) => stringValue(item));
    if (items?.some((item) => item !== undefined && ofChannels.test(item)) !== true)
      return undefined;
    if (items.every((item) => item !== undefined && ofChannels.test(item))) {
      return goes(
        definition,
        'gone: channels are not used any more, and <nixpkgs> is the flake’s own',
      );
    }
    const note = `line ${definition.line}: takes from channels, which are not kept up to date any more: leave those entries out`;
    return { ...nothing, ...definition.statement, isSettled: false, note };
  },

  // without a flake it would build /etc/nixos again, every night
  'system.autoUpgrade.enable': (definition, { text, flake, isSet }) => {
    if (booleanValue(definition.value) !== true || isSet('system.autoUpgrade.flake'))
      return undefined;
    const { from, to } = definition.statement;
    const name = /^(.*?)enable(?=\s*=)/.exec(text.slice(from, to))?.[1];
    if (name === undefined) return undefined;
    const indent =
      /[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', from - 1) + 1, from))?.[0] ?? '';
    const added = `\n${indent}${name}flake = "path:${flake.repoPath}#${flake.hostname}";`;
    const edits = [{ from: to, to, text: added }];
    const note =
      'builds from this repo now, no more from /etc/nixos; flake.lock is not moved by it';
    return { ...nothing, ...definition.statement, isSettled: true, note, edits };
  },

  'system.autoUpgrade.channel': (definition, { isSet }) =>
    isSet('system.autoUpgrade.enable')
      ? goes(definition, 'gone: the branch is in flake.nix')
      : undefined,
};

/** What NixOS sets by itself without flakes, and what leads to a channel. */
const ofChannels =
  /^(nixpkgs=)?\/nix\/var\/nix\/profiles\/per-user\/|^nixos-config=|^\$HOME\/\.nix-defexpr|^\/root\/\.nix-defexpr/;
