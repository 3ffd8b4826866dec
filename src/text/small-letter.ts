/** A text as it continues a sentence: "I", "HIV" or "A knock" stay readable, as only the first letter of a word is changed. */
export function withSmallLetter(text: string): string {
  return text.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
