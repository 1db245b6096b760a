/** For `npm run layout`, which needs a `nixfmt` and is no part of the tests. */
import tests from '../../vitest.config.ts';

export default { ...tests, test: { ...tests.test, include: ['test/nix/layout.check.ts'] } };
