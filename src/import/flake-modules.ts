/** The modules of a host in a flake's `nixosConfigurations`, as far as flake.nix names them plainly. */
import { nameGivenTo } from '../nix/follow.js';
import { type Import, importsOf } from '../nix/imports.js';
import { moduleLeaves } from '../nix/module.js';
import { lastExpression, namesIn, textOf } from '../nix/nodes.js';
import { parsed } from '../nix/parsed.js';
import type { SyntaxNode } from '../nix/syntax/parse.js';
import { around, nodesOf } from './tree.js';

export interface FlakeModules {
  /** Files, by their path. */
  readonly files: readonly Import[];
  /** The text of modules that are written out in flake.nix. */
  readonly inline: readonly string[];
  /** The source text of all others, such as modules of inputs: they would have to be evaluated. */
  readonly others: readonly string[];
}

/** Nothing where the host has no list of modules of its own there, but a function that makes it. */
export function flakeModules(flake: string, host: string): FlakeModules | undefined {
  const binding = nodesOf(parsed(flake), 'Binding').find((node) => {
    const [modules, name, all] = namesAround(node, flake).reverse();
    return modules === 'modules' && name === host && all === 'nixosConfigurations';
  });
  const value = binding && lastExpression(binding);
  if (value === undefined) return undefined;
  const entries = importsOf(`{ imports = ${textOf(value, flake)}; }`);
  const isFile = ({ kind }: Import) => kind === 'path' || kind === 'absolute';
  const rest = entries.filter((each) => !isFile(each)).map(({ text }) => text);
  const isWrittenOut = (text: string) => moduleLeaves(text).length > 0;
  return {
    files: entries.filter(isFile),
    inline: rest.filter(isWrittenOut),
    others: rest.filter((text) => !isWrittenOut(text)),
  };
}

/** The names that lead to a binding, from the outside in, whatever is called in between. */
function namesAround(node: SyntaxNode, text: string): string[] {
  const paths = [...around(node)].flatMap((each) =>
    each.name === 'Binding' ? (each.getChild('AttrPath') ?? []) : [],
  );
  return paths.reverse().flatMap((path) => namesIn(path, text, nameGivenTo).names);
}
