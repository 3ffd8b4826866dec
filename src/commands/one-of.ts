import { UsageError } from '../errors.ts';
import { nearest } from '../text/nearest.ts';

/** What an option names of a list, in any case of letters. @throws UsageError for what isn't on it, with what is */
export function oneOf<T extends string>(option: string, typed: string, known: readonly T[]): T {
  const found = known.find((one) => one === typed.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(`--${option}: "${typed}" is not known${nearest(typed, known)}`, {
    code: `unknown-${option}`,
    hint: `it takes: ${known.join(', ')}`,
  });
}
