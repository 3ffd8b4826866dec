const TIMES = Number(process.env['FUZZ_TIMES'] ?? 1);

/** How often to try something that chance decides; `npm run fuzz` tries it more often. */
export function times(count: number): number {
  return count * TIMES;
}

/**
 * How many values fast-check tries a property with. Every run of the tests tries others, so a few hundred are enough for
 * one of them.
 * @returns what `fc.assert` takes
 */
export function tries(count: number): { numRuns: number } {
  return { numRuns: times(count) };
}
