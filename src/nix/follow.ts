/** Follows an expression to where its value, or an attribute of it, stands in the same text. */
import { children, expressionsIn, lastExpression, nameOf, namesIn, textOf } from './nodes.js';
import { conditional, ended, known, type Outcome, open } from './outcome.js';
import { type Scope, scopesAround } from './scopes.js';
import { shapeOf } from './shape.js';
import { plainText } from './strings.js';
import type { SyntaxNode } from './syntax/parse.js';

/** No more steps than this, since names can lead in a circle. */
const mostSteps = 500;

/** The value of an expression, or of the attribute of it that the names lead to. */
export function follow(node: SyntaxNode, names: readonly string[], text: string): Outcome {
  return new Follower(text).follow(node, names);
}

/**
 * A name as Nix reads it, where the same text says what it is: `${user}` and `"${user}"` below
 * `let user = "leon"; in`. Nothing where it has to be evaluated.
 */
export function nameGivenTo(name: SyntaxNode, text: string): string | undefined {
  const plain = nameOf(name, text);
  const expression = plain === undefined ? onlyExpressionIn(name) : undefined;
  if (expression === undefined) return plain;
  const value = follow(expression, [], text);
  if (typeof value === 'string' || value.isOpen || value.isConditional) return undefined;
  return value.node.name.endsWith('String') ? plainText(value.node, text) : undefined;
}

/** What stands in `${…}`, also where quotes stand around nothing else. */
function onlyExpressionIn(name: SyntaxNode): SyntaxNode | undefined {
  const isQuoted = name.name === 'String';
  const [inner] = isQuoted ? children(name, 'Interpolation') : [name];
  if (inner === undefined) return undefined;
  if (isQuoted && (inner.from !== name.from + 1 || inner.to !== name.to - 1)) return undefined;
  return expressionsIn(inner)[0];
}

const constants: ReadonlySet<string> = new Set(['true', 'false', 'null']);

class Follower {
  private steps = 0;

  constructor(private readonly text: string) {}

  follow(node: SyntaxNode, names: readonly string[]): Outcome {
    this.steps += 1;
    if (this.steps > mostSteps) return open(node, names);
    const shape = shapeOf(node, this.text);
    switch (shape.kind) {
      case 'set':
        return names.length === 0 ? known(node) : this.member(node, names);
      case 'function':
        return names.length === 0 ? known(node) : 'absent';
      case 'through':
        return conditional(this.follow(shape.inner, names), shape.isConditional);
      case 'update':
      case 'recursive':
        return names.length === 0 ? known(node) : this.firstOf(shape.parts.toReversed(), names);
      case 'branches':
      case 'merge':
        if (names.length === 0) return open(node, names);
        return conditional(this.firstOf(shape.parts, names), true);
      case 'other':
        return this.other(node, names);
    }
  }

  private other(node: SyntaxNode, names: readonly string[]): Outcome {
    switch (node.name) {
      case 'Variable': {
        const name = textOf(node, this.text);
        if (constants.has(name)) return names.length === 0 ? known(node) : 'absent';
        return this.named(node, name, names, node);
      }
      case 'Identifier':
      case 'String':
      case 'Interpolation':
        if (node.parent?.name === 'Inherit') return this.inherited(node, names);
        break;
      case 'Select':
        return this.selected(node, names);
      case 'Apply':
      case 'Binary':
      case 'Unary':
      case 'HasAttr':
      case 'LetSet':
        return open(node, names);
    }
    return names.length === 0 ? known(node) : 'absent';
  }

  /** The first that has it; not known where one before that may have it. */
  private firstOf(parts: readonly SyntaxNode[], names: readonly string[]): Outcome {
    let isSure = true;
    for (const part of parts) {
      const outcome = this.follow(part, names);
      if (typeof outcome === 'object') return conditional(outcome, !isSure);
      if (outcome === 'unknown') isSure = false;
    }
    return isSure ? 'absent' : 'unknown';
  }

  private selected(node: SyntaxNode, names: readonly string[]): Outcome {
    const path = node.getChild('AttrPath');
    const [set, fallback] = expressionsIn(node);
    const found = path && namesIn(path, this.text);
    if (!set || !found || found.isComputed || fallback) return open(node, names);
    const outcome = this.follow(set, [...found.names, ...names]);
    return ended(outcome, node, names);
  }

  private inherited(node: SyntaxNode, names: readonly string[]): Outcome {
    const statement = node.parent;
    const name = nameOf(node, this.text);
    if (!statement?.parent || name === undefined) return open(node, names);
    const source = statement.getChild('InheritFrom');
    const set = source && lastExpression(source);
    // without a source the name is looked up outside of the set, even of a `rec` one
    if (!set) return this.named(statement.parent, name, names, node);
    const outcome = this.follow(set, [name, ...names]);
    return ended(outcome, node, names);
  }

  /** A name as it is seen from a place; where it leads nowhere, what stands for it is the end. */
  private named(
    place: SyntaxNode,
    name: string,
    names: readonly string[],
    standing: SyntaxNode,
  ): Outcome {
    const outcome = this.inScopes(scopesAround(place, this.text), name, names);
    return ended(outcome, standing, names);
  }

  /** What binds names comes before every `with`, however far out it is. */
  private inScopes(scopes: readonly Scope[], name: string, names: readonly string[]): Outcome {
    const binding = scopes.find((scope) => scope.kind !== 'with' && scope.names.has(name));
    if (binding !== undefined) {
      return binding.kind === 'bindings' ? this.member(binding.node, [name, ...names]) : 'unknown';
    }
    for (const scope of scopes.filter(({ kind }) => kind === 'with')) {
      const outcome = this.follow(scope.node, [name, ...names]);
      if (outcome !== 'absent') return outcome;
    }
    return 'unknown';
  }

  /** An attribute of a set, or a name of a `let`. */
  private member(set: SyntaxNode, names: readonly string[]): Outcome {
    let outcome: Outcome = 'absent';
    for (const statement of children(set, 'Binding', 'Inherit')) {
      const found = this.inStatement(statement, names);
      if (typeof found === 'object') return found;
      if (found === 'unknown') outcome = found;
    }
    return outcome;
  }

  private inStatement(statement: SyntaxNode, names: readonly string[]): Outcome {
    if (statement.name === 'Inherit') {
      const inherited = children(statement, 'Identifier', 'String', 'Interpolation');
      const node = inherited.find((each) => nameOf(each, this.text) === names[0]);
      return node === undefined ? 'absent' : this.inherited(node, names.slice(1));
    }
    const path = statement.getChild('AttrPath');
    const value = lastExpression(statement);
    if (path === null || value === undefined) return 'unknown';
    const own = namesIn(path, this.text);
    if (own.names.some((name, at) => at < names.length && name !== names[at])) return 'absent';
    // a set that is put together from several statements has no text of its own
    if (own.isComputed || own.names.length > names.length) return 'unknown';
    return this.follow(value, names.slice(own.names.length));
  }
}
