/**
 * The beginning of what somebody wrote, on one line, to be quoted. It is cut between characters: an emoji takes two units
 * of a string, and half of one would be shown as �.
 * @param most how many characters it may have; where something was cut off, "…" is the last
 */
export function excerpt(written: string, most: number): string {
  const plain = written.replace(/\s+/g, ' ').trim();
  if (plain.length <= most) return plain;
  const characters = Array.from(plain.slice(0, 2 * (most + 1)));
  return characters.length <= most
    ? plain
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
