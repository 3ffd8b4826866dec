/**
 * How long, in milliseconds, something may take before a test counts it as hung. It decides only how soon a test
 * that fails says so, never whether one passes: far above anything that a busy machine has been seen to need.
 */
export const PATIENCE_MS = 60_000;
