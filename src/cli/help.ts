/** `--help`, made from the table and the list of options. */

import { flagName } from '../questions/question.js';
import { questions } from '../questions/table.js';
import type { Style } from '../terminal/style.js';
import { wrap } from '../terminal/wrap.js';
import { version } from '../version.js';
import { type Option, options } from './options.js';

interface Line {
  readonly flag: string;
  readonly help: string;
}

/** The whole text, drawn for `columns`. */
export function helpText(style: Style, columns: number): string {
  const asked = questions.filter(({ alwaysAsked }) => alwaysAsked).map(lineOf);
  const rest = questions.filter(({ alwaysAsked }) => !alwaysAsked).map(lineOf);
  const others = options.map(optionLine);
  const width = Math.max(...[...asked, ...rest, ...others].map(({ flag }) => flag.length)) + 2;
  const section = (title: string, lines: readonly Line[]) =>
    [style.bold(title), ...lines.flatMap((line) => drawLine(line, width, columns)), ''].join('\n');
  return [
    `create-nixos-config ${version}: start with NixOS, from five questions to a flake of your own`,
    '',
    style.bold('Usage'),
    '  npm create nixos-config -- [directory] [flags]',
    '  npx create-nixos-config [directory] [flags]',
    '  create-nixos-config schema      every choice, as the JSON Schema of an answers file',
    '  create-nixos-config facts       what it can read of this machine, for a bug report',
    '',
    'The directory is nixos-config where none is given.',
    '',
    section('Asked in a terminal', asked),
    section('Taken from the machine, shown before anything is written', rest),
    section('What it does', others),
    style.bold('Exit codes'),
    '  0 done, 1 failed, 2 asked wrongly, 130 Ctrl-C, 143 terminated',
  ].join('\n');
}

function lineOf(question: (typeof questions)[number]): Line {
  return {
    flag: `--${flagName(question.name)} ${question.placeholder}`,
    help: `${question.help} (${question.defaultInWords})`,
  };
}

function optionLine(option: Option): Line {
  const name = option.onByDefault ? `--no-${option.name}` : `--${option.name}`;
  const value = option.placeholder
    ? ` ${option.placeholder}`
    : option.values
      ? `[=${option.values.join('|')}]`
      : '';
  const help = option.onByDefault ? `do not ${option.help}` : option.help;
  return { flag: `${option.short ? `-${option.short}, ` : ''}${name}${value}`, help };
}

/** The help behind the flag, wrapped; below it where the window is narrow. */
function drawLine({ flag, help }: Line, width: number, columns: number): readonly string[] {
  const narrow = columns < width + 32;
  const indent = ' '.repeat(narrow ? 6 : width + 2);
  const lines = wrap(help, Math.max(20, columns - indent.length));
  if (narrow) return [`  ${flag}`, ...lines.map((line) => indent + line)];
  return lines.map((line, at) => (at === 0 ? `  ${flag.padEnd(width)}${line}` : indent + line));
}
