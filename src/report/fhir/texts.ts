import { sanitize } from '../../text/sanitize.ts';

/**
 * Text from outside as a FHIR string of one line; nothing when only space is left, as FHIR has no
 * empty strings.
 */
export function plain(text: string): string | undefined {
  const line = sanitize(text).replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
}

/** The same for a text whose lines are kept. */
export function plainLines(text: string): string | undefined {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => plain(line) ?? '');
  return lines.join('\n').trim() || undefined;
}
