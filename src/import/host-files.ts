/** What the carried-over files need of the rest of the repo: an import, and inputs of the flake. */
import { applyEdits } from '../nix/edit.js';
import { children, expressionsIn, namesIn } from '../nix/nodes.js';
import { parse, type SyntaxNode } from '../nix/syntax/parse.js';
import { attributeName, nixString } from '../nix/write.js';
import type { NewInput } from './known-sources.js';
import { nodesOf } from './tree.js';

/** The host's configuration, which imports the carried-over entry behind its hardware file. */
export function withImport(text: string, entry: string): string {
  const hardware = './hardware-configuration.nix';
  const at = text.indexOf(hardware) + hardware.length;
  if (at < hardware.length) return text;
  const added = `\n    ./${entry} # what the configuration before this one had besides`;
  return applyEdits(text, [{ from: at, to: at, text: added }]);
}

/** flake.nix with inputs that it has not got yet. */
export function withInputs(text: string, inputs: readonly NewInput[]): string {
  const set = inputsOf(text);
  if (set === undefined) return text;
  const there = children(set, 'Binding').map((binding) => {
    const path = binding.getChild('AttrPath');
    return path === null ? '' : namesIn(path, text).names[0];
  });
  const names = [...new Set(inputs.map(({ name }) => name))].filter(
    (name) => !there.includes(name),
  );
  if (names.length === 0) return text;
  const added = names.sort().map((name) => written(inputs.filter((each) => each.name === name)[0]));
  const at = text.lastIndexOf('\n', set.to - 1);
  return applyEdits(text, [{ from: at, to: at, text: added.join('') }]);
}

function inputsOf(text: string): SyntaxNode | undefined {
  const binding = nodesOf(parse(text), 'Binding').find((node) => {
    const path = node.getChild('AttrPath');
    return path !== null && namesIn(path, text).names.join('.') === 'inputs';
  });
  const value = binding && expressionsIn(binding).at(-1);
  return value?.name === 'AttrSet' ? value : undefined;
}

function written(input: NewInput | undefined): string {
  if (input === undefined) return '';
  const name = attributeName(input.name);
  const lines = [
    ...input.follows.map((other) => `inputs.${other}.follows = ${nixString(other)};`),
    ...(input.isFlake ? [] : ['flake = false; # its files, as they are']),
  ];
  const url = `url = ${nixString(input.url)};`;
  if (lines.length === 0) return `\n\n    ${name}.${url}`;
  return `\n\n    ${name} = {\n${[url, ...lines].map((line) => `      ${line}\n`).join('')}    };`;
}
