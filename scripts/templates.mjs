// Compiles templates/ to modules of plain functions, so that a run needs neither Handlebars nor
// its runtime. The templates are Handlebars', parsed by Handlebars itself, of which they use a part:
// writers ({{string x}}), logic ((eq a b)), and the blocks if, unless and each.
//
// A value may enter a template through a writer of src/repo/helpers.ts only: a bare {{name}} would
// let an answer out of its quotes, so it is refused. test/repo/templates.test.ts holds the functions
// against Handlebars' own.
import fs from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';

/** What writes a value; the functions are in src/repo/helpers.ts. */
const writers = [
  'string',
  'inString',
  'inIndented',
  'attr',
  'path',
  'markdown',
  'code',
  'text',
  'part',
];

/** What a plain run writes; of the others, each folder is a module, for runs that need one of it. */
const plain =
  /^(flake\.nix|README\.md|gitignore|licenses\/mit|hosts\/HOST\/(configuration|hardware-configuration|home)\.nix|modules\/home-manager\/(git|zsh|bash|fish|nushell|starship|ghostty|nvf)\.nix|modules\/nixos\/fonts\.nix)\.hbs$/;

/** What can stand in brackets, from its arguments' code to its own. */
const logic = {
  eq: (a, b) => `(${a} === ${b})`,
  not: (a) => `!${truth(a)}`,
  and: (...all) => `(${all.map(truth).join(' && ')})`,
  or: (...all) => `(${all.map(truth).join(' || ')})`,
  has: (list, value) => `(${list}.includes(${value}))`,
};

/** As Handlebars sees it, an empty list is false. */
const truth = (code) => (/^[(!]/.test(code) ? code : `is(${code})`);

/**
 * A plugin for Rolldown and Vite: the templates as the modules that sources import. `#templates` has
 * those of a plain run, and in `others` a way to each module with the rest of a folder, which is
 * `#templates/` and the folder.
 */
export function templatesPlugin(folder) {
  return {
    name: 'templates',
    resolveId: (id) => (/^#templates(\/|$)/.test(id) ? `\0${id}` : null),
    load(id) {
      if (id === '\0#templates') return plainModule(folder);
      if (!id.startsWith('\0#templates/')) return null;
      const wanted = id.slice('\0#templates/'.length);
      const names = othersOf(folder).filter((name) => path.dirname(name) === wanted);
      return names.length > 0 ? templatesModule(folder, names) : null;
    },
  };
}

function plainModule(folder) {
  const own = templateFiles(folder).filter((name) => plain.test(name));
  const folders = new Set(othersOf(folder).map((name) => path.dirname(name)));
  const ways = [...folders].map((name) => `"${name}": () => import("#templates/${name}")`);
  return `${templatesModule(folder, own)}export const others = {\n${ways.join(',\n')}\n};\n`;
}

/** All that a plain run does not write. */
function othersOf(folder) {
  return templateFiles(folder).filter((name) => !plain.test(name));
}

/** The source of a module with a function for each template: (view, writers) → text. */
function templatesModule(folder, names) {
  const entries = names.map((name) => {
    const source = fs.readFileSync(path.join(folder, name), 'utf8');
    const code = new Compiler(name).program(Handlebars.parse(source), 'view');
    return `${JSON.stringify(name.slice(0, -'.hbs'.length))}: (view, write) => ${code}`;
  });
  return `const is = (value) => (Array.isArray(value) ? value.length > 0 : Boolean(value));
export const templates = {\n${entries.join(',\n')}\n};\n`;
}

/** Every template, relative to the folder, sorted. */
export function templateFiles(folder) {
  const names = fs.readdirSync(folder, { recursive: true }).map(String);
  return names.filter((name) => name.endsWith('.hbs')).sort();
}

/** Turns the tree of one template into an expression. */
class Compiler {
  constructor(name) {
    this.name = name;
  }

  program(node, scope) {
    const parts = (node?.body ?? []).map((statement) => this.statement(statement, scope));
    return parts.filter((part) => part !== '""').join(' + ') || '""';
  }

  statement(node, scope) {
    if (node.type === 'ContentStatement') return JSON.stringify(node.value);
    if (node.type === 'CommentStatement') return '""';
    if (node.type === 'BlockStatement') return this.block(node, scope);
    const writer = node.path?.original;
    if (
      node.type !== 'MustacheStatement' ||
      !writers.includes(writer) ||
      node.params.length !== 1
    ) {
      return this.refuse(node, `{{${writer}}} has no writer`);
    }
    return `write.${writer}(${this.value(node.params[0], scope)})`;
  }

  block({ path: { original }, params, program, inverse, ...node }, scope) {
    const [value] = params.map((param) => this.value(param, scope));
    if (original === 'each') return this.each(value, program, scope);
    if (original !== 'if' && original !== 'unless') {
      return this.refuse(node, `{{#${original}}} is not known`);
    }
    const [yes, no] = [program, inverse].map((branch) => this.program(branch, scope));
    return original === 'if'
      ? `(${truth(value)} ? ${yes} : ${no})`
      : `(${truth(value)} ? ${no} : ${yes})`;
  }

  each(list, program, scope) {
    const item = `${scope}Item`;
    const body = this.program(program, item);
    return `${list}.map((${item}, at, all) => ${body}).join("")`;
  }

  value(node, scope) {
    if (node.type === 'StringLiteral') return JSON.stringify(node.value);
    if (node.type === 'SubExpression') {
      const make = logic[node.path.original];
      if (make === undefined) return this.refuse(node, `(${node.path.original}) is not known`);
      return make(...node.params.map((param) => this.value(param, scope)));
    }
    if (node.type !== 'PathExpression' || node.depth > 0) {
      return this.refuse(node, `${node.original} can't stand here`);
    }
    if (node.data && node.original === '@last') return '(at === all.length - 1)';
    if (node.data) return this.refuse(node, `${node.original} is not known`);
    // what is not there is nothing, as Handlebars has it
    const [first, ...rest] = node.parts;
    return [[scope, first].filter(Boolean).join('.'), ...rest].join('?.');
  }

  refuse(node, why) {
    throw new Error(`templates/${this.name}:${node.loc.start.line}: ${why}`);
  }
}
