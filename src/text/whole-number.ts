/**
 * Reads a whole number from 0 up, as people and scripts write it: 6, 06, 6.0, " 6 ". Three zeros after a comma or a point
 * are refused: 1,000 is a thousand to some people, and 1 to others.
 * @returns undefined for anything else
 */
export function readWhole(typed: string): number | undefined {
  const [, digits] = /^0*(\d{1,7})(?:[.,](?!000$)0+)?$/.exec(typed.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
