/** Names that are used and not defined, or defined twice: what Nix refuses in a tree that is right. */
import { type Attributes, attributesOf, isAttributes, type Value } from './attributes.js';
import { globals } from './globals.js';
import { childrenOf } from './names.js';
import type { Problem } from './problem.js';
import type { SyntaxNode } from './tree.js';

/** The names that can be used at a place. */
interface Scope {
  readonly names: { has(name: string): boolean };
  readonly outer: Scope | undefined;
  /** Below a `with`, which can give any name when evaluated. */
  readonly isOpen: boolean;
}

/** What is wrong with the names of an expression, in no order. */
export function scopeProblems(text: string, root: SyntaxNode): readonly Problem[] {
  const binder = new Binder(text);
  binder.bind(root);
  return binder.problems;
}

type Visit = (node: SyntaxNode, scope: Scope) => void;

/** Goes through an expression with what is defined at each place. Without recursion: however deep. */
class Binder {
  readonly problems: Problem[] = [];
  private readonly values: Value[] = [];
  private readonly scopes: Scope[] = [];

  private readonly visits: ReadonlyMap<string, Visit> = new Map<string, Visit>([
    ['Variable', (node, scope) => this.use(this.slice(node), node, scope)],
    ['Lambda', (node, scope) => this.lambda(node, scope)],
    ['With', (node, scope) => this.with(node, scope)],
    ['Let', (node, scope) => this.let(node, scope)],
    ['AttrSet', (node, scope) => this.set(this.attributes(node), scope)],
    ['RecAttrSet', (node, scope) => this.set(this.attributes(node), scope)],
    ['LetSet', (node, scope) => this.set(this.attributes(node), scope)],
  ]);

  constructor(private readonly text: string) {}

  bind(root: SyntaxNode): void {
    this.later(root, { names: globals, outer: undefined, isOpen: false });
    for (let value = this.values.pop(); value !== undefined; value = this.values.pop()) {
      const scope = this.scopes.pop() as Scope;
      if (isAttributes(value)) this.set(value, scope);
      else this.visit(value, scope);
    }
  }

  private later(value: Value | undefined, scope: Scope): void {
    if (value === undefined) return;
    this.values.push(value);
    this.scopes.push(scope);
  }

  private visit(node: SyntaxNode, scope: Scope): void {
    const visit = this.visits.get(node.name);
    if (visit !== undefined) visit(node, scope);
    else {
      for (let child = node.firstChild; child !== null; child = child.nextSibling) {
        this.later(child, scope);
      }
    }
  }

  private use(name: string, node: SyntaxNode, scope: Scope): void {
    if (scope.isOpen || name === '__curPos') return;
    for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
      if (at.names.has(name)) return;
    }
    this.report({ from: node.from, to: node.to, message: `"${name}" is not defined` });
  }

  private lambda(node: SyntaxNode, outer: Scope): void {
    const parts = childrenOf(node);
    const body = parts.pop();
    const names = new Set<string>();
    const scope = { names, outer, isOpen: outer.isOpen };
    for (const part of parts) {
      if (part.name === 'Identifier') this.parameter(part, names);
      for (const formal of part.getChildren('Formal')) {
        const [name, fallback] = childrenOf(formal);
        if (name !== undefined) this.parameter(name, names);
        this.later(fallback, scope);
      }
    }
    this.later(body, scope);
  }

  private parameter(node: SyntaxNode, names: Set<string>): void {
    const name = this.slice(node);
    if (names.has(name)) {
      const message = `the function has two arguments named "${name}"`;
      this.report({ from: node.from, to: node.to, message });
    }
    names.add(name);
  }

  private with(node: SyntaxNode, scope: Scope): void {
    const [names, body] = childrenOf(node);
    this.later(names, scope);
    this.later(body, { ...scope, isOpen: true });
  }

  private let(node: SyntaxNode, outer: Scope): void {
    const attributes = this.attributes(node);
    for (const { name } of attributes.computed) {
      this.report({ from: name.from, to: name.to, message: `a name in a "let" can't be computed` });
    }
    this.later(childrenOf(node).pop(), this.set(attributes, outer));
  }

  /** The scope is that of the set's values. */
  private set({ isRecursive, defined, computed, sources }: Attributes, outer: Scope): Scope {
    const scope = isRecursive ? { names: defined, outer, isOpen: outer.isOpen } : outer;
    for (const source of sources) this.later(source, scope);
    for (const [name, { kind, value, node }] of defined) {
      if (kind === 'plain') this.later(value, scope);
      else if (kind === 'inherited') this.use(name, node, outer);
    }
    for (const { name, value } of computed) {
      this.later(name, scope);
      this.later(value, scope);
    }
    return scope;
  }

  private attributes(node: SyntaxNode): Attributes {
    return attributesOf(this.text, node, (problem) => this.report(problem));
  }

  private report(problem: Problem): void {
    this.problems.push(problem);
  }

  private slice({ from, to }: SyntaxNode): string {
    return this.text.slice(from, to);
  }
}
