/** The definitions in an expression, the leaves of its sets. */
import { nameGivenTo } from './follow.js';
import type { Leaf } from './leaf.js';
import { children, lastExpression, nameOf, namesIn, type Span } from './nodes.js';
import { markReplaced, markReplacedBelow } from './replaced.js';
import { type Priority, shapeOf } from './shape.js';
import type { SyntaxNode } from './syntax/parse.js';

/** Where a value stands, and what holds for all that is defined in it. */
interface Place {
  readonly path: readonly string[];
  readonly isConditional: boolean;
  readonly priority: Priority;
  readonly depth: number;
  /** Whether it is the module itself, in which `config` is a name of no option. */
  readonly isModule: boolean;
}

/** No set that somebody wrote is nested as deep; one that is counts as one value. */
const deepest = 200;

/** All that a module defines, in the order of the text; nothing where it is no set. */
export function leavesOf(module: SyntaxNode, text: string): readonly Leaf[] | undefined {
  const reader = new Reader(text);
  const place: Place = {
    path: [],
    isConditional: false,
    priority: 'normal',
    depth: 0,
    isModule: true,
  };
  return reader.read(module, place);
}

class Reader {
  constructor(private readonly text: string) {}

  read(node: SyntaxNode, outer: Place): readonly Leaf[] | undefined {
    const depth = outer.depth + 1;
    const shape = shapeOf(node, this.text);
    if (depth > deepest || shape.kind === 'other') return undefined;
    const place = { ...outer, depth };
    switch (shape.kind) {
      case 'set':
        return this.set(node, place);
      case 'function':
        return place.isModule ? this.read(shape.inner, place) : undefined;
      case 'through':
        return this.read(shape.inner, {
          ...place,
          isConditional: place.isConditional || shape.isConditional,
          priority: place.priority === 'normal' ? shape.priority : place.priority,
        });
      case 'update':
        return this.update(shape.parts, place);
      case 'recursive':
        return this.recursive(shape.parts, place);
      case 'branches':
        return this.merged(shape.parts, { ...place, isConditional: true })?.flat();
      case 'merge':
        // below `mkMerge` `config` is a name like any other
        return this.merged(shape.parts, { ...place, isModule: false })?.flat();
    }
  }

  private set(node: SyntaxNode, place: Place): readonly Leaf[] {
    return children(node, 'Binding', 'Inherit').flatMap((member) =>
      member.name === 'Binding' ? this.binding(member, place) : this.inherit(member, place),
    );
  }

  private binding(node: SyntaxNode, outer: Place): readonly Leaf[] {
    const attrPath = node.getChild('AttrPath');
    const { names, isComputed } = attrPath
      ? namesIn(attrPath, this.text, nameGivenTo)
      : { names: [], isComputed: true };
    const value = lastExpression(node);
    const isConfig = outer.isModule && names[0] === 'config';
    const path = [...outer.path, ...(isConfig ? names.slice(1) : names)];
    const place = { ...outer, path, isModule: false };
    const leafPlace = path.length > 0 ? place : { ...place, path: names };
    if (isComputed) return [{ ...this.leaf(leafPlace, node, value), isComputed: true }];
    const inner = (value && this.read(value, place)) ?? [];
    return inner.length > 0 ? inner : [this.leaf(leafPlace, node, value)];
  }

  private leaf(place: Place, span: Span, value: SyntaxNode | undefined): Leaf {
    const { isConditional, priority } = value ? this.wrapping(value, place) : place;
    return { path: place.path, isComputed: false, value, span, isConditional, priority };
  }

  /** What the functions around a value say of it. */
  private wrapping(value: SyntaxNode, place: Place): Pick<Place, 'isConditional' | 'priority'> {
    let { isConditional, priority } = place;
    let shape = shapeOf(value, this.text);
    for (let depth = 0; shape.kind === 'through' && depth < deepest; depth += 1) {
      isConditional ||= shape.isConditional;
      if (priority === 'normal') priority = shape.priority;
      shape = shapeOf(shape.inner, this.text);
    }
    if (shape.kind === 'merge') isConditional ||= shape.parts.some(this.isConditional);
    return { isConditional, priority };
  }

  private readonly isConditional = (part: SyntaxNode): boolean => {
    let shape = shapeOf(part, this.text);
    while (shape.kind === 'through' && !shape.isConditional) {
      shape = shapeOf(shape.inner, this.text);
    }
    return shape.kind === 'through';
  };

  private inherit(node: SyntaxNode, place: Place): readonly Leaf[] {
    return children(node, 'Identifier', 'String', 'Interpolation').map((each): Leaf => {
      const name = nameOf(each, this.text);
      const path = name === undefined ? place.path : [...place.path, name];
      const inherited = this.leaf({ ...place, path }, each, undefined);
      return { ...inherited, value: each, isComputed: name === undefined };
    });
  }

  /** Parts of which at least one is a set; what another one defines is not known. */
  private merged(
    parts: readonly SyntaxNode[],
    place: Place,
  ): readonly (readonly Leaf[])[] | undefined {
    const read = parts.map((part) => this.read(part, place));
    if (read.every((leaves) => leaves === undefined)) return undefined;
    return parts.map((part, at) => {
      const unknown = { ...this.leaf(place, part, part), isComputed: true, isConditional: true };
      return read[at] ?? [unknown];
    });
  }

  private update(parts: readonly SyntaxNode[], place: Place): readonly Leaf[] | undefined {
    const merged = this.merged(parts, place);
    // a name that is set again takes with it all that the left side has below it
    if (merged !== undefined) markReplacedBelow(merged, place.path.length);
    return merged?.flat();
  }

  private recursive(parts: readonly SyntaxNode[], place: Place): readonly Leaf[] | undefined {
    const merged = this.merged(parts, place);
    if (merged !== undefined) markReplaced(merged);
    return merged?.flat();
  }
}
