import { ownValue } from './own-value.ts';

/** A text with what it leaves open, such as `{when}`, filled in by name; a name without a value stays as it is. */
export function fillIn(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/\{(\w+)\}/g, (open, name: string) => ownValue(values, name) ?? open);
}
