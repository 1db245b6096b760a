/**
 * How much a function has to run before V8 compiles it anew with its optimizing compiler, in bytes
 * of bytecode; by itself V8 takes some ten thousand.
 */
const budget = 4_000_000;

/** The versions of Node whose V8 is known to have the flag; another would complain about it. */
const knownVersions = /^2[0-4]\./;

/**
 * Tells V8 that what follows is much code which runs once: it spends a third of taking a large
 * configuration over on optimizing what is over before that pays. What runs for long still is
 * optimized.
 */
export function expectShortRun(): void {
  if (!knownVersions.test(process.versions.node)) return;
  try {
    process.getBuiltinModule('node:v8').setFlagsFromString(`--interrupt-budget=${budget}`);
  } catch {
    // only slower then
  }
}
