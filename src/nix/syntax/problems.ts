/** What is wrong with a text as Nix: nothing exactly when `nix-instantiate --parse` accepts it. */

import type { Problem } from './problem.js';
import { scopeProblems } from './scope.js';
import { tokenProblem } from './token-problems.js';
import { parse, type Tree } from './tree.js';

/**
 * What Nix would refuse in a text, in the order of its places: syntax first, and only where that is
 * right, names that are defined twice or not at all. `tree` is the text's, if it was parsed before.
 */
export function problems(text: string, tree: Tree = parse(text)): readonly Problem[] {
  const found: Problem[] = [];
  tree.each((node) => {
    const message = tokenProblem(text, node);
    if (message !== undefined) found.push({ from: node.from, to: node.to, message });
  });
  const all = found.length > 0 ? found : scopeProblems(text, tree.topNode);
  return [...all].sort((one, other) => one.from - other.from);
}
