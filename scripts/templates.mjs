// Precompiles templates/ to one module. A value may enter a template through a writer of
// src/repo/helpers.ts only: a bare {{name}} would let an answer out of its quotes, so it is refused.
import fs from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';

const writers = new Set('string inString inIndented attr path markdown code text'.split(' '));
const logic = new Set(['if', 'unless', 'each', 'eq', 'not', 'and', 'or']);

/** A plugin for Rolldown and Vite: the templates as the module that sources import as `#templates`. */
export function templatesPlugin(folder) {
  return {
    name: 'templates',
    resolveId: (id) => (id === '#templates' ? '\0#templates' : null),
    load: (id) => (id === '\0#templates' ? templatesModule(folder) : null),
  };
}

/** The source of a module that exports every template below `folder`, precompiled. */
function templatesModule(folder) {
  const entries = fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.hbs'))
    .sort()
    .map((name) => {
      const spec = precompile(fs.readFileSync(path.join(folder, name), 'utf8'), name);
      return `${JSON.stringify(name.slice(0, -'.hbs'.length))}:${spec}`;
    });
  return `export const templates={${entries.join(',\n')}};\n`;
}

function precompile(source, name) {
  const tree = Handlebars.parse(source);
  new Guard(name).accept(tree);
  // only helpers that are known, so that the code does not look for others when it runs
  const knownHelpers = Object.fromEntries([...writers, ...logic].map((helper) => [helper, true]));
  const options = {
    noEscape: true,
    preventIndent: true,
    assumeObjects: true,
    knownHelpers,
    knownHelpersOnly: true,
  };
  return shortened(Handlebars.precompile(tree, options));
}

/**
 * Without what our runtime and helpers do not look at: each call's place in the template, and in
 * each function a stand-in for a property look-up that older runtimes lack.
 */
function shortened(code) {
  const place = String.raw`\{"line":\d+,"column":\d+\}`;
  return code
    .replace(new RegExp(`,"loc":\\{"start":${place},"end":${place}\\}`, 'g'), '')
    .replace(
      /lookupProperty = container\.lookupProperty \|\| function\([\s\S]*?\n {4}\}/g,
      'lookupProperty = container.lookupProperty',
    );
}

/** Walks a template and throws at the first value that enters without a writer. */
class Guard extends Handlebars.Visitor {
  constructor(name) {
    super();
    this.name = name;
  }

  MustacheStatement(node) {
    if (!writers.has(node.path.original))
      this.refuse(node, `{{${node.path.original}}} has no writer`);
    super.MustacheStatement(node);
  }

  BlockStatement(node) {
    if (!logic.has(node.path.original))
      this.refuse(node, `{{#${node.path.original}}} is not known`);
    super.BlockStatement(node);
  }

  refuse(node, why) {
    throw new Error(`templates/${this.name}:${node.loc.start.line}: ${why}`);
  }
}
