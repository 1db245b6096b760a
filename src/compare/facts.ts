/** What Nix tells of a system, as it comes out of the expression of ours. */
import { type Part, parts } from './facts-expression.js';

export type Value = string | number | boolean | null | readonly string[];

/** Values under the names of options. */
export interface Tree {
  readonly [name: string]: Value | Tree;
}

/** The parts that could be evaluated. */
export type Facts = Partial<Readonly<Record<Part, Tree>>>;

export function isTree(value: Value | Tree | undefined): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The facts in Nix's output; none where it is not what was asked for. */
export function readFacts(json: string): Facts {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  const known = new Map(Object.entries(value as Readonly<Record<string, Tree | null>>));
  return Object.fromEntries(
    parts.flatMap((part) => {
      const tree = known.get(part);
      return isTree(tree) ? [[part, tree]] : [];
    }),
  );
}

/** The release that a system is of, `26.05`. */
export function releaseOf({ release }: Facts): string | undefined {
  const system = release?.['system'];
  const nixos = isTree(system) ? system['nixos'] : undefined;
  const value = isTree(nixos) ? nixos['release'] : undefined;
  return typeof value === 'string' ? value : undefined;
}
