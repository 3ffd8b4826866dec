/**
 * The beginning of what somebody wrote, on one line, to be quoted.
 * @param most how many characters may stay; what is cut off is shown as "…"
 */
export function excerpt(written: string, most: number): string {
  const plain = written.replace(/\s+/g, ' ').trim();
  return plain.length <= most ? plain : `${plain.slice(0, most).trimEnd()} …`;
}
