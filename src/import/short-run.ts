import { setFlagsFromString } from 'node:v8';

/** The releases of Node where this was tried; V8 complains about a flag that it does not know. */
const triedOn = /^(20|22|24)\./;

/**
 * Keeps V8 from optimizing what follows, which is much code that runs once: a third of the processor
 * time of taking over a large configuration went into compiling anew what was over before that paid.
 */
export function expectShortRun(): void {
  if (triedOn.test(process.versions.node)) setFlagsFromString('--no-opt');
}
