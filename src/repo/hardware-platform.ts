/** The hardware file of a machine of which only the platform is to be said. */
import { templates } from '#templates/parts/hardware-configuration.nix';
import type { Answers } from '../questions/answers.js';
import { writers } from './helpers.js';

/** Its text: `nixpkgs.hostPlatform`, and who looks after the rest. */
export function platformFile(answers: Answers): string {
  const name = 'parts/hardware-configuration.nix/platform.nix';
  const template = templates[name];
  if (template === undefined) throw new Error(`no template ${name}`);
  return template(answers, writers);
}
