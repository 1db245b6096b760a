// What the matrix found, as Markdown for docs/matrix.md.
import fs from 'node:fs';
import path from 'node:path';
import { project } from '../sources.mjs';

const document = path.join(project, 'docs/matrix.md');
const mark = '<!-- What follows is what `npm run matrix` printed. -->';

/** Puts the text below the mark in the document. */
export function writeDocument(text) {
  const [before] = fs.readFileSync(document, 'utf8').split(mark);
  fs.writeFileSync(document, `${before}${mark}\n\n${text.trimEnd()}\n`);
}

const kinds = {
  pairs: (pairs) => `all ${pairs.toLocaleString('en')} pairs of answers`,
  choice: () => 'every choice by itself',
  preset: () => 'every preset',
};

const states = ['ok', 'warned', 'needs a build', 'failed'];

export function report(channels, results) {
  return [
    summary(channels, results),
    trouble(results),
    rows(channels, results),
    never(channels),
  ].join('\n');
}

const table = (head, body) =>
  [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |\n`).join('');

/** How many there were of each kind, and what came of them. */
function summary(channels, results) {
  const body = channels.flatMap(({ channel, pairs }) =>
    Object.entries(kinds).flatMap(([kind, say]) => {
      const those = results.filter((each) => each.channel === channel && each.kind === kind);
      const counts = states.map((state) => those.filter((each) => each.state === state).length);
      return those.length === 0 ? [] : [[channel, say(pairs), those.length, ...counts]];
    }),
  );
  return table(['channel', 'what', 'repos', 'ok, no warning', ...states.slice(1)], body);
}

/** Everything that is not as it should be, with the end of what was printed. */
function trouble(results) {
  const bad = results.filter(({ state }) => state !== 'ok');
  if (bad.length === 0) return '';
  const lines = bad.map(({ state, title, channel, output }) => {
    const message = output.split('\n').filter((line) => /error:|warning/.test(line));
    return `- ${title} on ${channel} ${state}: ${code(message.at(-1) ?? output)}`;
  });
  return `### What is not ok\n\n${[...new Set(lines)].join('\n')}\n`;
}

const code = (text) => `\`${text.trim().replaceAll('`', "'").slice(0, 200)}\``;

/** How often each value of each question was evaluated. */
function rows(channels, results) {
  const byQuestion = new Map();
  for (const { factors } of channels) {
    // a preset only says what the others are
    for (const { question, choice, values } of factors.filter(({ name }) => name !== 'preset')) {
      const known = byQuestion.get(question.name) ?? new Set();
      byQuestion.set(question.name, known);
      for (const value of choice ? [choice.value] : values) known.add(value);
    }
  }
  const counted = (name, value) =>
    results.filter(({ answers }) => holds(answers[name], name, value)).length;
  const body = [...byQuestion].map(([name, values]) => [
    name,
    [...values].map((value) => `${shown(value)} ${counted(name, value)}`).join(', '),
  ]);
  return `### How often each answer was evaluated\n\n${table(['question', 'answers'], body)}`;
}

/** Whether an answer is this value, or has it among its own. */
function holds(answer, name, value) {
  if (name === 'hardware') return answer.endsWith(`/${value}.nix`);
  return answer === value || (value !== '' && answer.split(',').includes(value));
}

function shown(value) {
  const short = value.length > 24 ? `${value.slice(0, 20)}…` : value;
  return short === '' ? '(empty)' : code(short.replaceAll('|', '\\|').replaceAll('\n', ' '));
}

/** Pairs that no answers have, by the program's own rules. */
function never(channels) {
  const seen = new Map();
  for (const { channel, impossible } of channels) {
    for (const [[name, value], [other, ...values] = ['']] of impossible) {
      const [a, b] = [`${name} ${shown(value)}`, other && `${other} ${shown(values[0])}`].sort();
      const line = [a, b].filter(Boolean).join(' with ');
      seen.set(line, [...(seen.get(line) ?? []), channel]);
    }
  }
  const everywhere = [...seen].filter(([, where]) => where.length === channels.length);
  const somewhere = [...seen].filter(([, where]) => where.length < channels.length);
  const lines = [
    ...everywhere.map(([line]) => `- ${line}`),
    ...somewhere.map(([line, where]) => `- ${line}, on ${where.join(', ')}`),
  ].sort();
  return `### What can't be chosen together\n\n${lines.join('\n')}\n`;
}
