/** What somebody typed, in lower case and with single spaces. */
export function normal(typed: string): string {
  return typed.trim().toLowerCase().replace(/\s+/g, ' ');
}
