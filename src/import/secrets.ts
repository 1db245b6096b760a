/** Passwords that lie open in what is carried over. */
import type { Definition } from '../nix/definitions.js';
import { stringValue } from '../nix/values.js';
import type { OldModule } from './module.js';

/** Options that hold a password, or what it can be guessed from. */
const secretNames =
  /^(password|initialPassword|hashedPassword|initialHashedPassword|psk|passphrase|privateKey|token|secret)$/i;

/** Says of a definition that holds one that it is in the repo now. */
export function warnOfSecret(module: OldModule, definition: Definition): void {
  const { path, value, statement } = definition;
  if (!secretNames.test(path.at(-1) ?? '') || !stringValue(value) || module.isTakenOut(statement))
    return;
  module.judge(definition, 'carried', 'in the repo now, so whoever reads it reads this');
}
