/** `npm run fuzz` has every property hold this many times as often. */
const TIMES = Number(process.env['FUZZ_TIMES'] ?? 1);

/**
 * How many values fast-check tries a property with. Every run of the tests tries others, so a few hundred are enough for
 * one of them.
 * @returns what `fc.assert` takes
 */
export function tries(count: number): { numRuns: number } {
  return { numRuns: count * TIMES };
}
