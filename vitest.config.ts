import { defineConfig } from 'vitest/config';

// Two workers: most of the time goes into processes that the tests start and wait for.
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, maxWorkers: 2 } });
