/** Reads an expression into pieces. */
import { children, lastExpression, nameOf, namesIn, type Span } from './nodes.js';
import { type Holder, hasLeaves, type Leaf, type Piece } from './pieces.js';
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

/** The definitions in an expression and what holds them; nothing where it is no set. */
export function piecesOf(module: SyntaxNode, text: string): Piece | undefined {
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

  read(node: SyntaxNode, outer: Place): Piece | undefined {
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
        return this.update(node, shape.parts, shape.operator, place);
      case 'recursive':
        return this.recursive(node, shape.parts, place);
      case 'branches':
        return this.merged('branches', node, shape.parts, { ...place, isConditional: true });
      case 'merge':
        return this.merged('merge', shape.list, shape.parts, place);
    }
  }

  private set(node: SyntaxNode, place: Place): Holder {
    const pieces = children(node, 'Binding', 'Inherit').map((member) =>
      member.name === 'Binding' ? this.binding(member, place) : this.inherit(member, place),
    );
    return { kind: 'set', span: node, node, pieces };
  }

  private binding(node: SyntaxNode, outer: Place): Piece {
    const attrPath = node.getChild('AttrPath');
    const { names, isComputed } = attrPath
      ? namesIn(attrPath, this.text)
      : { names: [], isComputed: true };
    const value = lastExpression(node);
    const isConfig = outer.isModule && names[0] === 'config';
    const path = [...outer.path, ...(isConfig ? names.slice(1) : names)];
    const place = { ...outer, path, isModule: false };
    const leafPlace = path.length > 0 ? place : { ...place, path: names };
    if (isComputed) return { ...this.leaf(leafPlace, node, value), isComputed: true };
    const inner = value && this.read(value, place);
    if (inner === undefined || !hasLeaves(inner)) return this.leaf(leafPlace, node, value);
    return { kind: 'binding', span: node, node, pieces: [inner] };
  }

  private leaf(place: Place, span: Span, value: SyntaxNode | undefined): Leaf {
    const { isConditional, priority } = value ? this.wrapping(value, place) : place;
    return {
      kind: 'leaf',
      path: place.path,
      isComputed: false,
      value,
      span,
      isConditional,
      priority,
    };
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

  private inherit(node: SyntaxNode, place: Place): Holder {
    const pieces = children(node, 'Identifier', 'String', 'Interpolation').map((each): Leaf => {
      const name = nameOf(each, this.text);
      const path = name === undefined ? place.path : [...place.path, name];
      const inherited = this.leaf({ ...place, path }, each, undefined);
      return { ...inherited, value: each, isComputed: name === undefined };
    });
    return { kind: 'inherit', span: node, node, pieces };
  }

  /** Parts of which at least one is a set; what another one defines is not known. */
  private merged(
    kind: 'update' | 'recursive' | 'branches' | 'merge',
    node: SyntaxNode,
    parts: readonly SyntaxNode[],
    place: Place,
  ): Holder | undefined {
    const read = parts.map((part) =>
      this.read(part, { ...place, isModule: place.isModule && kind !== 'merge' }),
    );
    if (read.every((piece) => piece === undefined)) return undefined;
    const pieces = parts.map((part, at): Piece => {
      const piece = read[at];
      if (piece !== undefined) return { kind: 'part', span: part, node: part, pieces: [piece] };
      return { ...this.leaf(place, part, part), isComputed: true, isConditional: true };
    });
    return { kind, span: node, node, pieces };
  }

  private update(
    node: SyntaxNode,
    parts: readonly SyntaxNode[],
    operator: Span,
    place: Place,
  ): Holder | undefined {
    const merged = this.merged('update', node, parts, place);
    if (merged === undefined) return undefined;
    // a name that is set again takes with it all that the left side has below it
    markReplacedBelow(merged, place.path.length);
    return { ...merged, operator };
  }

  private recursive(
    node: SyntaxNode,
    parts: readonly SyntaxNode[],
    place: Place,
  ): Holder | undefined {
    const merged = this.merged('recursive', node, parts, place);
    if (merged !== undefined) markReplaced(merged);
    return merged;
  }
}
