/**
 * README.md says what the program does: its two tables are made from the rows, and its commands and
 * flags exist. To write the tables anew: `UPDATE_DOCS=1 npm test -- readme`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { flagNames } from '../src/cli/arguments.js';
import { type Option, options } from '../src/cli/options.js';
import { mostChoices } from '../src/commands/schema.js';
import { exitCode } from '../src/errors.js';
import { flagName, type Question } from '../src/questions/question.js';
import { questions } from '../src/questions/table.js';
import { programFile, project } from './support/program.js';

const file = path.join(project, 'README.md');
const update = process.env['UPDATE_DOCS'] === '1';

const read = (name: string) => fs.readFileSync(path.join(project, name), 'utf8');
const readme = () => read('README.md');
const manifest = JSON.parse(read('package.json')) as {
  bin: Record<string, string>;
  scripts: Record<string, string>;
};

/** More choices than these are a list of their own, and stand in the schema. */
const fewChoices = 40;

/** A cell of a table, where a bar would begin the next one. */
const cell = (text: string) => text.replaceAll('|', '\\|');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

async function questionRow(question: Question): Promise<readonly string[]> {
  const choices = (await question.choices?.(mostChoices)) ?? [];
  const shown = choices.length <= fewChoices ? choices.map(({ value }) => `\`${value}\``) : [];
  return [
    question.alwaysAsked ? `**${question.label}**` : question.label,
    `\`--${flagName(question.name)} ${question.placeholder}\``,
    [question.help, shown.join(', ')].filter(Boolean).join(': '),
    question.defaultInWords,
  ];
}

async function questionsTable(): Promise<string> {
  const asked = questions.filter(({ alwaysAsked }) => alwaysAsked);
  const rest = questions.filter(({ alwaysAsked }) => !alwaysAsked);
  const rows = await Promise.all([...asked, ...rest].map(questionRow));
  return table(['question', 'flag', 'what it decides', 'left out'], rows);
}

function flagRow(option: Option): readonly string[] {
  const name = option.onByDefault ? `--no-${option.name}` : `--${option.name}`;
  const value = option.placeholder ? ` ${option.placeholder}` : '';
  const names = [`${name}${value}`, ...(option.values ?? []).map((each) => `${name}=${each}`)];
  if (option.short) names.push(`-${option.short}`);
  const help = option.onByDefault ? `do not ${option.help}` : option.help;
  return [names.map((each) => `\`${each}\``).join(', '), help === 'show this' ? 'show help' : help];
}

const tables = {
  questions: questionsTable,
  flags: async () => table(['flag', 'what it does'], options.map(flagRow)),
};

describe('README.md', () => {
  it.each(Object.entries(tables))('has the table of %s as the rows say', async (name, make) => {
    const marked = new RegExp(`(<!-- ${name} -->\n)([\\s\\S]*?)(<!-- /${name} -->)`);
    const wanted = `${await make()}\n`;
    if (update) {
      fs.writeFileSync(
        file,
        readme().replace(marked, (_, start, _old, end) => `${start}${wanted}${end}`),
      );
    }
    expect(marked.exec(readme())?.[2]).toBe(wanted);
  });

  it('has a place for what the benchmark prints', () => {
    expect(readme()).toMatch(/<!-- bench -->\n[\s\S]+\n<!-- \/bench -->/);
  });

  it('takes up to 20 KB of the package', () => {
    expect(fs.statSync(file).size).toBeLessThanOrEqual(20 * 1024);
  });

  it('names the two commands of a fresh checkout, which the package has', () => {
    expect(readme()).toContain('\nnpm ci && npm start -- ../my-config\n');
    expect(readme()).toContain('\nnpm ci && npm start -- ../my-config --username leon --yes\n');
    expect(readme()).toContain('\nnpm ci && npm test\n');
    const main = manifest.bin['create-nixos-config'];
    expect(path.join(project, main ?? '')).toBe(programFile);
    expect(manifest.scripts['start']).toBe(`node ${main}`);
    expect(manifest.scripts['test']).toMatch(/^vitest run/);
    // npm ci runs it, so there is something to start
    expect(manifest.scripts['prepare']).toBe('npm run build');
  });

  it('names no flag that there is not', () => {
    const own = readme().replaceAll('nix-shell -p nodejs git --run', '');
    const named = [...own.matchAll(/(?<![\w<!-])--([a-z][a-z-]*)/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(flagNames().length / 2);
    expect(named.filter((name) => !flagNames().includes(name ?? ''))).toEqual([]);
  });

  it('names every exit code', () => {
    const listed = [...readme().matchAll(/^\| (\d+) \|/gm)].map((match) => Number(match[1]));
    expect(listed).toEqual(Object.values(exitCode));
  });
});

describe.each(['README.md', 'CONTRIBUTING.md', 'docs/evaluation.md'])('in %s', (name) => {
  it('every script that is named exists', () => {
    const scripts = [...read(name).matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? '');
    expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });

  it('every file that is linked exists', () => {
    const links = [...read(name).matchAll(/(?:\]\(|src=")(?!https?:|#)([^)"#]+)/g)];
    const files = links.map((match) => path.join(project, path.dirname(name), match[1] ?? ''));
    expect(files.filter((each) => !fs.existsSync(each))).toEqual([]);
  });
});

describe('CONTRIBUTING.md', () => {
  it('has a line for every folder of src and no other', () => {
    const rooms = [...read('CONTRIBUTING.md').matchAll(/^\| `src\/([\w/]+)\/` +\|/gm)];
    const folders = fs
      .readdirSync(path.join(project, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) =>
        path.relative(path.join(project, 'src'), path.join(entry.parentPath, entry.name)),
      );
    expect(rooms.map((match) => match[1]).sort()).toEqual(folders.sort());
  });
});
