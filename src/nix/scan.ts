/**
 * Finds what a Nix file sets, by name: `{ a.b = { c = 1; }; }` sets `a.b.c`. It reads the shape of
 * the text and evaluates nothing, so it serves to look for things, not to prove that they are
 * absent: what a function returns or a list holds is not followed.
 */

/** One definition: the names on the way to it, and the source text of its value. */
export interface Definition {
  readonly path: readonly string[];
  readonly value: string;
}

interface Token {
  readonly kind: 'name' | 'string' | 'symbol' | 'other';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const patterns: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /\s+|#[^\n]*|\/\*[\s\S]*?\*\//y],
  ['other', /[A-Za-z0-9._+~-]*(?:\/[A-Za-z0-9._+-]+)+|<[A-Za-z0-9._/+-]+>|\d[\d.]*/y],
  ['name', /[A-Za-z_][A-Za-z0-9_'-]*/y],
  ['symbol', /[{}[\]();=:,.@]/y],
];

function tokens(source: string): readonly Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const token = stringAt(source, at) ?? plainAt(source, at);
    if (token.kind !== 'space') found.push({ ...token, kind: token.kind, start: at });
    at = token.end;
  }
  return found;
}

function plainAt(
  source: string,
  at: number,
): { kind: Token['kind'] | 'space'; text: string; end: number } {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(source)?.[0];
    if (text) return { kind, text, end: at + text.length };
  }
  return { kind: 'other', text: source[at] ?? '', end: at + 1 };
}

/** A string that starts here, interpolations and all; one that is not closed goes to the end. */
function stringAt(
  source: string,
  at: number,
): { kind: 'string'; text: string; end: number } | undefined {
  const quote = source[at] === '"' ? '"' : source.startsWith("''", at) ? "''" : undefined;
  if (quote === undefined) return undefined;
  let end = at + quote.length;
  while (end < source.length && !closes(source, end, quote)) end = pastPart(source, end, quote);
  end = Math.min(end + quote.length, source.length);
  return { kind: 'string', text: source.slice(at, end), end };
}

function closes(source: string, at: number, quote: string): boolean {
  if (!source.startsWith(quote, at)) return false;
  return quote === '"' || !/^''['$\\]/.test(source.slice(at, at + 3));
}

/** Past one letter, one escape, or one interpolation of a string. */
function pastPart(source: string, at: number, quote: string): number {
  if (quote === '"' && source[at] === '\\') return at + 2;
  if (quote === "''" && source.startsWith("''", at)) return at + (source[at + 2] === '\\' ? 4 : 3);
  if (source.startsWith('$$', at)) return at + 2;
  if (!source.startsWith('${', at)) return at + 1;
  let depth = 1;
  let end = at + 2;
  while (end < source.length && depth > 0) {
    const nested = stringAt(source, end);
    if (nested === undefined) depth += { '{': 1, '}': -1 }[source[end] ?? ''] ?? 0;
    end = nested?.end ?? end + 1;
  }
  return end;
}

/** Everything that a file sets, in the order in which it stands there. */
export function definitions(source: string): readonly Definition[] {
  const reader = new Reader(source, tokens(source));
  reader.value([]);
  return reader.found;
}

const openers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

class Reader {
  readonly found: Definition[] = [];
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly tokens: readonly Token[],
  ) {}

  /** Reads a value up to its `;` or closing bracket, and what the sets in it define below `path`. */
  value(path: readonly string[]): boolean {
    let holdsSet = false;
    for (let token = this.peek(); token !== undefined; token = this.peek()) {
      if (this.ends(token)) break;
      if (token.text === 'let' && token.kind === 'name') this.skipLet();
      else if (token.text === '{' && !this.formals()) {
        this.set(path);
        holdsSet = true;
      } else if (openers[token.text] !== undefined) this.skipBracket();
      else this.at += 1;
    }
    return holdsSet;
  }

  private peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead];
  }

  /** Whether a value is over: at a closing bracket, or at a `;` that is its own. */
  private ends(token: Token): boolean {
    if (token.kind !== 'symbol' || !/[;)\]},]/.test(token.text)) return false;
    return token.text !== ';' || !this.isOfWith();
  }

  /** The `;` of `with x;` and `assert x;` does not end a value. */
  private isOfWith(): boolean {
    for (let back = this.at - 1; back >= 0; back -= 1) {
      const before = this.tokens[back];
      if (before?.kind === 'name' && /^(with|assert)$/.test(before.text)) return true;
      if (before === undefined || (before.kind === 'symbol' && before.text !== '.')) return false;
    }
    return false;
  }

  /** `{ a, b, ... }:` names arguments and sets nothing. */
  private formals(): boolean {
    const after = this.tokens[this.closing(this.at) + 1]?.text;
    return after === ':' || after === '@';
  }

  /** The index of the bracket that closes the one at `open`; the last token where none does. */
  private closing(open: number): number {
    let depth = 0;
    for (let at = open; at < this.tokens.length; at += 1) {
      const token = this.tokens[at];
      if (token?.kind !== 'symbol') continue;
      if (openers[token.text] !== undefined) depth += 1;
      else if (/[)\]}]/.test(token.text)) depth -= 1;
      if (depth === 0) return at;
    }
    return this.tokens.length;
  }

  private skipBracket(): void {
    this.at = this.closing(this.at) + 1;
  }

  private skipLet(): void {
    this.at += 1;
    for (let token = this.peek(); token !== undefined; token = this.peek()) {
      if (token.kind === 'name' && token.text === 'in') break;
      if (token.kind === 'name' && token.text === 'let') this.skipLet();
      else if (openers[token.text] !== undefined && token.kind === 'symbol') this.skipBracket();
      else this.at += 1;
    }
    this.at += 1;
  }

  private set(path: readonly string[]): void {
    this.at += 1;
    for (let token = this.peek(); token !== undefined && token.text !== '}'; token = this.peek()) {
      const names = this.attributePath();
      if (names.length > 0 && this.peek()?.text === '=') this.definition([...path, ...names]);
      else this.pastSemicolon();
    }
    this.at += 1;
  }

  private attributePath(): readonly string[] {
    const names: string[] = [];
    while (this.peek()?.kind === 'name' || this.peek()?.kind === 'string') {
      const token = this.peek();
      names.push(token?.kind === 'string' ? token.text.slice(1, -1) : (token?.text ?? ''));
      this.at += 1;
      if (this.peek()?.text !== '.') break;
      this.at += 1;
    }
    return names;
  }

  private definition(path: readonly string[]): void {
    this.at += 1;
    const start = this.peek()?.start ?? this.source.length;
    const before = this.found.length;
    const holdsSet = this.value(path);
    const end = this.tokens[this.at - 1]?.end ?? start;
    // a set is known by what it holds; an empty one sets the name itself
    if (!holdsSet || this.found.length === before) {
      this.found.push({ path, value: this.source.slice(start, Math.max(start, end)) });
    }
    this.pastSemicolon();
  }

  private pastSemicolon(): void {
    for (let token = this.peek(); token !== undefined && token.text !== '}'; token = this.peek()) {
      if (openers[token.text] !== undefined && token.kind === 'symbol') this.skipBracket();
      else this.at += 1;
      if (token.text === ';') return;
    }
  }
}

/** The text of a plain Nix string (`"sda"`), or nothing where the value is anything else. */
export function plainString(value: string): string | undefined {
  const text = /^"([^"\\$]*)"$/.exec(value.trim())?.[1];
  return text;
}
