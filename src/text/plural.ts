/** A number with its word: "1 day", "3 days", "2 entries". @param many the plural, which by default adds an `s` */
export function pluralize(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
