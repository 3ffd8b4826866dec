import { defineConfig } from 'vitest/config';

// One after the other: they share the folders of one Windows user.
export default defineConfig({
  test: {
    include: ['test/windows/*.windows.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
