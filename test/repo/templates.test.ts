import fs from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { templates } from '#templates';
import { templateFiles, templatesPlugin } from '../../scripts/templates.mjs';
import { writers } from '../../src/repo/helpers.js';
import { viewOf, whatAnswersBring } from '../../src/repo/render.js';
import { someAnswers } from '../support/answers.js';
import { project, temporaryFolder } from '../support/program.js';

const folder = path.join(project, 'templates');

const handlebars = Handlebars.create();
handlebars.registerHelper({
  ...writers,
  eq: (a: unknown, b: unknown) => a === b,
  not: (a: unknown) => Handlebars.Utils.isEmpty(a),
  and: (...all: unknown[]) => all.slice(0, -1).every((value) => !Handlebars.Utils.isEmpty(value)),
  or: (...all: unknown[]) => all.slice(0, -1).some((value) => !Handlebars.Utils.isEmpty(value)),
});

/** A template as Handlebars itself renders it; `strict` makes a name that nobody gives an error. */
const oracle = (name: string) =>
  handlebars.compile(fs.readFileSync(path.join(folder, name), 'utf8'), {
    noEscape: true,
    preventIndent: true,
    strict: true,
  });

describe('the compiled templates', () => {
  it.each(templateFiles(folder))('%s says what Handlebars says', async (name) => {
    const render = oracle(name);
    for (const { answers, hardware } of someAnswers()) {
      const view = await viewOf(answers, hardware, await whatAnswersBring(answers));
      const template = name.slice(0, -'.hbs'.length);
      expect(templates[template]?.(view, writers)).toBe(render(view));
    }
  });
});

describe('a template', () => {
  const compile = (source: string) => {
    const own = temporaryFolder();
    fs.writeFileSync(path.join(own, 'x.hbs'), source);
    return templatesPlugin(own).load('\0#templates');
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
