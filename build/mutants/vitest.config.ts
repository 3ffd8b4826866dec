import { defineConfig } from 'vitest/config';

const part = process.env['MUTANTS_PART'];

// The tests of one part of the pure middle alone. Each file by itself, so that a changed constant is read again; and
// with one seed, so that the same change meets the same examples.
export default defineConfig({
  plugins: [
    {
      name: 'processes',
      // A thread, which Stryker would have, can't be put into another time zone.
      configureVitest: ({ project }) => {
        if (part === 'journal') project.config.pool = 'forks';
      },
    },
  ],
  test: {
    include: [`test/${part}/**/*.test.ts`],
    setupFiles: ['build/mutants/seed.ts'],
    // On a busy computer the tests take long; a change that makes one endless is ended by Stryker.
    testTimeout: 600_000,
  },
});
