import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { NODE_FLAGS } from './test/node-flags.ts';

// As many workers as cores: Vitest would leave one free. Files share what they import, which saves
// a quarter of the time: hardly anything in src/ has a state, and no test replaces a module. What a file
// becomes before it runs is kept, under a hash of what is in it, for the next time: that saves a tenth. Of the tests
// of a file that may run at once, two do: each needs a process that has the program loaded. Most of what a test makes is
// soon of no use: with much room for what is new, little of it is moved (3 % of the time).
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/own-folder.ts', './test/own-path.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: availableParallelism(),
    isolate: false,
    execArgv: [...NODE_FLAGS, '--min-semi-space-size=64', '--max-semi-space-size=64'],
    maxConcurrency: 2,
    experimental: { fsModuleCache: true },
  },
});
