/** "1 day", "3 days". @param one the word for a single one; an `s` makes it several */
export function pluralize(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
