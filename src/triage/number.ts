import type { Candidate } from '../app/command.ts';
import type { Context } from '../app/context.ts';
import type { Country } from '../content/types.ts';
import { UsageError } from '../errors.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { type EmergencyNumber, findCountry, guessNumber, numberIn } from './core/emergency-number.ts';

/**
 * The country that the option, the environment or the settings name.
 * @param lenient a wrong one must not hold help back, and is only noted, as is what was settled elsewhere
 * @throws UsageError when the option names none
 */
export function namedCountry(context: Context, option?: string, lenient = false): Country | undefined {
  const settled = context.env['UNSPASM_COUNTRY'] || context.settings.country;
  const code = option ?? settled;
  if (!code) return undefined;
  const numbers = context.content.emergencyNumbers();
  const country = findCountry(numbers, code);
  if (country) return country;
  const known = numbers.countries.flatMap(({ code: one, name }) => [one, name]);
  const problem = `"${code}" is no country code${didYouMean(code, known)}`;
  const hint = 'two letters, as GB, DE, US or NZ';
  if (option !== undefined && !lenient)
    throw new UsageError(`--country: ${problem}`, { code: 'unknown-country', hint });
  const settledIn = context.env['UNSPASM_COUNTRY'] ? 'UNSPASM_COUNTRY' : 'the setting country';
  const from = option === undefined ? settledIn : '--country';
  context.note([`unspasm: ${from}: ${problem}; it takes ${hint}`]);
  return undefined;
}

/** The number to call there; else a guess that says that it is one. */
export function emergencyNumber({ content, locale }: Context, country: Country | undefined): EmergencyNumber {
  const numbers = content.emergencyNumbers();
  return country ? numberIn(numbers, country) : guessNumber(numbers, locale());
}

/** The countries that can be named, with their names. */
export function countryCodes({ content }: Context): Candidate[] {
  return content.emergencyNumbers().countries.map(({ code, name }) => ({ value: code, description: name }));
}
