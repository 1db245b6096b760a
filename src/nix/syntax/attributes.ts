/**
 * Attribute sets as Nix puts them together while it parses: `a.b = 1; a = { c = 2; };` is one set
 * `a`, and what is defined twice is an error (ParserState::addAttr in its parser-state.hh).
 */
import { childrenOf, firstPart, nameOf, nextPart, unwrapped } from './names.js';
import type { Problem } from './problem.js';
import type { SyntaxNode } from './tree.js';

/** What a set holds. */
export interface Attributes {
  /** Whether its values see its names: the one of the sets that were merged which came first. */
  readonly isRecursive: boolean;
  readonly defined: Map<string, Attribute>;
  /** Those with a name that is known only when evaluated. */
  readonly computed: { readonly name: SyntaxNode; readonly value: Value }[];
  /** What `inherit (…)` takes from. */
  readonly sources: SyntaxNode[];
}

/** A value as written, or a set put together from several places. */
export type Value = SyntaxNode | Attributes;

interface Attribute {
  /** `inherited` is taken from the names around the set; `from` from one of its sources. */
  readonly kind: 'plain' | 'inherited' | 'from';
  value: Value;
  /** Where it is defined. */
  readonly node: SyntaxNode;
}

/** Puts the bindings of a set or a `let` together. Calls `report` for each that can't be. */
export function attributesOf(
  text: string,
  set: SyntaxNode,
  report: (problem: Problem) => void,
): Attributes {
  return new Assembly(text, report).read(set);
}

export function isAttributes(value: Value): value is Attributes {
  return 'defined' in value;
}

class Assembly {
  constructor(
    private readonly text: string,
    private readonly report: (problem: Problem) => void,
  ) {}

  read(set: SyntaxNode): Attributes {
    const attributes = empty(set.name !== 'AttrSet');
    for (let entry = set.firstChild; entry !== null; entry = entry.nextSibling) {
      if (entry.name === 'Binding') this.bind(attributes, entry);
      else if (entry.name === 'Inherit') this.inherit(attributes, entry);
    }
    return attributes;
  }

  /** `a.b.c = value;` */
  private bind(attributes: Attributes, binding: SyntaxNode): void {
    const path = firstPart(binding);
    const value = path && nextPart(path);
    let last = path && firstPart(path);
    if (path === null || value === null || last === null) return;
    let set: Attributes | undefined = attributes;
    for (let next = nextPart(last); next !== null; next = nextPart(last)) {
      set = set && this.inner(set, last);
      last = next;
    }
    if (set === undefined) return;
    const name = nameOf(this.text, last);
    if (name === undefined) set.computed.push({ name: last, value });
    else this.define(set, name, { kind: 'plain', value, node: path });
  }

  /** The set that a name on the way of a path stands for, made if it is not there yet. */
  private inner(attributes: Attributes, node: SyntaxNode): Attributes | undefined {
    const name = nameOf(this.text, node);
    if (name === undefined) {
      const value = empty(false);
      attributes.computed.push({ name: node, value });
      return value;
    }
    const present = attributes.defined.get(name);
    if (present === undefined) {
      const value = empty(false);
      attributes.defined.set(name, { kind: 'plain', value, node });
      return value;
    }
    return this.asSet(present) ?? this.twice(name, node, present);
  }

  private define(attributes: Attributes, name: string, attribute: Attribute): void {
    const present = attributes.defined.get(name);
    if (present === undefined) {
      attributes.defined.set(name, attribute);
      return;
    }
    const [target, added] = [this.asSet(present), this.asSet(attribute)];
    if (target === undefined || added === undefined) this.twice(name, attribute.node, present);
    else this.merge(target, added);
  }

  /** Nix keeps the first set, and drops a `rec` of the second with it. */
  private merge(target: Attributes, added: Attributes): void {
    for (const [name, attribute] of added.defined) this.define(target, name, attribute);
    target.computed.push(...added.computed);
    target.sources.push(...added.sources);
  }

  /** The set that an attribute is, if it is written as one. */
  private asSet(attribute: Attribute): Attributes | undefined {
    if (attribute.kind !== 'plain') return undefined;
    if (isAttributes(attribute.value)) return attribute.value;
    const node = unwrapped(attribute.value);
    if (node?.name !== 'AttrSet' && node?.name !== 'RecAttrSet') return undefined;
    const attributes = this.read(node);
    attribute.value = attributes;
    return attributes;
  }

  private inherit(attributes: Attributes, node: SyntaxNode): void {
    for (const entry of childrenOf(node)) {
      if (entry.name === 'InheritFrom') attributes.sources.push(...childrenOf(entry));
      else this.inheritName(attributes, entry);
    }
  }

  private inheritName(attributes: Attributes, node: SyntaxNode): void {
    const name = nameOf(this.text, node);
    if (name === undefined) {
      this.report({ ...placeOf(node), message: `a name that is inherited can't be computed` });
      return;
    }
    const present = attributes.defined.get(name);
    const kind = node.parent?.getChild('InheritFrom') ? 'from' : 'inherited';
    if (present === undefined) attributes.defined.set(name, { kind, value: node, node });
    else this.twice(name, node, present);
  }

  private twice(name: string, node: SyntaxNode, { node: first }: Attribute): undefined {
    const line = this.text.slice(0, first.from).split('\n').length;
    const message = `"${name}" is defined already, in line ${line}`;
    this.report({ ...placeOf(node), message });
  }
}

function empty(isRecursive: boolean): Attributes {
  return { isRecursive, defined: new Map(), computed: [], sources: [] };
}

function placeOf({ from, to }: SyntaxNode): { readonly from: number; readonly to: number } {
  return { from, to };
}
