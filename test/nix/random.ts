/** How many combinations of chance are looked at, and from which seed. */

/** `npm run combinations` sets it; without, as many as fit into a run of all tests. */
export const combinations = Number(process.env['COMBINATIONS'] ?? 2500);

/** The same in each run of all tests; `npm run combinations` has another each time. */
export const seed = Number(
  process.env['TEST_SEED'] ?? (process.env['COMBINATIONS'] ? Date.now() % 2 ** 31 : 26),
);
