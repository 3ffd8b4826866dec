import { harmless } from '../../text/harmless.ts';

/**
 * Text from outside as a FHIR string of one line; nothing when only space is left, as FHIR has no
 * empty strings.
 */
export function plain(text: string): string | undefined {
  const line = harmless(text).replace(HALF_LETTERS, '\uFFFD').replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
}

/** The same for a text whose lines are kept. */
export function plainLines(text: string): string | undefined {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => plain(line) ?? '');
  return lines.join('\n').trim() || undefined;
}

// Half of a pair of UTF-16, which has no form in UTF-8: strict readers refuse the whole file for it.
const HALF_LETTERS = /[\uD800-\uDFFF]/gu;
