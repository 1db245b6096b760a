/** The tree of a text: nodes that know their places, in UTF-16 units, and each other. */

/** The name of a node that stands for what is no Nix, or is missing. */
const errorName = '⚠';

export class SyntaxNode {
  to: number;
  parent: SyntaxNode | null = null;
  firstChild: SyntaxNode | null = null;
  lastChild: SyntaxNode | null = null;
  nextSibling: SyntaxNode | null = null;

  constructor(
    readonly name: string,
    readonly from: number,
    to: number,
  ) {
    this.to = to;
  }

  get isError(): boolean {
    return this.name === errorName;
  }

  /** Adds a child behind those that are there. */
  add(child: SyntaxNode): void {
    child.parent = this;
    if (this.lastChild === null) this.firstChild = child;
    else this.lastChild.nextSibling = child;
    this.lastChild = child;
  }

  /** Puts a child where it stands in the text, among those that are there. */
  insert(child: SyntaxNode): void {
    const last = this.lastChild;
    if (last === null || last.from < child.from) {
      this.add(child);
      return;
    }
    let before: SyntaxNode | null = null;
    let behind = this.firstChild;
    while (behind !== null && behind.from < child.from) {
      before = behind;
      behind = behind.nextSibling;
    }
    child.parent = this;
    child.nextSibling = behind;
    if (before === null) this.firstChild = child;
    else before.nextSibling = child;
  }

  /** The first child of a name. */
  getChild(name: string): SyntaxNode | null {
    let child = this.firstChild;
    while (child !== null && child.name !== name) child = child.nextSibling;
    return child;
  }

  /** Every child of a name, in the order of the text. */
  getChildren(name: string): readonly SyntaxNode[] {
    const found: SyntaxNode[] = [];
    for (let child = this.firstChild; child !== null; child = child.nextSibling) {
      if (child.name === name) found.push(child);
    }
    return found;
  }

  /** Calls `visit` for the node and all below it, in the order of the text; however deep they are. */
  each(visit: (node: SyntaxNode) => void): void {
    let node: SyntaxNode = this;
    for (;;) {
      visit(node);
      if (node.firstChild !== null) {
        node = node.firstChild;
        continue;
      }
      while (node !== this && node.nextSibling === null) node = node.parent ?? this;
      if (node === this) return;
      node = node.nextSibling ?? this;
    }
  }

  /** As the name and, in parentheses, the children. Comes to an end however deep they are. */
  toString(): string {
    if (this.firstChild === null) return this.name;
    const children: string[] = [];
    for (let child = this.firstChild as SyntaxNode | null; child; child = child.nextSibling) {
      children.push(child.toString());
    }
    return `${this.name}(${children.join(',')})`;
  }
}

/** What was read of a text. */
export class Tree {
  /** The place that was looked up last, since the next one is often near. */
  private near: SyntaxNode;

  constructor(
    readonly topNode: SyntaxNode,
    /** Whether some of it is no Nix. */
    readonly hasErrors: boolean,
  ) {
    this.near = topNode;
  }

  each(visit: (node: SyntaxNode) => void): void {
    this.topNode.each(visit);
  }

  /** The innermost node that has the character at a place. */
  innermostAt(place: number): SyntaxNode {
    let node = this.near;
    while (node.parent !== null && (node.from > place || node.to <= place)) node = node.parent;
    let child = node.firstChild;
    while (child !== null) {
      if (child.from <= place && child.to > place) {
        node = child;
        child = node.firstChild;
      } else child = child.from > place ? null : child.nextSibling;
    }
    this.near = node;
    return node;
  }

  toString(): string {
    return this.topNode.toString();
  }
}
