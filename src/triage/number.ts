import type { Candidate } from '../app/command.ts';
import type { Context } from '../app/context.ts';
import type { Country } from '../content/types.ts';
import { UsageError } from '../errors.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { type EmergencyNumber, findCountry, guessNumber, numberIn } from './core/emergency-number.ts';

/**
 * The country that the option, the environment or the settings name.
 * @param lenient whether a wrong code in the option is only reported, because it must not delay help; wrong codes in the
 *   environment and the settings always are
 * @throws UsageError when the option names no country
 */
export function namedCountry(context: Context, option?: string, lenient = false): Country | undefined {
  const set = context.env['UNSPASM_COUNTRY'] || context.settings.country;
  const code = option ?? set;
  // An empty variable or setting names no country; an empty option is a slip in a script.
  if (code === undefined || (code === '' && option === undefined)) return undefined;
  const numbers = context.content.emergencyNumbers();
  const country = findCountry(numbers, code);
  if (country) return country;
  const known = numbers.countries.flatMap(({ code: one, name, also = [] }) => [one, name, ...also]);
  const problem = `"${code}" isn't a country${didYouMean(code, known)}`;
  const hint = 'use a name or two letters, such as GB, DE, US or NZ';
  if (option !== undefined && !lenient)
    throw new UsageError(`--country: ${problem}`, { code: 'unknown-country', hint });
  const setIn = context.env['UNSPASM_COUNTRY'] ? 'UNSPASM_COUNTRY' : 'the setting country';
  const from = option === undefined ? setIn : '--country';
  context.note([`unspasm: ${from}: ${problem}; ${hint}`]);
  return undefined;
}

/** The number to call in a country; without a country a guess, which says so. */
export function emergencyNumber({ content, locale }: Context, country: Country | undefined): EmergencyNumber {
  const numbers = content.emergencyNumbers();
  return country ? numberIn(numbers, country) : guessNumber(numbers, locale());
}

/** The countries that can be named, with their names. */
export function countryCodes({ content }: Context): Candidate[] {
  return content.emergencyNumbers().countries.map(({ code, name }) => ({ value: code, description: name }));
}
