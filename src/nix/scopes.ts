/** Where the names that are seen from a place come from. */
import { children, expressionsIn, lastExpression, nameOf, namesIn, textOf } from './nodes.js';
import type { SyntaxNode } from './syntax/parse.js';

/** `bindings`: a `let` or `rec`; `arguments`: of a function, not known; `with`: all names of a set. */
export type Scope =
  | {
      readonly kind: 'bindings' | 'arguments';
      readonly node: SyntaxNode;
      readonly names: ReadonlySet<string>;
    }
  | { readonly kind: 'with'; readonly node: SyntaxNode };

/** The scopes around a node, from the inside out; those that the node itself makes are left out. */
export function scopesAround(node: SyntaxNode, text: string): readonly Scope[] {
  const scopes: Scope[] = [];
  let child = node;
  for (let outer = node.parent; outer !== null; child = outer, outer = outer.parent) {
    const scope = scopeOf(outer, child, text);
    if (scope !== undefined) scopes.push(scope);
  }
  return scopes;
}

/** What one node adds for one of its children. */
function scopeOf(node: SyntaxNode, child: SyntaxNode, text: string): Scope | undefined {
  switch (node.name) {
    case 'Let':
    case 'LetSet':
    case 'RecAttrSet':
      return { kind: 'bindings', node, names: boundBy(node, text) };
    case 'Lambda':
      return { kind: 'arguments', node, names: argumentsOf(node, text) };
    case 'With': {
      const [set] = expressionsIn(node);
      const isBody = child.from === lastExpression(node)?.from && child.from !== set?.from;
      return set && isBody ? { kind: 'with', node: set } : undefined;
    }
    default:
      return undefined;
  }
}

function boundBy(node: SyntaxNode, text: string): ReadonlySet<string> {
  const names = children(node, 'Binding', 'Inherit').flatMap((statement) => {
    const path = statement.getChild('AttrPath');
    if (path !== null) return namesIn(path, text).names.slice(0, 1);
    return children(statement, 'Identifier', 'String', 'Interpolation').flatMap(
      (each) => nameOf(each, text) ?? [],
    );
  });
  return new Set(names);
}

function argumentsOf(node: SyntaxNode, text: string): ReadonlySet<string> {
  const formals = node.getChild('Formals');
  const names = [
    ...children(node, 'Identifier'),
    ...(formals ? children(formals, 'Formal').map(({ firstChild }) => firstChild ?? formals) : []),
  ];
  return new Set(names.map((each) => textOf(each, text)));
}
