/** What the new repo sets for one host, by name, without evaluating it. */
import { definitions } from '../nix/definitions.js';

/** What one option is set to. */
export interface Setting {
  readonly path: readonly string[];
  /** The source text of the value. */
  readonly value: string;
}

/** All that the host's own files and the modules for every host set. */
export function settings(files: ReadonlyMap<string, string>, host: string): readonly Setting[] {
  return [...files].flatMap(([file, text]) => {
    const isIts = file.startsWith(`hosts/${host}/`) || file.startsWith('modules/nixos/');
    return isIts && file.endsWith('.nix') ? definitions(text) : [];
  });
}

/** The settings below a name, each with what of its path is left behind it. */
export function below(
  all: readonly Setting[],
  ...names: readonly string[]
): readonly (Setting & { readonly rest: readonly string[] })[] {
  return all
    .filter(({ path }) => names.every((name, at) => path[at] === name))
    .map((setting) => ({ ...setting, rest: setting.path.slice(names.length) }));
}

/** The names that are set below another: `users.users` → `leon`, `eva`. */
export function namesBelow(
  all: readonly Setting[],
  ...names: readonly string[]
): readonly string[] {
  return [...new Set(below(all, ...names).flatMap(({ rest }) => rest[0] ?? []))];
}
