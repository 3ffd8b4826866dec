import { defineConfig } from 'vitest/config';

// Two workers: most of the time goes into processes that the tests start and wait for. A busy machine
// can delay a redraw in a pseudo-terminal past what a test waits for: it is tried again then.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, maxWorkers: 2, retry: 2 },
});
