import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { madeModules } from './scripts/made.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default defineConfig({
  plugins: madeModules,
  define: { PACKAGE_VERSION: JSON.stringify(version) },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/setup/build.ts',
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
