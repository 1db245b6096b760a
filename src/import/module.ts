/** A module of the old configuration on its way into the repo. */
import type { Definition, Span } from '../nix/definitions.js';
import type { Edit } from '../nix/edit.js';
import { parsed } from '../nix/parsed.js';
import type { Tree } from '../nix/syntax/parse.js';
import type { Fate } from './account.js';
import type { NewInput } from './known-sources.js';
import { type OldFile, type Problem, problemIn } from './old.js';
import { nodesOf } from './tree.js';

/** Names that a definition says for each account. */
interface Verdict {
  fate: Fate;
  readonly notes: string[];
}

const weight: Readonly<Record<Fate, number>> = { carried: 0, answer: 1, rewritten: 2, left: 3 };

export class OldModule {
  readonly tree: Tree;
  /** Where Nix would stop reading, from 1; nothing where it reads all. */
  readonly problem: Problem | undefined;
  readonly takenOut: Span[] = [];
  readonly edits: Edit[] = [];
  readonly asks = new Set<string>();
  readonly inputs: NewInput[] = [];
  private readonly verdicts = new Map<Definition, Verdict>();

  constructor(
    readonly file: OldFile,
    /** Where it stood. */
    readonly absolute: string,
  ) {
    this.tree = parsed(file.text);
    this.problem = problemIn(file.text);
  }

  get text(): string {
    return this.file.text;
  }

  /** Notes what became of a definition; of several fates the one that asks for most counts. */
  judge(definition: Definition | undefined, fate: Fate, note?: string): void {
    if (definition === undefined) return;
    const verdict = this.verdicts.get(definition) ?? { fate: 'carried', notes: [] };
    if (weight[fate] > weight[verdict.fate]) verdict.fate = fate;
    if (note !== undefined && !verdict.notes.includes(note)) verdict.notes.push(note);
    this.verdicts.set(definition, verdict);
  }

  verdict(definition: Definition): { readonly fate: Fate; readonly notes: readonly string[] } {
    return this.verdicts.get(definition) ?? { fate: 'carried', notes: [] };
  }

  isTakenOut({ from, to }: Span): boolean {
    return this.takenOut.some((span) => span.from <= from && span.to >= to);
  }

  /**
   * The definition that a place in the text belongs to: the one around it, for a name of a `let` the
   * first that uses it, else the first of the file.
   */
  ownerOf(span: Span): Definition | undefined {
    const { definitions } = this.file;
    const inside = definitions.findLast(
      ({ statement }) => statement.from <= span.from && statement.to >= span.to,
    );
    if (inside !== undefined) return inside;
    const name = this.nameAround(span);
    if (name === undefined) return definitions[0];
    const word = new RegExp(`(?<![\\w'-])${name}(?![\\w'-])`);
    return definitions.find(({ value }) => word.test(value)) ?? definitions[0];
  }

  private nameAround({ from, to }: Span): string | undefined {
    const binding = nodesOf(this.tree, 'Binding').find(
      (node) => node.from <= from && node.to >= to && node.parent?.name === 'Let',
    );
    return binding && /^[A-Za-z_][\w]*/.exec(this.text.slice(binding.from, binding.to))?.[0];
  }
}
