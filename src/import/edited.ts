/** The text that a module has in the repo. */
import { applyEdits } from '../nix/edit.js';
import { children, lastExpression } from '../nix/nodes.js';
import { parsed } from '../nix/parsed.js';
import { disjoint } from './disjoint.js';
import { withArguments } from './formals.js';
import { isInstallerComment } from './installer-comments.js';
import type { OldModule } from './module.js';
import { takeOut } from './take-out.js';
import { nodesOf } from './tree.js';

/** A module's text with all its edits, but for those in what is taken out. */
export function edited(module: OldModule): string {
  const { text, tree, problem } = module;
  if (problem !== undefined) return text;
  const inside = module.edits.filter((edit) => !module.isTakenOut(edit));
  const formals = withArguments(text, tree, [...module.asks])?.edits ?? [];
  const taken = takeOut({ text, tree, mayGo: isInstallerComment }, module.takenOut);
  return applyEdits(text, disjoint(text, [...taken, ...inside, ...formals]));
}

/** Whether a definition stays that nothing was taken out of; then there is no need to look. */
export function hasUntouched({ file, takenOut }: OldModule): boolean {
  return file.definitions.some(({ statement }) =>
    takenOut.every(({ from, to }) => to <= statement.from || from >= statement.to),
  );
}

/** Whether a module says nothing any more, and no person has written a word in it. */
export function isNothing(text: string): boolean {
  const tree = parsed(text);
  const comments = nodesOf(tree, 'Comment').map(({ from, to }) => text.slice(from, to));
  if (!comments.every(isInstallerComment)) return false;
  let body = lastExpression(tree.topNode);
  while (body?.name === 'Lambda') body = lastExpression(body);
  return body?.name === 'AttrSet' && children(body, 'Binding', 'Inherit').length === 0;
}
