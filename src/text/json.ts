import { ownValue } from './own-value.ts';

/** Nothing that unspasm expects is nested deeper. */
export const DEEPEST = 8;

/**
 * Whether a value read from JSON isn't nested too deeply. JSON.parse accepts any depth, but functions that walk through
 * the value would run out of stack. A loop: V8 would take longer to optimise callbacks that call one another than to run this
 * for a whole journal.
 */
export function isShallow(value: unknown, depth = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  for (const part of Object.values(value)) if (typeof part === 'object' && !isShallow(part, depth - 1)) return false;
  return true;
}

/** Whether a value read from JSON is of the expected kind. */
export type Check = (value: unknown) => boolean;

export const text: Check = (value) => typeof value === 'string';
/** A finite number: 1e999 is valid JSON. */
export const number: Check = (value) => Number.isFinite(value);
export const flag: Check = (value) => typeof value === 'boolean';

export function oneOf(...values: readonly unknown[]): Check {
  return (value) => values.includes(value);
}

export function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

/** An object with these fields; other fields are ignored. */
export function shape(fields: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(fields);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    return checks.every(([name, check]) => check(ownValue(value as Fields, name)));
  };
}

type Fields = Readonly<Record<string, unknown>>;
