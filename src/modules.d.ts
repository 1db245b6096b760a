/**
 * Templates, compiled by `scripts/templates.mjs`: those of a plain run, and the way to the others, by
 * their folder.
 */
declare module '#templates' {
  type Templates = import('./repo/file.js').Templates;
  export const templates: Templates;
  export const others: Readonly<Record<string, () => Promise<{ readonly templates: Templates }>>>;
}

/** Those of a folder that a plain run does not need. */
declare module '#templates/*' {
  export const templates: import('./repo/file.js').Templates;
}

/** SHA-1 for WebAssembly, made by `scripts/sha1.mjs`: its code in base64, and its memory by offsets. */
declare module '#sha1' {
  export const code: string;
  export const at: Readonly<Record<'state' | 'message', number>>;
}

/** The parser of Nix, made from src/nix/syntax/nix.grammar by `scripts/grammar.mjs` when it is first called. */
declare module '#nix-parser' {
  export function parser(): import('@lezer/lr').LRParser;
}

/** The numbers of its tokens. */
declare module '#nix-parser/terms' {
  export const space: number;
  export const Comment: number;
  export const name: number;
  export const kwIf: number;
  export const kwThen: number;
  export const kwElse: number;
  export const kwAssert: number;
  export const kwWith: number;
  export const kwLet: number;
  export const kwIn: number;
  export const kwRec: number;
  export const kwInherit: number;
  export const kwOr: number;
  export const Integer: number;
  export const Float: number;
  export const Path: number;
  export const HomePath: number;
  export const pathStart: number;
  export const homePathStart: number;
  export const SearchPath: number;
  export const Uri: number;
  export const quote: number;
  export const indentedOpen: number;
  export const interpolationOpen: number;
  export const braceOpen: number;
  export const braceClose: number;
  export const bracketOpen: number;
  export const bracketClose: number;
  export const parenOpen: number;
  export const parenClose: number;
  export const colon: number;
  export const semicolon: number;
  export const comma: number;
  export const dot: number;
  export const at: number;
  export const question: number;
  export const assign: number;
  export const Ellipsis: number;
  export const Implies: number;
  export const Or: number;
  export const And: number;
  export const Comparison: number;
  export const Equality: number;
  export const Update: number;
  export const Plus: number;
  export const Minus: number;
  export const Product: number;
  export const Concat: number;
  export const Not: number;
  export const PipeInto: number;
  export const PipeFrom: number;
  export const stringContent: number;
  export const stringInterpolation: number;
  export const quoteEnd: number;
  export const indentedContent: number;
  export const indentedInterpolation: number;
  export const indentedEnd: number;
  export const pathPart: number;
  export const pathInterpolation: number;
  export const pathEnd: number;
}

/** The part of it that is used: without the library of browsers, TypeScript knows nothing of it. */
declare namespace WebAssembly {
  class Module {
    constructor(code: Uint8Array);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: object;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
}
