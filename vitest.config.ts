// How the tests run: every *.test.ts under test/, ended by one plain line that counts them.
import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './test/summary-reporter.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 180_000,
    // Many tests wait for a process or a browser: a core is better used by two of them.
    maxWorkers: 2,
    reporters: ['default', new SummaryReporter()],
  },
});
