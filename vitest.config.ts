import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { grammarPlugin } from './scripts/grammar.mjs';
import { templatesPlugin } from './scripts/templates.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default defineConfig({
  plugins: [
    templatesPlugin(fileURLToPath(new URL('templates', import.meta.url))),
    grammarPlugin(fileURLToPath(new URL('src/nix/syntax', import.meta.url))),
  ],
  define: { PACKAGE_VERSION: JSON.stringify(version) },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/setup/build.ts',
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
