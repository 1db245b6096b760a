/**
 * The table: every question, in the order in which they are answered. Flags, prompts, help, the
 * answers file, its schema and the tests are made from it.
 *
 * A row may look at the answers of those above it. The preset stands first, since all defaults
 * may come from it; then the hardware file, which tells whether the configuration is for this
 * machine or for another.
 */
import { devices } from './devices.js';
import { extras } from './extras.js';
import { looks } from './looks.js';
import { people } from './people.js';
import { programs } from './programs.js';
import type { Question } from './question.js';
import { region } from './region.js';
import { machine } from './system.js';

const table = [
  extras.preset,
  machine.hardware,
  people.hostname,
  people.username,
  machine.channel,
  programs.shell,
  programs.theme,
  people.fullName,
  people.email,
  region.timeZone,
  region.locale,
  region.formats,
  region.keyboard,
  machine.unfree,
  machine.system,
  machine.bootLoader,
  machine.grubDevice,
  looks.desktop,
  looks.autoLogin,
  programs.terminal,
  programs.editor,
  programs.languages,
  programs.browser,
  looks.colors,
  looks.theming,
  looks.font,
  devices.graphics,
  devices.nvidiaBusIds,
  devices.kernel,
  extras.sshKey,
  extras.extra,
  devices.disk,
  devices.diskDevice,
  devices.hardwareProfile,
  extras.secrets,
  extras.repoWith,
  extras.license,
  machine.stateVersion,
  machine.repoPath,
] as const satisfies readonly Question[];

export type QuestionName = (typeof table)[number]['name'];

/** The rows under their general type, for code that treats all alike. */
export const questions: readonly Question<QuestionName>[] = table;
