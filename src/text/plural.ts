/** A number with its word: "1 day", "3 days". @param one the singular; the plural adds an `s` */
export function pluralize(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
