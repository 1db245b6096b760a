/** For `npm run combinations`: as many as the tests of an afternoon can have. */
import tests from '../../vitest.config.ts';

export default {
  ...tests,
  test: {
    ...tests.test,
    include: ['test/nix/parse.test.ts'],
    env: { COMBINATIONS: process.env.COMBINATIONS ?? '20000' },
  },
};
