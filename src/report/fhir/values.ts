import { harmless } from '../../text/harmless.ts';

/** A rating without a unit, as UCUM writes it. */
export function score(value: number): object {
  return { value, unit: '{score}', system: 'http://unitsofmeasure.org', code: '{score}' };
}

/** A FHIR dateTime: with seconds and offset. @param minutes that much later, on the same clock */
export function dateTime(at: string, minutes = 0): string {
  const [, offset = 'Z'] = /(Z|[+-]\d\d:\d\d)$/.exec(at) ?? [];
  if (minutes === 0) return `${at.slice(0, 16)}:${/^:\d\d/.test(at.slice(16)) ? at.slice(17, 19) : '00'}${offset}`;
  const wall = Date.parse(`${at.slice(0, 16)}:00Z`) + minutes * 60_000;
  return `${new Date(wall).toISOString().slice(0, 19)}${offset}`;
}

/** A text, where there is one: FHIR allows none that is empty, nor control letters. */
export function textIn(text: string | undefined): string | undefined {
  const plain = harmless(text ?? '').trim();
  return plain === '' ? undefined : plain;
}
