/**
 * The definitions of old and new side by side: by the option's name of today, those of Home Manager
 * for the repo's user behind `home:`.
 */
import { type Definition, definitions } from '../nix/definitions.js';
import { homeNameToday } from './conflicts.js';
import { nameToday } from './names.js';

export interface Setting {
  readonly option: string;
  readonly definition: Definition;
}

/** Where options of the user's home begin, in a module of the system. */
function homeOf(path: readonly string[], user: string): readonly string[] | undefined {
  const isHome = path[0] === 'home-manager' && path[1] === 'users' && path[2] === user;
  return isHome ? path.slice(3) : undefined;
}

/** The settings of a definition: itself, or of a home that is a module all that is in it. */
export function settingsOf(definition: Definition, user: string): readonly Setting[] {
  const home = homeOf(definition.path, user);
  if (home === undefined) return [{ option: nameToday(definition.path), definition }];
  if (home.length > 0) return [{ option: `home:${homeNameToday(home)}`, definition }];
  return homeSettings(definition.value);
}

/** The settings of a module of Home Manager. */
export function homeSettings(text: string): readonly Setting[] {
  return definitions(text).map((definition) => {
    return { option: `home:${homeNameToday(definition.path)}`, definition };
  });
}
