import { defineConfig } from 'vitest/config';

// One after the other: what is heard is timed.
export default defineConfig({
  test: {
    include: ['test/real/*.real.ts'],
    testTimeout: 240_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
