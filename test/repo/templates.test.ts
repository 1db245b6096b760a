import fs from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { others, templates as plain } from '#templates';
import { templateFiles, templatesPlugin } from '../../scripts/templates.mjs';
import { writers } from '../../src/repo/helpers.js';
import { templateNames, viewOf, whatAnswersBring } from '../../src/repo/render.js';
import { someAnswers } from '../support/answers.js';
import { project, temporaryFolder } from '../support/program.js';

const folder = path.join(project, 'templates');
const rest = await Promise.all(Object.values(others).map((load) => load()));
const templates = Object.assign({}, plain, ...rest.map((module) => module.templates));

const handlebars = Handlebars.create();
handlebars.registerHelper({
  ...writers,
  eq: (a: unknown, b: unknown) => a === b,
  not: (a: unknown) => Handlebars.Utils.isEmpty(a),
  and: (...all: unknown[]) => all.slice(0, -1).every((value) => !Handlebars.Utils.isEmpty(value)),
  has: (list: string[], value: string) => list.includes(value),
  or: (...all: unknown[]) => all.slice(0, -1).some((value) => !Handlebars.Utils.isEmpty(value)),
});

/** A template as Handlebars itself renders it. */
const oracle = (name: string) =>
  handlebars.compile(fs.readFileSync(path.join(folder, name), 'utf8'), {
    noEscape: true,
    preventIndent: true,
  });

/** Every name that a template starts from, outside of `each`, where names are the item's. */
function namesIn(source: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  class Names extends Handlebars.Visitor {
    override BlockStatement(block: hbs.AST.BlockStatement): void {
      const isEach = (block.path as hbs.AST.PathExpression).original === 'each';
      for (const param of block.params) this.accept(param);
      depth += isEach ? 1 : 0;
      this.accept(block.program);
      depth -= isEach ? 1 : 0;
      if (block.inverse) this.accept(block.inverse);
    }
    override MustacheStatement({ params }: hbs.AST.MustacheStatement): void {
      for (const param of params) this.accept(param);
    }
    override SubExpression({ params }: hbs.AST.SubExpression): void {
      for (const param of params) this.accept(param);
    }
    override PathExpression({ data, parts }: hbs.AST.PathExpression): void {
      if (depth === 0 && !data && parts[0] !== undefined) found.push(parts[0]);
    }
  }
  new Names().accept(Handlebars.parse(source));
  return found;
}

describe('the compiled templates', async () => {
  const views = await Promise.all(
    (await someAnswers()).map(async ({ answers, hardware }) => {
      const brought = await whatAnswersBring(answers);
      const names = templateNames(brought);
      return { names, view: await viewOf(answers, hardware, brought) };
    }),
  );
  const known = new Set(views.flatMap(({ view }) => Object.keys(view)));

  it.each(templateFiles(folder))('%s says what Handlebars says', (name) => {
    const render = oracle(name);
    const template = name.slice(0, -'.hbs'.length);
    // the hardware file that says nothing but the platform hangs on no answer
    const isPlatform = template === 'parts/hardware-configuration.nix/platform.nix';
    const own = views.filter(({ names }) => isPlatform || names.includes(template));
    expect(own, 'answers that bring it').not.toEqual([]);
    for (const { view } of own) expect(templates[template]?.(view, writers)).toBe(render(view));
  });

  it.each(templateFiles(folder))('%s names only what there is', (name) => {
    const names = namesIn(fs.readFileSync(path.join(folder, name), 'utf8'));
    expect(names.filter((used) => !known.has(used))).toEqual([]);
  });
});

describe('a template', () => {
  const compile = (source: string) => {
    const own = temporaryFolder();
    fs.writeFileSync(path.join(own, 'x.hbs'), source);
    return templatesPlugin(own).load('\0#templates/.');
  };

  it.each([
    ['{{name}}', 'no writer'],
    ['{{{name}}}', 'no writer'],
    ['{{unknown name}}', 'no writer'],
    ['{{string}}', 'no writer'],
    ['{{#with name}}{{/with}}', 'not known'],
    ['{{#if (gt a b)}}{{/if}}', 'not known'],
    ['{{#each a}}{{string ../b}}{{/each}}', "can't stand here"],
    ['{{> part}}', 'no writer'],
  ])('with %s is refused, with its place', (source, why) => {
    expect(() => compile(`line one\n${source}`)).toThrow(why);
    expect(() => compile(`line one\n${source}`)).toThrow('x.hbs:2');
  });
});
