/** The names and types of all options of NixOS or Home Manager, from a tab-separated list. */
import fs from 'node:fs';

/** Types below which any name may be set, such as `attribute set of string`. */
const freeForm = /attribute set|open submodule|\bvalue\b|anything|config(uration)?$|settings$/;

/** `<name>` in an option's name stands for a name that the configuration chooses. */
const anyName = '<name>';

interface Node {
  type?: string;
  readonly children: Map<string, Node>;
}

export class OptionIndex {
  private readonly root: Node = { children: new Map() };

  constructor(file: string) {
    for (const line of fs.readFileSync(file, 'utf8').trim().split('\n')) {
      const [name = '', type = ''] = line.split('\t');
      let node = this.root;
      for (const part of name.split('.')) {
        const child = node.children.get(part) ?? { children: new Map() };
        node.children.set(part, child);
        node = child;
      }
      node.type = type;
    }
  }

  /** Whether there is an option of this name, or one above it that takes what it likes. */
  has(path: readonly string[]): boolean {
    return reaches(this.root, path);
  }
}

function reaches(node: Node, path: readonly string[], isNamed = false): boolean {
  const [part, ...rest] = path;
  // of a set of submodules, one with all its defaults: `services.hyprlock = { }`
  if (part === undefined) return node.type !== undefined || isNamed;
  if (node.type !== undefined && isFreeForm(node)) return true;
  const child = node.children.get(part);
  const any = node.children.get(anyName);
  return (
    (child !== undefined && reaches(child, rest)) || (any !== undefined && reaches(any, rest, true))
  );
}

/**
 * A set of submodules is none: what they have is listed below it. What an option has that may also be
 * something else is not listed.
 */
function isFreeForm({ type = '', children }: Node): boolean {
  if (type.endsWith('(submodule)') && children.size > 0) return false;
  return freeForm.test(type) || / or \(submodule\)$/.test(type);
}
