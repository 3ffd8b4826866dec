// One part at a time: a change to a constant makes all tests run, and so only those of its own part.
const part = process.env.MUTANTS_PART;
const cache = 'node_modules/.cache/mutants';

export default {
  mutate: [`src/${part}/core/**/*.ts`],
  plugins: ['@stryker-mutator/vitest-runner'],
  // Stryker rewrites the file with a compiler older than ours; nothing in it concerns a copy of the project.
  tsconfigFile: 'none',
  testRunner: 'vitest',
  vitest: { configFile: 'build/mutants/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A busy computer is no endless loop.
  timeoutMS: 60_000,
  incremental: true,
  incrementalFile: `${cache}/${part}.results.json`,
  tempDirName: `${cache}/trees`,
  ignorePatterns: ['dist', 'docs', 'bench', 'build/mutants/node_modules'],
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { reportTests: false, logTests: false },
  htmlReporter: { fileName: `${cache}/${part}.html` },
  jsonReporter: { fileName: `${cache}/${part}.json` },
  warnings: { slow: false },
  thresholds: { high: 95, low: 85, break: 85 },
};
