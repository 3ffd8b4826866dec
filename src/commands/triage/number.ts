import type { Context } from '../../context.ts';
import type { Country } from '../../content/types.ts';
import { UsageError } from '../../errors.ts';
import { nearest } from '../../text/nearest.ts';
import { type EmergencyNumber, findCountry, guessNumber, numberIn } from '../../triage/emergency-number.ts';

/**
 * The country that the option, the environment or the settings name.
 * @throws UsageError when the option names none; what was settled elsewhere must not hold help back
 */
export function namedCountry(context: Context, option?: string): Country | undefined {
  const settled = context.env['UNSPASM_COUNTRY'] || context.settings.country;
  const code = option ?? settled;
  if (!code) return undefined;
  const numbers = context.content.emergencyNumbers();
  const country = findCountry(numbers, code);
  if (country) return country;
  const known = numbers.countries.flatMap(({ code: one, name }) => [one, name]);
  const problem = `"${code}" is no country code${nearest(code, known)}`;
  const hint = 'two letters, as GB, DE, US or NZ';
  if (option !== undefined) throw new UsageError(`--country: ${problem}`, { code: 'unknown-country', hint });
  const from = context.env['UNSPASM_COUNTRY'] ? 'UNSPASM_COUNTRY' : 'the setting country';
  context.note([`unspasm: ${from}: ${problem}; it takes ${hint}`]);
  return undefined;
}

/** The number to call there; else a guess that says that it is one. */
export function emergencyNumber({ content, whereabouts }: Context, country: Country | undefined): EmergencyNumber {
  const numbers = content.emergencyNumbers();
  return country ? numberIn(numbers, country) : guessNumber(numbers, whereabouts());
}
