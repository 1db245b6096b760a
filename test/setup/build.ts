import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The tests run what a user runs, so it is built from the sources as they are now. */
export default function build(): void {
  const script = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));
  execFileSync(process.execPath, [script], { stdio: 'inherit' });
}
