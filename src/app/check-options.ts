import { UsageError } from '../errors.ts';

/**
 * The value of an option. A script whose variable isn't set gives an empty one, and doesn't mean what would follow from it.
 * @throws UsageError where it is empty
 */
export function filled(name: string, typed: unknown): string {
  if ((typed as string).trim() !== '') return typed as string;
  throw new UsageError(`--${name} is empty`, { code: 'empty-option', hint: 'give it a value, or leave it out' });
}

/** The values of an option that may be given several times. @throws UsageError where one of them is empty */
export function allFilled(name: string, typed: unknown): readonly string[] {
  return (typed as readonly string[]).map((one) => filled(name, one));
}

/**
 * Checks that options which each ask for something else aren't given together.
 * @param exclusive lists of names, of each of which only one can be given
 * @throws UsageError that names two
 */
export function refuseTwo(exclusive: readonly (readonly string[])[], typed: Readonly<Record<string, unknown>>): void {
  for (const names of exclusive) {
    const [first, second] = names.filter((name) => Object.hasOwn(typed, name));
    if (second === undefined) continue;
    throw new UsageError(`--${first} and --${second} can't be used together`, {
      code: 'exclusive-options',
      hint: 'leave one of them out',
    });
  }
}
