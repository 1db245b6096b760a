import { describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../support/program.js';
import { Terminal } from '../support/terminal.js';
import { freshNixos, programs } from './machines.js';
import { asks, change, goTo, summary, way } from './way.js';

vi.setConfig({ testTimeout: 120_000 });

function open(env: Readonly<Record<string, string>>): Terminal {
  const options = { cwd: temporaryFolder(), root: freshNixos(), path: programs(), env, rows: 40 };
  return new Terminal([], options);
}

/** All that is written in a run with a changed answer and a warning in it. */
async function wholeRun(env: Readonly<Record<string, string>>): Promise<string> {
  const terminal = open(env);
  await goTo(terminal, summary);
  await change(terminal, 'State version');
  terminal.type('26.11');
  terminal.press('enter');
  await terminal.waitFor('the state version is newer than 26.05');
  for (const stop of way.slice(way.indexOf(summary))) await terminal.enterAt(asks(stop));
  expect(await terminal.exit()).toMatchObject({ code: 0 });
  return terminal.raw;
}

/** All that is written in a run with an error in it that is stopped. */
async function stoppedRun(env: Readonly<Record<string, string>>): Promise<string> {
  const terminal = open(env);
  await goTo(terminal, way[1] ?? summary);
  terminal.type('My_Host');
  terminal.press('enter');
  await terminal.waitFor('It must be in lower case');
  terminal.press('ctrl-c');
  expect(await terminal.exit()).toMatchObject({ code: 130 });
  return terminal.raw;
}

/** The sequences that set a colour, of letters or behind them (ECMA-48, SGR 30 to 49, 90 to 107). */
function coloursIn(raw: string): readonly string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  const codes = [...raw.matchAll(/\x1b\[([\d;]*)m/g)].map(([, code]) => code ?? '');
  return codes.filter((code) =>
    code.split(';').some((part) => /^(3|4|9|10)\d$/.test(part) && part !== '39' && part !== '49'),
  );
}

describe('Colours', () => {
  it('are there in a terminal', async () => {
    expect(coloursIn(await wholeRun({}))).not.toEqual([]);
    expect(coloursIn(await stoppedRun({}))).not.toEqual([]);
  });

  it.each([
    ['NO_COLOR=1', { NO_COLOR: '1' }],
    ['TERM=dumb', { TERM: 'dumb' }],
  ])('are not there with %s', async (_, env) => {
    expect(coloursIn(await wholeRun(env))).toEqual([]);
    expect(coloursIn(await stoppedRun(env))).toEqual([]);
  });
});
