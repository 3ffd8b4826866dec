import { defineConfig } from 'vitest/config';

// Two workers: most of the time goes into processes that the tests start and wait for. Files share what
// they import, which saves a quarter of the time: hardly anything in src/ has a state, and no test replaces a module.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 2, isolate: false },
});
