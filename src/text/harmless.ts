/**
 * Text from outside in which nothing steers a terminal or turns the direction of what stands around
 * it: an entry may come from a synced file, a note from a pasted page.
 */
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g, ' ');
}
