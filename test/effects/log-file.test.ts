/** Where the output of a rebuild is kept. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { logFile } from '../../src/commands/create/log-file.js';
import type { Run } from '../../src/commands/create/run.js';
import { temporaryFolder } from '../support/program.js';

vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  userInfo: () => {
    throw new Error('no such user');
  },
}));

const runBy = (env: Run['world']['env']) => ({ world: { env, uid: 1000 } }) as unknown as Run;

it('is in the home', () => {
  const home = temporaryFolder();
  const file = path.join(home, '.local/state/create-nixos-config/x.log');
  expect(logFile(runBy({ HOME: home }), 'x.log')).toBe(file);
  expect(fs.existsSync(file)).toBe(true);
});

it.each([{}, { HOME: '' }])('without a home is nowhere, and no crash: %o', (env) => {
  expect(logFile(runBy(env), 'x.log')).toBeUndefined();
  expect(fs.existsSync('.local')).toBe(false);
});
